import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../../src/disk/files.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { StayingCommand, stopServing } from '../../preview/run-serve.ts';
import { A, build, type BuildDocument, FILES, NOW, textsOf, write } from '../built.ts';
import { aNewsroomOnDisk, removeNewsrooms } from '../run.ts';

afterEach(async () => {
  await stopServing();
  removeNewsrooms();
});

const STORY = 'content/articles/a.md';
const PATIENT = { timeout: 50_000, interval: 20 };

/** A newsroom of which each save is published, once it was built for the first time. */
async function watching(
  files: Readonly<Record<string, string>> = FILES,
  args: readonly string[] = ['--now', NOW],
): Promise<{ readonly folder: string; readonly command: StayingCommand }> {
  const folder = aNewsroomOnDisk(files);
  const command = new StayingCommand(folder, ['build', '--watch', ...args]);
  await command.says(args.includes('--json') ? '"heldBack"' : ' written, ');
  return { folder, command };
}

const publishedIn = (folder: string, page: string) => (): string =>
  existsSync(join(folder, '_site', page)) ? readFileSync(join(folder, '_site', page), 'utf8') : '(none)';

async function demandAsCold(folder: string): Promise<void> {
  await build(folder, '--output', 'cold', '--cache', 'cold-cache');
  expect(textsOf(join(folder, '_site'))).toEqual(textsOf(join(folder, 'cold')));
}

describe('builds of a newsroom that is watched', () => {
  it('publish each save, what came and what went, and end well', async () => {
    const { folder, command } = await watching();
    appendFileSync(join(folder, STORY), '\nIt opens again.\n');
    await expect.poll(publishedIn(folder, A), PATIENT).toContain('It opens again');
    write(folder, 'content/articles/deep/new.md', aStory({ date: '2026-11-20' }));
    await expect.poll(publishedIn(folder, '2026/11/20/new/index.html'), PATIENT).toContain('Harbour bridge');
    rmSync(join(folder, 'content/articles/deep'), { recursive: true });
    await expect.poll(publishedIn(folder, '2026/11/20/new/index.html'), PATIENT).toBe('(none)');
    await command.says('articles/a.md →');

    expect(await command.stop()).toBe(0);
    await demandAsCold(folder);
    expect(readdirSync(folder).sort()).toEqual(['.cache', '_site', 'cold', 'cold-cache', 'content']);
    expect(readdirSync(join(folder, '.cache'))).not.toEqual(expect.arrayContaining(['lock']));
  });

  it('say why one fails, leave the output as it was, and go on', async () => {
    const { folder, command } = await watching();
    const before = textsOf(join(folder, '_site'));
    write(folder, 'content/articles/broken.md', 'no front matter');
    await command.says('nothing was written');
    const after = textsOf(join(folder, '_site'));
    // What is saved while something is wrong is published with what mends that.
    appendFileSync(join(folder, STORY), '\nIt opens again.\n');
    await command.says('nothing was written', 2);
    rmSync(join(folder, 'content/articles/broken.md'));
    await expect.poll(publishedIn(folder, A), PATIENT).toContain('It opens again');

    expect(after).toEqual(before);
    expect(command.output).toContain('content/articles/broken.md:1:1 error');
    expect(await command.stop('SIGTERM')).toBe(0);
    await demandAsCold(folder);
  });

  it('publish a story when its embargo ends, without a save', async () => {
    const { folder, command } = await watching(FILES, []);
    const soon = new Date(Date.now() + 3_000);
    write(folder, 'content/articles/held.md', aStory({ date: soon.toISOString() }));
    const pages = (): string => filesIn(join(folder, '_site')).join('\n');
    await expect.poll(pages, PATIENT).toContain('/held/index.html');

    expect(command.output).toContain('articles/held.md →');
    expect(await command.stop()).toBe(0);
  });

  it('are of the content as it is also where others build beside them', async () => {
    const { folder, command } = await watching({ ...FILES, 'content/articles/draft.md': aStory({ draft: true }) });
    const beside = await build(folder, '--drafts');
    write(folder, 'content/articles/c.md', aStory({ date: '2026-11-19' }));
    await expect.poll(publishedIn(folder, '2026/11/19/c/index.html'), PATIENT).toContain('Harbour bridge');
    await command.says(' written, ', 2);

    expect(beside.document.changed).toContain('/2026/11/23/draft/');
    expect(await command.stop()).toBe(0);
    await demandAsCold(folder);
  });

  it('print one document in a line each, and nothing else, for machines', async () => {
    const { folder, command } = await watching(FILES, ['--now', NOW, '--json']);
    appendFileSync(join(folder, STORY), '\nIt opens again.\n');
    await command.says('"heldBack"', 2);
    expect(await command.stop()).toBe(0);
    const documents = command.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as BuildDocument);

    expect(documents.map(({ changed }) => changed.includes('/2026/11/23/a/'))).toEqual([true, true]);
    expect(documents[1]?.rendered).toBeLessThan(documents[0]?.rendered ?? 0);
  });

  it('are done by another program when a layout changes, which is told where it cannot be compiled', async () => {
    const card = (name: string): string =>
      `import { Card as Ours, type CardProps } from 'broadsheet/layouts/parts/card.tsx';\nexport const Card = (props: CardProps) => <div class="${name}"><Ours {...props} /></div>;\n`;
    const { folder, command } = await watching({
      ...FILES,
      '.eleventy.ts': "export { default } from 'broadsheet';\n",
      'package.json': '{ "type": "module" }\n',
      'layouts/parts/card.tsx': card('first'),
    });
    const home = publishedIn(folder, 'index.html');
    expect(home()).toContain('<div class="first">');
    write(folder, 'layouts/parts/card.tsx', `${card('broken')}<`);
    await command.says('go on with the layouts as they were');
    write(folder, 'layouts/parts/card.tsx', card('second'));
    await expect.poll(home, PATIENT).toContain('<div class="second">');
    write(folder, 'content/articles/c.md', aStory({ date: '2026-11-19' }));
    await expect.poll(publishedIn(folder, '2026/11/19/c/index.html'), PATIENT).toContain('Harbour bridge');

    expect(await command.stop()).toBe(0);
  });
});
