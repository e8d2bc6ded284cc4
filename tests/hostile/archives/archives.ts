import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ImportError } from '../../../src/cli/import/archive.ts';
import { openArchive } from '../../../src/cli/import/open-archive.ts';
import { NO_MAPPING } from '../../../src/cli/import/read-mapping.ts';
import { runImport } from '../../../src/cli/import/run-import.ts';
import { lookAtTarget } from '../../../src/cli/import/target.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import type { HostileKind } from '../kinds.ts';
import { NewsroomAttack } from '../newsrooms/newsrooms.ts';
import { findAmong } from '../in-halves.ts';
import { hostileArchives } from './hostile-archive.ts';

/** Posts of archives of other systems, an input each: what is moved in lies where it belongs, runs nothing, and can be read. */
export const archives: HostileKind = {
  name: 'archives',
  begin: async () => {
    const attack = await ArchivesAttack.begin();
    return {
      faultsOf: (seed) => attack.faultsOf([seed]),
      together: { most: 200, faultsOfAll: (seeds) => attack.faultsOf(seeds) },
      end: () => attack.end(),
    };
  },
};

const SECRET = 'nobody is to read this';

/** Moves archives in, one after the other, and publishes what came of them. */
export class ArchivesAttack {
  private readonly folder = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-archives-'));
  private readonly newsrooms: NewsroomAttack;

  private constructor(newsrooms: NewsroomAttack) {
    this.newsrooms = newsrooms;
    writeFileSync(join(this.folder, 'secret.jpg'), SECRET);
  }

  static async begin(): Promise<ArchivesAttack> {
    return new ArchivesAttack(await NewsroomAttack.begin());
  }

  /** What goes wrong with archives of these posts, for each the fewest posts by which it does. */
  async faultsOf(seeds: readonly number[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const archive of hostileArchives(seeds)) {
      const isWrong = async (some: readonly number[]): Promise<boolean> => (await this.faultsOfPosts(some)).length > 0;
      for (const group of await findAmong(archive.seeds, isWrong))
        found.push(...(await this.faultsOfPosts(group)).slice(0, 1));
    }
    return found;
  }

  private async faultsOfPosts(seeds: readonly number[]): Promise<readonly string[]> {
    const told: string[] = [];
    for (const { open, files } of hostileArchives(seeds)) {
      const { faults } = await this.moveIn(open, files);
      const texts = Object.entries(files).map(([path, text]) => `${path}: ${JSON.stringify(text)}`);
      if (faults.length > 0)
        told.push([`seed ${seeds.join(', ')}: ${faults.slice(0, 8).join('\n  ')}`, ...texts].join('\n'));
    }
    return told;
  }

  /** What went wrong while an archive was moved in, and how many files of content came of it. */
  async moveIn(
    open: string,
    files: Readonly<Record<string, string>>,
  ): Promise<{ readonly faults: readonly string[]; readonly written: number }> {
    for (const name of ['archive', 'paper']) rmSync(join(this.folder, name), { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, 'archive', path)), { recursive: true });
      writeFileSync(join(this.folder, 'archive', path), text);
    }
    const to = join(this.folder, 'paper');
    try {
      const archive = await openArchive(join(this.folder, 'archive', open), undefined, { media: undefined, site: {} });
      await runImport(archive, {
        ...{ from: open, newsroom: lookAtTarget(to), mapping: NO_MAPPING, isDry: false, fetch: undefined },
        ...{ now: Date.UTC(2026, 10, 29), progress: () => undefined },
      });
    } catch (fault) {
      if (fault instanceof ImportError) return { faults: [], written: 0 };
      return { faults: [`it throws ${fault instanceof Error ? fault.stack : fault}`], written: 0 };
    }
    const beside = readdirSync(this.folder).filter((name) => !['archive', 'paper', 'secret.jpg'].includes(name));
    const written = textsIn(join(to, 'content'));
    const empty = Object.keys(written).filter((path) => path.endsWith('.md') && written[path] === '');
    const odd = Object.keys(written).filter((path) => /(?:^|\/)\.|[\p{Cc}\\:]/u.test(path));
    return {
      faults: [
        ...beside.map((name) => `it writes ${name}`),
        ...empty.map((name) => `it writes nothing into ${name}`),
        ...odd.map((name) => `it writes ${JSON.stringify(name)}`),
        ...(Object.values(written).some((text) => text.includes(SECRET))
          ? ['it takes a file that is no part of it']
          : []),
        // What somebody is to look at first is moved in as a draft.
        ...this.newsrooms.publish(newsroomOf(written), { drafts: true }).faults,
      ],
      written: Object.keys(written).length,
    };
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

function newsroomOf(files: Readonly<Record<string, string>>): NewsroomGiven {
  const below = (folder: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) =>
        path.startsWith(folder) && path.endsWith('.md') ? [[path.slice(folder.length), text]] : [],
      ),
    );
  return {
    site: files['site.yaml'],
    articles: below('articles/'),
    contributors: below('contributors/'),
    pages: below('pages/'),
    redirects: files['redirects.yaml'],
    media: Object.fromEntries(
      Object.keys(files).flatMap((path) =>
        path.startsWith('media/') ? [[path.slice('media/'.length), 'file' as const]] : [],
      ),
    ),
  };
}
