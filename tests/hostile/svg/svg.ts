import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookThroughMedium, type MediumLookedThrough } from '../../../src/build/reading/sanitised-media.ts';
import { stateOf } from '../../../src/disk/files.ts';
import { launchChromium } from '../../browser/chromium.ts';
import type { HostileKind } from '../kinds.ts';
import { findAmong } from '../in-halves.ts';
import { hostileSvg } from './hostile-svg.ts';
import { type Drawing, SvgOpener } from './open-svg.ts';

/** Drawings that attack whoever opens what is published of them. */
export const svg: HostileKind = {
  name: 'svg',
  begin: async () => {
    const browser = await launchChromium();
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-'));
    const opener = await SvgOpener.begin(browser);
    return {
      faultsOf: (seed) => faultsOf(seed, opener, folder),
      together: { most: 100, faultsOfAll: (seeds) => faultsOfAll(seeds, opener, folder) },
      end: async () => {
        await browser.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

/** What is wrong with what would be published of the drawing of a seed. */
export async function faultsOf(seed: number, opener: SvgOpener, folder: string): Promise<readonly string[]> {
  const published = publishedOf(hostileSvg(seed), folder);
  if (published.kind === 'refused') return [];
  const found = await opener.open(published.bytes, String(seed));
  const isStable = isPublishedAsItIs(published.bytes, folder);
  return [...found, ...(isStable ? [] : ['is not published as it is once it was sanitised'])].map(
    (what) => `seed ${seed}: ${what}\n${published.bytes.toString()}`,
  );
}

/** Likewise of many seeds, of which those are looked at by themselves that do harm among others. */
export async function faultsOfAll(
  seeds: readonly number[],
  opener: SvgOpener,
  folder: string,
): Promise<readonly string[]> {
  const unstable: number[] = [];
  const drawings = seeds.flatMap((seed): readonly (Drawing & { readonly seed: number })[] => {
    const published = publishedOf(hostileSvg(seed), folder);
    if (published.kind === 'refused') return [];
    if (!isPublishedAsItIs(published.bytes, folder)) unstable.push(seed);
    return [{ seed, name: String(seed), bytes: published.bytes }];
  });
  const harmful = await findAmong(drawings, (some) => opener.doAnyHarm(some));
  const suspects = [...new Set([...unstable, ...harmful.flat().map(({ seed }) => seed)])];
  const found: string[] = [];
  for (const seed of suspects) {
    const faults = await faultsOf(seed, opener, folder);
    found.push(...(faults.length > 0 ? faults : [`seed ${seed}: does harm in a frame, and none by itself`]));
  }
  return found;
}

function isPublishedAsItIs(bytes: Buffer, folder: string): boolean {
  const again = publishedOf(bytes, folder);
  return again.kind === 'good' && again.finding === undefined;
}

/** What Broadsheet would publish of a drawing. */
export function publishedOf(bytes: Buffer, folder: string): MediumLookedThrough {
  const diskPath = join(folder, 'drawing.svg');
  writeFileSync(diskPath, bytes);
  return lookThroughMedium({ path: 'content/media/drawing.svg', diskPath, state: stateOf(statSync(diskPath)) });
}
