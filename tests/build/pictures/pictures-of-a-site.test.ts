import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../../../src/disk/files.ts';
import { buildSiteInResident } from '../../site/run-broadsheet.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function photograph(colour: string): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 20 };
  return sharp({ create: { width: 700, height: 500, channels: 3, background: colour, noise } })
    .jpeg({ quality: 60 })
    .toBuffer();
}

const story = (slug: string, head: string, body: string): string =>
  `---\nheadline: Bridge ${slug}\ncontributors: Jane Doe\nsection: news\ndate: 2026-11-2${slug.length % 9}\n${head}---\n${body}\n`;

/** A newsroom of two stories with pictures and one without. */
async function aNewsroom(site = ''): Promise<{ readonly content: string; readonly output: string }> {
  const folder = temporaryFolder({
    'content/site.yaml': `title: The Ledger\nurl: https://ledger.example/\nsections:\n  - { id: news, title: News }\nsearch: false\n${site}`,
    'content/articles/one.md': story(
      'one',
      'image: { src: bridge.jpg, alt: A bridge, focus: 10% 50% }\n',
      'It opened.',
    ),
    'content/articles/two.md': story('two', '', '![A pier](pier.jpg)\n\nSee [the plan](/media/plan.jpg).'),
    'content/articles/three.md': story('three', '', 'No picture.'),
  });
  const content = join(folder, 'content');
  mkdirSync(join(content, 'media'));
  for (const name of ['bridge', 'pier', 'plan']) {
    const target = join(content, 'media', `${name}.jpg`);

    writeFileSync(target, await photograph(name === 'bridge' ? '#a00' : '#0a0'));
  }
  return { content, output: join(folder, 'out') };
}

async function build(
  { content, output }: { readonly content: string; readonly output: string },
  ...args: string[]
): Promise<string> {
  const { status, stdout, stderr } = await buildSiteInResident(content, output, ...args);
  expect(status, stderr + stdout).toBe(0);
  return stdout + stderr;
}

function bytesIn(output: string): ReadonlyMap<string, string> {
  return new Map(
    [...filesIn(output)].sort().map((path) => [path, readFileSync(join(output, path)).toString('base64')]),
  );
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).sort();
}

