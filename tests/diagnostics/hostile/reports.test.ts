import { afterAll, describe, expect, it } from 'vitest';
import { broadsheetInResident } from '../../cli/run.ts';
import {
  check,
  type Files,
  KEYS,
  markdown,
  NOW,
  readFiles,
  removeWritten,
  SITE,
  STORY,
  writeFiles,
} from './newsroom-on-disk.ts';

afterAll(removeWritten);

describe('a report', () => {
  it('has everything that is wrong in all files, by path, line and column', async () => {
    const read = await readFiles({
      'content/site.yaml': `${SITE}sociall: []\ntimeZone: London\n`,
      'content/notes.txt': 'Call the harbour master.\n',
      'content/pages/about.md': markdown('titel: About', '# About us\n\nSee [the report](report.md).\n'),
      'content/contributors/jane.md': markdown('name: Jane Doe\nemail: none'),
      'content/articles/b.md': 'No front matter.\n',
      'content/articles/a.md': markdown(
        'headline: 5\ncontributors: [5, jane-doe]\ndate: 2026-02-30\nlabel: gossip\ncolour: red\nslug: A B',
        ':::asid\n:::\n\n<font>Bold</font> and [a](b.pdf) and [c](d.pdf)\n',
      ),
    });

    expect(read.diagnostics.map(({ path, line, column, code }) => `${path}:${line}:${column} ${code}`)).toEqual([
      'content/articles/a.md:2:11 value-type',
      'content/articles/a.md:3:16 value-type',
      'content/articles/a.md:4:7 date-invalid',
      'content/articles/a.md:5:8 value-choice',
      'content/articles/a.md:6:1 key-unknown',
      'content/articles/a.md:7:7 slug-invalid',
      'content/articles/a.md:9:4 directive-unknown',
      'content/articles/a.md:12:1 html-removed',
      'content/articles/a.md:12:27 link-broken',
      'content/articles/a.md:12:42 link-broken',
      'content/articles/b.md:1:1 front-matter-missing',
      'content/contributors/jane.md:3:8 url-invalid',
      'content/notes.txt:1:1 file-misplaced',
      'content/pages/about.md:2:1 key-unknown',
      'content/pages/about.md:4:1 heading-level',
      'content/pages/about.md:6:18 link-broken',
      'content/site.yaml:3:1 key-unknown',
      'content/site.yaml:4:11 time-zone-invalid',
    ]);
  });

  it.each<[string, Files]>([
    ['broken YAML', { [STORY]: markdown('headline: Bridge: closed') }],
    ['an empty file', { [STORY]: '' }],
    ['UTF-16', { [STORY]: Buffer.from(`\ufeff${markdown(KEYS)}`, 'utf16le') }],
    ['a file name with a newline and an escape character', { 'content/articles/a\n\u001b[31mb.md': '', [STORY]: '' }],
    ['a program as front matter', { 'content/pages/a.njk': '---js\n{ a: process.exit(7) }\n---\n' }],
    ['a broken link', { [STORY]: markdown(KEYS, '[x](report.md)\n') }],
    ['100,000 brackets', { [STORY]: markdown(`topics: ${'['.repeat(100_000)}`) }],
    ['no site.yaml', { 'content/site.yaml': undefined, [STORY]: markdown(KEYS) }],
    ['a method for a label', { [STORY]: markdown(`${KEYS}\nlabel: { toString: x }`) }],
    ['half an escape in the address of the site', { 'content/site.yaml': `${SITE.trimEnd()}%\n` }],
  ])('ends the command with 1 and without a stack, for %s', async (_what, files) => {
    const { status, stderr, stdout } = await check(writeFiles(files));

    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toMatch(/[^\P{Cc}\n\t]/u);
    expect(stderr).toMatch(/^content\/.*:\d+:\d+ error /m);
    expect(stdout).toMatch(/^(?:\d+ files? of content\/pages\/ (?:is|are) .*\n)?$/);
    expect(status).toBe(1);
  });

  it('is one document for machines, whatever is in it', async () => {
    const folder = writeFiles({ 'content/articles/\u001b[31m"a.md': 'x', [STORY]: markdown('headline: "\\e[31m"') });
    const { stdout } = await broadsheetInResident(folder, 'check', '--content', 'content', '--now', NOW, '--json');

    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };
    expect(diagnostics.map(({ code }) => code)).toContain('front-matter-missing');
  });
});
