import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { copyProject } from '../bench/sites/broadsheet.ts';
import { lendEleventy } from '../build/program/lend-eleventy.ts';
import { aNewsroomOnDisk, broadsheetInResident, removeNewsrooms } from '../cli/run.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import { type Files, PreviewNewsroom, removePreviewNewsrooms } from './a-preview.ts';
import { inLine } from './a-preview.ts';
import { WebSocketProbe } from './requests.ts';
import { ResidentServe, ServeCommand, stopServing } from './run-serve.ts';
import { atNight } from '../at-night.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const NOW = ['--now', '2026-11-23 12:00'];

afterEach(async () => {
  await stopServing();
  removePreviewNewsrooms();
  removeNewsrooms();
});

function serving(files: Files, ...args: readonly string[]): { newsroom: PreviewNewsroom; command: ServeCommand } {
  const newsroom = new PreviewNewsroom(files);
  return { newsroom, command: new ServeCommand(newsroom.folder, [...NOW, ...args]) };
}

/** The same in the process that stays, where it does not matter which one it is. */
function servingInResident(
  files: Files,
  ...args: readonly string[]
): { newsroom: PreviewNewsroom; command: ResidentServe } {
  const newsroom = new PreviewNewsroom(files);
  return { newsroom, command: new ResidentServe(newsroom.folder, [...NOW, ...args]) };
}

async function textAt(address: string): Promise<string> {
  return inLine(await (await fetch(address)).text());
}

describe('the terminal', () => {
  it('says where the preview is, what is held back, and what each save did', async () => {
    const { newsroom, command } = servingInResident({
      'articles/bridge.md': aStory(),
      'articles/later.md': aStory({ date: '2026-12-24 18:00' }),
    });
    await command.address();
    newsroom.write({ 'articles/bridge.md': aStory({}, 'It opens.\n') });
    await command.says('articles/bridge.md → ');

    expect(command.output).toMatch(
      /^Shown here only: content\/articles\/later\.md \(embargoed until 24 December 2026 at 18:00 GMT\), at \/2026\/12\/24\/later\/\nThe Harbour Ledger: 2 stories in .* m?s\nPreview: http:\/\/127\.0\.0\.1:\d+\/ /,
    );
  });

  it('gives the report of what is wrong', async () => {
    const { newsroom, command } = servingInResident({ 'articles/bridge.md': aStory({ label: 'gossip' }) });
    await command.address();
    expect(command.output).toContain('content/articles/bridge.md:5:10 error');
    expect(command.output).toContain('1 error; 1 story is held up, and the rest goes on.');

    newsroom.write({ 'articles/bridge.md': aStory() });
    await command.says('articles/bridge.md → ');
  });
});

describe('the end', () => {
  it.each<'SIGINT' | 'SIGTERM'>(['SIGINT', ...atNight('SIGTERM' as const)])(
    'is good, comes while browsers keep their connections open, and leaves nothing behind: %s',
    async (signal) => {
      const { newsroom, command } = serving({ 'articles/bridge.md': aStory() });
      const address = await command.address();
      await WebSocketProbe.open(Number(new URL(address).port));

      expect(await command.stop(signal)).toBe(0);

      await expect(fetch(address)).rejects.toThrow();
      expect(readdirSync(join(newsroom.folder, '.cache')).filter((name) => name.startsWith('serving-'))).toEqual([]);
    },
  );
});