describe('the pictures of a site', () => {
  it('are all there that its pages name, and the files themselves only where something links to them', async () => {
    const newsroom = await aNewsroom();
    await build(newsroom);
    const files = new Set(filesIn(newsroom.output));
    const named = [...files]
      .filter((path) => /\.(?:html|xml|json)$/.test(path))
      .flatMap((path) => readFileSync(join(newsroom.output, path), 'utf8').match(/\/pictures\/[\w.-]+/g) ?? []);

    expect(named.length).toBeGreaterThan(20);
    for (const url of named) expect(files).toContain(url.slice(1));
    expect(readdirSync(join(newsroom.output, 'media'))).toEqual(['plan.jpg']);
    const page = readFileSync(join(newsroom.output, 'news/index.html'), 'utf8');
    expect(page.match(/loading="eager"/g)).toHaveLength(1);
  });

  it('are made once, from the cache for another output, and anew where that is damaged; always the same bytes', async () => {
    const newsroom = await aNewsroom();
    await build(newsroom);
    const first = bytesIn(newsroom.output);
    const kept = join(`${newsroom.output}-cache`, 'pictures');
    const [damaged, gone] = readdirSync(kept).map((name) => join(kept, name)) as [string, string];
    const before = readFileSync(damaged);
    writeFileSync(damaged, Buffer.concat([before.subarray(0, 50), Buffer.from('damage'), before.subarray(56)]));
    writeFileSync(gone, '');

    rmSync(newsroom.output, { recursive: true });
    await build(newsroom);

    expect(differing(first, bytesIn(newsroom.output))).toEqual([]);
    expect(readFileSync(damaged).equals(before)).toBe(true);
    expect(await build(newsroom)).toContain('0 files written');
  });

  it('are JPEG where nothing is seen through their alpha channel, whatever was built before and wherever', async () => {
    const newsroom = await aNewsroom();
    const two = join(newsroom.content, 'articles/two.md');
    writeFileSync(two, story('two', 'image: { src: pier.png, alt: A pier }\n', '![A pier](pier.png)'));
    const pier = join(newsroom.content, 'media/pier.png');
    const fallbacks = (): readonly string[] => [
      ...new Set(
        [...bytesIn(newsroom.output).keys()].flatMap((path) => /^pictures\/.*-q75.*\.(?:png|jpg)$/.exec(path) ?? []),
      ),
    ];
    const asAnew = async (): Promise<void> => {
      const before = bytesIn(newsroom.output);
      rmSync(newsroom.output, { recursive: true });
      rmSync(`${newsroom.output}-cache`, { recursive: true });
      await build(newsroom);
      expect(differing(before, bytesIn(newsroom.output))).toEqual([]);
    };
    writeFileSync(
      pier,
      await sharp(await photograph('#0a0'))
        .ensureAlpha(0.5)
        .png()
        .toBuffer(),
    );
    await build(newsroom);
    expect(fallbacks().some((path) => path.endsWith('.png'))).toBe(true);
    writeFileSync(
      pier,
      await sharp(await photograph('#0a0'))
        .ensureAlpha(1)
        .png()
        .toBuffer(),
    );
    await build(newsroom);
    expect(fallbacks().filter((path) => !path.endsWith('.jpg'))).toEqual([]);
    await asAnew();

    // To another machine, where every file is new to the system.
    const elsewhere = { content: join(temporaryFolder({}), 'content'), output: join(temporaryFolder({}), 'out') };
    cpSync(newsroom.content, elsewhere.content, { recursive: true });
    cpSync(`${newsroom.output}-cache`, `${elsewhere.output}-cache`, { recursive: true });
    await build(elsewhere);
    expect(differing(bytesIn(newsroom.output), bytesIn(elsewhere.output))).toEqual([]);
  });

  it('that are replaced remake their own pages, and leave no file', async () => {
    const newsroom = await aNewsroom();
    await build(newsroom);
    const before = bytesIn(newsroom.output);
    writeFileSync(join(newsroom.content, 'media/pier.jpg'), await photograph('#00a'));
    await build(newsroom);
    const after = bytesIn(newsroom.output);
    const pages = differing(before, after).filter((path) => path.endsWith('.html'));

    expect(pages).toEqual(['2026/11/23/two/index.html']);
    const named = [...after.keys()].filter((path) => path.startsWith('pictures/'));
    expect(named.length).toBe([...before.keys()].filter((path) => path.startsWith('pictures/')).length);
    expect(readdirSync(join(`${newsroom.output}-cache`, 'pictures')).length).toBe(named.length);
  });

  it('that no page shows any more leave no file', async () => {
    const newsroom = await aNewsroom();
    await build(newsroom);
    writeFileSync(join(newsroom.content, 'articles/one.md'), story('one', '', 'It opened.'));
    writeFileSync(join(newsroom.content, 'articles/two.md'), story('two', '', 'It opened.'));
    await build(newsroom);

    expect(existsSync(join(newsroom.output, 'pictures'))).toBe(false);
  });

  it('are published as they are too where site.yaml says so, and are offered in AVIF', async () => {
    const newsroom = await aNewsroom('pictures: { original: link, formats: [avif, webp], widths: [400] }\n');
    await build(newsroom);
    const page = readFileSync(join(newsroom.output, '2026/11/23/two/index.html'), 'utf8');

    expect(readdirSync(join(newsroom.output, 'media')).sort()).toEqual(['bridge.jpg', 'pier.jpg', 'plan.jpg']);
    expect(page).toMatch(
      /<a href="\/media\/pier\.jpg"><picture><source type="image\/avif" srcset="\S+-400\.avif 400w"/,
    );
  });

  it('that cannot be decoded are told of, and the output stays as it was', async () => {
    const newsroom = await aNewsroom();
    await build(newsroom);
    const bytes = readFileSync(join(newsroom.content, 'media/pier.jpg'));
    const cut = Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from([0xff, 0xd9])]);
    writeFileSync(join(newsroom.content, 'media/pier.jpg'), cut);
    const before = bytesIn(newsroom.output);
    const { status, stdout, stderr } = await buildSiteInResident(newsroom.content, newsroom.output);

    expect(status).toBe(1);
    expect(stdout + stderr).toContain('content/media/pier.jpg');
    expect(stdout + stderr).toContain('picture-unreadable');
    expect(differing(before, bytesIn(newsroom.output))).toEqual([]);
  });
});

describe('the cards of a site', () => {
  const CARDS = 'pictures: { cards: true }\n';
  const cardsIn = (files: ReadonlyMap<string, string>): readonly string[] =>
    [...files.keys()].filter((path) => path.startsWith('pictures/card-'));

  it('are those of its pages: a headline that is changed has another, and whatever was built before, they are as from nothing', async () => {
    const newsroom = await aNewsroom(CARDS);
    await build(newsroom);
    const before = bytesIn(newsroom.output);
    const two = join(newsroom.content, 'articles/two.md');
    writeFileSync(two, readFileSync(two, 'utf8').replace('Bridge two', 'Ferry two'));
    await build(newsroom);
    const edited = bytesIn(newsroom.output);
    rmSync(newsroom.output, { recursive: true });
    rmSync(`${newsroom.output}-cache`, { recursive: true });
    await build(newsroom);

    // Of the site, of the section, and of a story: another one has a picture at its head, and the third is not published yet.
    expect(cardsIn(before)).toHaveLength(3);
    expect(cardsIn(edited)).toHaveLength(3);
    expect(cardsIn(edited).filter((path) => !before.has(path))).toHaveLength(1);
    expect(differing(edited, bytesIn(newsroom.output))).toEqual([]);
  });

  it('come and go with the word of the newsroom, in parts of a site too', async () => {
    const newsroom = await aNewsroom();
    await build(newsroom);
    const settings = join(newsroom.content, 'site.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8') + CARDS);
    const parts = new Map<string, string>();
    for (const shard of ['1/2', '2/2']) {
      const output = `${newsroom.output}-${shard[0]}`;
      await build({ ...newsroom, output }, '--shard', shard);
      for (const [path, bytes] of bytesIn(output)) parts.set(path, bytes);
    }
    await build(newsroom);
    const whole = bytesIn(newsroom.output);

    expect(cardsIn(whole)).toHaveLength(3);
    expect(differing(parts, whole)).toEqual([]);
  });
});
