import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Files } from '../build/temporary-folder.ts';
import { ENVIRONMENT } from './packed.ts';

/** The moment of all builds by Eleventy's own command; another build is told it by `--now`. */
export const NOW = '2026-11-29T12:00:00Z';

/** The smallest newsroom that has a story. */
export const NEWSROOM: Files = {
  '.eleventy.ts': "export { default } from 'broadsheet';\n",
  'content/site.yaml':
    'title: The Sample Post\nurl: https://sample.example\nlanguage: en\ntimeZone: Europe/London\nsections:\n  - { id: news, title: News, description: What happened }\n',
  'content/articles/bridge.md': aStory('Bridge opens after nine years'),
};

export const OWN_CARD: Files = {
  'layouts/parts/card.tsx': [
    "import type { VNode } from 'preact';",
    "import { Card as Theirs, type CardProps } from 'broadsheet/layouts/parts/card.tsx';",
    '',
    "export type { CardProps } from 'broadsheet/layouts/parts/card.tsx';",
    '',
    'export function Card(props: CardProps): VNode {',
    '  return (',
    '    <div class="framed">',
    '      <Theirs {...props} />',
    '    </div>',
    '  );',
    '}',
    '',
  ].join('\n'),
};

export const OWN_THEME: Files = {
  'layouts/styles/theme.css': ':root { --accent: #0b5d3b; --measure: 36rem; --paper: #fffdf7 }\n',
};

/** A newsroom's `tsconfig.json`, as `init` writes it. */
export const TYPED: Files = {
  'tsconfig.json': JSON.stringify({
    extends: 'broadsheet/tsconfig.json',
    include: ['layouts', 'rules', '.eleventy.ts'],
  }),
};

export function aStory(headline: string): string {
  return `---\nheadline: ${headline}\ndek: A sentence about it.\ndate: 2026-11-28 09:00\nsection: news\ncontributors: [Mira Okafor]\n---\n\nThe text of the story.\n`;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command line is run: from which folder, with what of the environment changed, and by a program that stands before it. */
export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly by?: readonly string[];
}

/** Runs the command that is installed in a folder. */
export function broadsheet(
  args: readonly string[],
  { cwd, installedIn = cwd, ...options }: RunOptions & { readonly installedIn?: string },
): Ended {
  return run([join(installedIn, 'node_modules/.bin/broadsheet'), ...args], { cwd, ...options });
}

export function run(command: readonly string[], { cwd, env = {}, by = [] }: RunOptions): Ended {
  const [program = '', ...args] = [...by, ...command];
  const ended = spawnSync(program, args, {
    cwd,
    env: { ...ENVIRONMENT, BROADSHEET_NOW: NOW, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (ended.error) throw ended.error;
  return ended;
}
