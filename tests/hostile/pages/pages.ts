import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aStory } from '../../newsroom/manuscript.ts';
import type { HostileKind } from '../kinds.ts';
import { Attacked, type AttackEnded } from './attacked.ts';
import { findAmong } from '../in-halves.ts';
import { hostilePages, hostilePagesApart, SCRIPT } from './hostile-pages.ts';

// A picture that is not there is one of the things that pages of an attacker have.
const SITE =
  'title: The Harbour Ledger\nurl: https://ledger.example/\nstandards: { picture-missing: warn, picture-alt: warn }\n';
const COMMAND = [
  'build',
  '--output',
  'site',
  '--cache',
  'cache',
  '--clean',
  '--limit',
  'all',
  '--jobs',
  '1',
  '--now',
  '2026-11-24T09:00',
] as const;

/** The path of what has an error, as it is told. */
const ERROR = /^content\/pages\/(.+?):\d+:\d+ error /gm;

/** Pages with front matter of any kind, with what is data of them: Markdown is never run, and nothing ends in a fault of ours. */
export const pages: HostileKind = {
  name: 'pages',
  begin: async () => {
    const attack = new PagesAttack();
    return {
      faultsOf: (seed) => attack.faultsOf(seed),
      together: { most: 20, faultsOfAll: (seeds) => attack.faultsOfAll(seeds) },
      end: () => attack.end(),
    };
  },
};

/** Builds newsrooms of hostile pages, one after the other. */
export class PagesAttack {
  private readonly program = new Attacked();
  private readonly folder = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-pages-'));

  /** What is wrong with how a build of the pages of a seed ends, if something is. */
  async faultsOf(seed: number): Promise<readonly string[]> {
    return this.faultsOfPages(hostilePages(seed), `seed ${seed}`);
  }

  /** Likewise of many seeds, which stand beside each other in one newsroom, but for those that are about all pages of it. */
  async faultsOfAll(seeds: readonly number[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const seed of seeds) if (!hostilePagesApart(seed)) found.push(...(await this.faultsOf(seed)));
    const beside = seeds.filter((seed) => hostilePagesApart(seed));
    const faultsOf = (some: readonly number[]): Promise<readonly string[]> =>
      this.faultsOfPages(Object.assign({}, ...some.map(hostilePagesApart)), `seed ${some.join(', ')}`);
    for (const group of await findAmong(beside, async (some) => (await faultsOf(some)).length > 0))
      found.push(...(await faultsOf(group)));
    return found;
  }

  /** Builds pages, and then again without those that have errors, until nothing is wrong any more: what has errors hides nothing of the others. */
  async faultsOfPages(files: Readonly<Record<string, string>>, name: string): Promise<readonly string[]> {
    let left: Readonly<Record<string, string>> = files;
    for (;;) {
      const { ended, printed } = await this.build(left);
      const found = faultsIn(ended, printed);
      if (found.length > 0) {
        const texts = Object.entries(left).map(([path, text]) => `${path}:\n${text}`);
        return [[`${name}: ${found.join(', ')}`, ...texts, ended.stderr].join('\n')];
      }
      if (ended.status === 0) return [];
      const wrong = new Set([...ended.stderr.matchAll(ERROR)].map(([, path]) => path));
      const without = Object.entries(left).filter(([path]) => !wrong.has(path));
      if (without.length === Object.keys(left).length || without.length === 0) return [];
      left = Object.fromEntries(without);
    }
  }

  /** How a build ends, and the text of all pages that it prints. */
  async build(
    files: Readonly<Record<string, string>>,
  ): Promise<{ readonly ended: AttackEnded; readonly printed: string }> {
    for (const name of ['content', 'site', 'cache']) rmSync(join(this.folder, name), { recursive: true, force: true });
    const pagesOf = Object.entries(files).map(([path, text]) => [`pages/${path}`, text] as const);
    for (const [path, text] of [['site.yaml', SITE], ['articles/a.md', aStory()], ...pagesOf] as const) {
      const file = join(this.folder, 'content', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const ended = await this.program.run(this.folder, ...COMMAND);
    return { ended, printed: printedIn(join(this.folder, 'site')) };
  }

  end(): void {
    this.program.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function printedIn(site: string): string {
  if (!existsSync(site)) return '';
  const names = readdirSync(site, { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(site, name), 'utf8'))
    .join('\n');
}

function faultsIn({ status, stderr, isPolluted, hasRun }: AttackEnded, printed: string): readonly string[] {
  return [
    ...(status === 0 || status === 1 ? [] : [`it ended with ${status}`]),
    ...(/^\s+at \S.*:\d+/m.test(stderr) || /node_modules/.test(stderr) ? ['it printed a stack trace'] : []),
    ...(status === 1 && !/^\S+:\d+:\d+ error /m.test(stderr) ? ['it named no file'] : []),
    ...(isPolluted ? ['all objects inherit something new'] : []),
    ...(hasRun ? ['a text was run'] : []),
    ...(printed.includes(SCRIPT) || /<img src=x/.test(printed) ? ['a script was printed'] : []),
  ];
}