describe('the end while a story is published', () => {
  it('comes when that is done, and whoever waits for it is told', async () => {
    const draft = aStory({ headline: 'Bridge opens', draft: true });
    const { newsroom, command } = serving({ 'articles/bridge.md': draft });
    const { folder } = newsroom;
    const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
    git('init', '--quiet', '--initial-branch=main');
    for (const [key, value] of Object.entries({ name: 'Ana Ruiz', email: 'ana@ledger.example' }))
      git('config', `user.${key}`, value);
    git('add', 'content');
    git('commit', '--quiet', '--message=Begin');
    writeFileSync(
      join(folder, '.git/hooks/pre-commit'),
      '#!/bin/sh\ntouch .git/begun\nwhile [ ! -e .git/go ]; do sleep 0.2; done\n',
      { mode: 0o755 },
    );
    const origin = (await command.address()).replace(/\/$/, '');
    const { token } = (await (await fetch(`${origin}/_desk/session`)).json()) as { readonly token: string };
    const headers = { origin, 'x-broadsheet-token': token, 'content-type': 'application/json' };
    const post = async (name: string, body: object): Promise<unknown> =>
      (await fetch(`${origin}/_desk/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    const { id } = (await post('publication', { path: 'content/articles/bridge.md', date: 'keep' })) as { id: string };
    const published = post('publish', { id });
    await expect.poll(() => existsSync(join(folder, '.git/begun')), { timeout: 60_000 }).toBe(true);

    const ended = command.stop('SIGTERM');
    await command.says('A story is being published');
    writeFileSync(join(folder, '.git/go'), '');

    expect(await published).toEqual({ commit: git('rev-parse', 'HEAD').slice(0, 10), isPushed: false, left: [] });
    expect(await ended).toBe(0);
    expect(git('log', '-1', '--format=%s')).toBe('Publish “Bridge opens”\n');
    expect(git('status', '--porcelain', 'content')).toBe('');
  });
});

describe('the port', () => {
  async function taken(): Promise<{ readonly port: number; readonly close: () => void }> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: (server.address() as AddressInfo).port, close: () => server.close() };
  }

  it('that was asked for and is taken is wrong use', async () => {
    const { port, close } = await taken();
    const { command } = serving({ 'articles/bridge.md': aStory() }, '--port', String(port));

    expect(await command.ended).toBe(2);
    expect(command.output).toContain(`Unexpected program on port ${port}`);
    close();
  });

  it('is another one where it was not asked for', async () => {
    const one = servingInResident({ 'articles/bridge.md': aStory() });
    const other = serving({ 'articles/bridge.md': aStory() });

    expect(await one.command.address()).not.toBe(await other.command.address());
  });

  it.each([
    ['--port', '0'],
    ['--port', '65536'],
    ['--port', 'http'],
    ['--host', 'no.such.host.invalid'],
    ['--jobs', '0'],
    ['--drafts', ''],
  ])('or what else is asked for must make sense: %s %s', async (option, value) => {
    const { command } = servingInResident({ 'articles/bridge.md': aStory() }, option, value);

    expect(await command.ended).toBe(2);
    expect(command.output).toContain('hint: npx broadsheet --help');
  });
});

describe('pages of the newsroom’s own', () => {
  it('are renewed with their templates, their data, and the stories that they show', async () => {
    const about = (text: string): string => aFile({ title: 'About us', layout: 'page' }, text);
    const { newsroom, command } = servingInResident({
      'articles/bridge.md': aStory(),
      'pages/about.md': about('We print what we know.\n\n::story{slug=bridge}\n'),
      'pages/list.njk': '---\npermalink: /list.txt\n---\n{{ names.first }}',
      'pages/_data/names.json': '{ "first": "Ada" }',
    });
    const address = await command.address();
    expect(await textAt(`${address}about/`)).toMatch(/We print what we know.*Harbour bridge closes/);
    expect(await textAt(`${address}list.txt`)).toBe('Ada');

    newsroom.write({ 'pages/_data/names.json': '{ "first": "Bea" }' });
    await command.says('names.json → ');
    expect(await textAt(`${address}list.txt`)).toBe('Bea');

    newsroom.write({ 'articles/bridge.md': aStory({ headline: 'It opens' }) });
    await command.says('bridge.md → ');
    expect(await textAt(`${address}about/`)).toContain('It opens');

    newsroom.write({ 'pages/about.md': about('We ask.\n') });
    await command.says('about.md → ');
    expect(await textAt(`${address}about/`)).toContain('We ask.');

    newsroom.write({ 'pages/list.njk': '---\npermalink: /list.txt\n---\n{% bad' });
    await command.says('template-failed');
    await command.says('list.njk → ');
    expect(await textAt(`${address}list.txt`)).toContain('This page has an error');
    expect(await textAt(`${address}about/`)).toMatch(/We ask\..*1 page with errors/);

    newsroom.write({ 'pages/list.njk': '---\npermalink: /list.txt\n---\nCy' });
    await command.says('list.njk → ', 2);
    expect(await textAt(`${address}list.txt`)).toBe('Cy');
  });

  it('that are programs are run by a new process', async () => {
    const program = (name: string): string =>
      `export default { data: { permalink: '/who.txt' }, render: () => '${name}' };\n`;
    const { newsroom, command } = serving({ 'articles/bridge.md': aStory(), 'pages/who.11ty.js': program('Ada') });
    const address = await command.address();
    expect(await textAt(`${address}who.txt`)).toBe('Ada');

    newsroom.write({ 'pages/who.11ty.js': program('Bea') });
    await command.says('Preview: ', 2);

    expect(await textAt(`${address}who.txt`)).toBe('Bea');
  });
});

describe('a build beside it', () => {
  it('does not wait for it', async () => {
    const { newsroom, command } = servingInResident({ 'articles/bridge.md': aStory() });
    await command.address();

    const build = await broadsheetInResident(newsroom.folder, 'build', ...NOW);

    expect([build.status, build.stderr]).toEqual([0, '']);
  });
});

/** A page is made at each look. */
const PATIENT = { timeout: 120_000, interval: 300 };

describe('a change of a layout', () => {
  it('restarts it at the same address, but not while the layout or the styles cannot be compiled', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-project-'));
    copyProject(PROJECT, folder);
    lendEleventy(folder);
    const layout = join(folder, 'layouts/parts/site.tsx');
    const source = readFileSync(layout, 'utf8');
    const styles = join(folder, 'layouts/styles/story.css');
    const css = readFileSync(styles, 'utf8');
    const newsroom = new PreviewNewsroom({ 'articles/bridge.md': aStory() });
    const command = new ServeCommand(newsroom.folder, NOW, folder);
    const address = await command.address();
    // While it is started again nothing answers. One change may be noticed as two, of which each starts it again.
    const html = async (): Promise<string> =>
      (await fetch(address).catch(() => undefined))?.text() ?? 'Nothing answers';
    const home = async (): Promise<string> => inLine(await html());

    writeFileSync(styles, `${css}\n} broken {`);
    await command.says('goes on with the styles and scripts');
    expect(await home()).toMatch(
      /Harbour bridge closes.*A style or a script cannot be read.*layouts\/styles\/story\.css , line \d+/,
    );
    writeFileSync(styles, css);
    await command.says('Preview: ', 2);
    await expect.poll(home, PATIENT).toMatch(/^(?!.*A style or a).*Harbour bridge closes/);

    writeFileSync(layout, `${source}\n<`);
    await command.says('goes on with the layouts as they were');
    await expect.poll(home, PATIENT).toMatch(/Harbour bridge closes.*The layouts cannot be compiled/);

    writeFileSync(layout, source.replace('<footer', '<footer data-test="renewed"'));
    await expect.poll(html, PATIENT).toContain('data-test="renewed"');
    expect(await home()).toMatch(/^(?!.*cannot be compiled).*Harbour bridge closes/);
    expect(new Set([...command.output.matchAll(/Preview: (\S+)/g)].map(([, at]) => at))).toEqual(new Set([address]));

    expect(await command.stop()).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

describe('a newsroom with files of its own', () => {
  it('sees a change of its component, template and rule, and is told of one that cannot be compiled by its place', async () => {
    const card = (name: string): string =>
      `import { Card as Ours, type CardProps } from 'broadsheet/layouts/parts/card.tsx';\nexport const Card = (props: CardProps) => <div class="${name}"><Ours {...props} /></div>;\n`;
    const rule = (name: string): string =>
      `export default () => [{ message: 'Unexpected ${name}', hint: 'write another', range: undefined }];\n`;
    const folder = aNewsroomOnDisk({
      '.eleventy.ts': "export { default } from 'broadsheet';\n",
      'package.json': '{ "type": "module" }\n',
      'content/articles/bridge.md': aStory(),
      'content/pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
      'layouts/parts/card.tsx': card('first'),
      'layouts/page.njk': 'Template one {{ props.title }}',
      'rules/no-story.ts': rule('first rule'),
    });
    const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
    const command = new ServeCommand(folder, NOW);
    const address = await command.address();
    const html = async (path = ''): Promise<string> =>
      (await fetch(address + path).catch(() => undefined))?.text() ?? 'Nothing answers';
    expect(await html()).toContain('<div class="first">');
    expect(await html('about/')).toContain('Template one About');
    expect(command.output).toContain('Unexpected first rule');

    write('layouts/parts/card.tsx', card('second'));
    await expect.poll(html, PATIENT).toContain('<div class="second">');
    write('layouts/page.njk', 'Template two {{ props.title }}');
    await expect.poll(() => html('about/'), PATIENT).toContain('Template two About');
    write('rules/no-story.ts', rule('second rule'));
    await command.says('Unexpected second rule');
    write('layouts/parts/card.tsx', `${card('third')}<`);
    await command.says('goes on with the layouts as they were');
    expect(command.output).toMatch(/^layouts\/parts\/card\.tsx:3:\d+ /m);
    write('layouts/parts/card.tsx', card('fourth'));
    await expect.poll(html, PATIENT).toContain('<div class="fourth">');

    expect(await command.stop()).toBe(0);
  });
});
