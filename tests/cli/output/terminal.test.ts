import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { print, printCommands, tell } from '../../../src/cli/output/terminal.ts';
import { aNewsroomOnDisk, broadsheetForEach, broadsheetInResident, type Ended, removeNewsrooms } from '../run.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const ESCAPE = '\u001b';
/** A terminal would clear its screen, take a title, and turn letters around. */
const HOSTILE = `${ESCAPE}[2J\u009b1m\u202egnp\u200f\u2067`;

/** What a terminal obeys, or shows in another order: all but ends of lines. */
const OBEYED = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const KEYS = 'contributors: Jo Li\ndate: 2026-11-20\n';

/** A newsroom with hostile names of files, and hostile texts that are errors. */
function hostileNewsroom({ isGood }: { readonly isGood: boolean }): string {
  const story = (keys: string): string => `---\nheadline: A\n${KEYS}${keys}---\nText.\n`;
  const text = `"a${HOSTILE.replace(ESCAPE, '\\e').replace('\u009b', '\\x9b')}\\n"`;
  return aNewsroomOnDisk({
    'content/articles/a.md': story(''),
    [`content/articles/draft${HOSTILE}\nx.md`]: story('slug: d\ndraft: true\n'),
    [`content/articles/later${HOSTILE}.md`]: story('slug: l\n').replace('2026-11-20', '2027-01-01'),
    ...(isGood
      ? {}
      : {
          'content/site.yaml': `title: ${text}\nurl: https://ledger.example/\n`,
          [`content/articles/b${HOSTILE}.md`]: story(`slug: b\nlayout: ${text}\nkicker: ${text}\nunknown: ${text}\n`),
          'content/articles/c.md': `---\nheadline: ${text}\n${KEYS}section: ${text}\n---\n[a](x${HOSTILE}.md)\n`,
          [`content/contributors/x${HOSTILE}.md`]: `---\nname: ${text}\n---\n`,
          [`content/media/z${HOSTILE}.exe`]: 'x',
          [`content/pages/p${HOSTILE}.md`]: '---\ntitle: P\n---\nP\n',
        }),
  });
}

const NOW = ['--now', '2026-12-01T12:00:00Z'];

afterAll(removeNewsrooms);

describe('what a command prints', () => {
  it.each([true, false])('is nothing that a terminal obeys, whatever files are called and say: %s', async (isGood) => {
    const folder = hostileNewsroom({ isGood });
    const ended = await broadsheetForEach(folder, [
      ['check', ...NOW],
      ['check', ...NOW, '--limit', 'all'],
      ['check', ...NOW, '--summary'],
      ['build', ...NOW],
    ]);

    for (const one of ended) expect(obeyedIn(one)).toEqual([]);
    expect(ended.map(({ status }) => status)).toEqual(isGood ? [0, 0, 0, 0] : [1, 1, 1, 1]);
    expect(ended[3]?.stdout ?? '').toContain(
      isGood ? 'draft\\u001b[2J\\u009b1m\\u202egnp\\u200f\\u2067\\u000ax.md (draft)' : '',
    );
  });

  it('is JSON with --json, which says the same', async () => {
    const folder = hostileNewsroom({ isGood: true });
    for (const command of ['check', 'build']) {
      const ended = await broadsheetInResident(folder, command, ...NOW, '--json');
      const { heldBack } = JSON.parse(ended.stdout) as { readonly heldBack: readonly { readonly path: string }[] };

      expect(obeyedIn(ended)).toEqual([]);
      expect(heldBack.map(({ path }) => path)).toContain(`content/articles/draft${HOSTILE}\nx.md`);
    }
  });

  it('is so of arguments as well', async () => {
    const folder = hostileNewsroom({ isGood: true });
    const commands = [
      ['new', `A${HOSTILE}`],
      ['new', 'A', '--section', HOSTILE],
      ['new', 'A', '--date', HOSTILE],
      ['build', '--content', HOSTILE],
      ['build', '--output', `x${HOSTILE}`, '--url', HOSTILE],
      ['check', '--only', HOSTILE],
      ['check', `--${HOSTILE}`],
      [HOSTILE],
    ];
    for (const args of commands) {
      const ended = await broadsheetInResident(folder, ...args);
      expect([args, obeyedIn(ended), ended.status]).toEqual([args, [], 2]);
    }
    const made = await broadsheetInResident(hostileNewsroom({ isGood: true }), 'new', 'A story');
    expect([obeyedIn(made), made.status]).toEqual([[], 0]);
  });

  it('is so of a preview', async () => {
    const child = spawn(
      process.execPath,
      [join(PROJECT, 'src/cli/broadsheet.js'), 'serve', ...NOW, '--port', '18437'],
      { cwd: hostileNewsroom({ isGood: true }) },
    );
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => printed.push(text));
    try {
      await expect.poll(() => printed.join(''), { timeout: 60_000 }).toContain('Preview: ');
    } finally {
      child.kill();
    }

    expect(OBEYED.exec(printed.join(''))).toBeNull();
    expect(printed.join('')).toContain('later\\u001b[2J');
  }, 90_000);
});

describe('what is printed on the machine of a service that runs builds', () => {
  const COMMANDS =
    '##[error]a\n  4 | b ##[set-output name=c]d ###[e] ##vso[task.complete]\n##teamcity[a]\n \t::error::f\n::g::\n{ "h": "##[i]" }\n';
  const PLAIN = '## A heading, [a link](b) ## [c], a :: b\n:a: http://d\n# [e]\n';

  function printed(text: string, write: (text: string) => void): string {
    const chunks: string[] = [];
    const spies = (['stdout', 'stderr'] as const).map((name) =>
      vi.spyOn(process[name], 'write').mockImplementation((chunk) => chunks.push(String(chunk)) > 0),
    );
    write(text);
    for (const spy of spies) spy.mockRestore();
    return chunks.join('');
  }

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(['GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'])('is no command to it, where it says %s', (name) => {
    vi.stubEnv(name, 'true');

    for (const write of [print, tell]) {
      const text = printed(COMMANDS, write);
      expect(text).not.toMatch(/##\w*\[/);
      expect(text).not.toMatch(/^\s*::/m);
      expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toEqual({ h: '##[i]' });
      expect(printed(PLAIN, write)).toBe(PLAIN);
    }
    expect(printed('::error::a\n', printCommands)).toBe('::error::a\n');
  });

  it('is what it is on all others', () => {
    for (const name of ['GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION']) vi.stubEnv(name, undefined);

    expect(printed(COMMANDS.replace('\t', ''), tell)).toBe(COMMANDS.replace('\t', ''));
  });
});

describe('the sources of commands', () => {
  it('write to a terminal in one place', () => {
    const files = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' });
    const writing = files
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /\bstd(?:out|err)\.write\b|\bconsole\./.test(readFileSync(join(PROJECT, 'src', file), 'utf8')));

    expect(files.length).toBeGreaterThan(100);
    expect(writing).toEqual([join('cli', 'output', 'terminal.ts')]);
  });
});

function obeyedIn({ stdout, stderr }: Ended): readonly string[] {
  return [stdout, stderr].filter((text) => OBEYED.test(text));
}
