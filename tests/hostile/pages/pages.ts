import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aStory } from '../../newsroom/manuscript.ts';
import type { HostileKind } from '../kinds.ts';
import { Attacked, type AttackEnded } from './attacked.ts';
import { hostilePages, SCRIPT } from './hostile-pages.ts';

// A picture that is not there is one of the things that pages of an attacker have.
const SITE =
  'title: The Harbour Ledger\nurl: https://ledger.example/\nstandards: { picture-missing: warn, picture-alt: warn }\n';
const COMMAND = ['build', '--output', 'site', '--cache', 'cache', '--clean', '--now', '2026-11-24T09:00'] as const;

/** Pages with front matter of any kind: Markdown is never run, and nothing ends in a fault of ours. */
export const pages: HostileKind = {
  name: 'pages',
  begin: async () => new PagesAttack(),
};

/** Builds newsrooms of hostile pages, one after the other. */
export class PagesAttack {
  private readonly program = new Attacked();
  private readonly folder = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-pages-'));

  /** What is wrong with how a build of the pages of a seed ends, if something is. */
  async faultsOf(seed: number): Promise<readonly string[]> {
    return this.faultsOfPages(hostilePages(seed), `seed ${seed}`);
  }

  async faultsOfPages(files: Readonly<Record<string, string>>, name: string): Promise<readonly string[]> {
    const { ended, printed } = await this.build(files);
    const found = faultsIn(ended, printed);
    if (found.length === 0) return [];
    const texts = Object.entries(files).map(([path, text]) => `${path}:\n${text}`);
    return [[`${name}: ${found.join(', ')}`, ...texts, ended.stderr].join('\n')];
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
  const errors = [...stderr.matchAll(/^\S+:\d+:\d+ error /gm)];
  return [
    ...(status === 0 || status === 1 ? [] : [`it ended with ${status}`]),
    ...(/^\s+at \S.*:\d+/m.test(stderr) || /node_modules/.test(stderr) ? ['it printed a stack trace'] : []),
    ...(status === 1 && errors.length === 0 ? ['it named no file'] : []),
    ...(isPolluted ? ['all objects inherit something new'] : []),
    ...(hasRun ? ['a text was run'] : []),
    ...(printed.includes(SCRIPT) || /<img src=x/.test(printed) ? ['a script was printed'] : []),
  ];
}
