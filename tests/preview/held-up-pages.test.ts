import { afterEach, describe, expect, it } from 'vitest';
import { aFile, aStory, type Keys } from '../newsroom/manuscript.ts';
import { type Files, inLine, PreviewNewsroom, removePreviewNewsrooms } from './a-preview.ts';
import { ResidentServe, stopServing } from './run-serve.ts';

afterEach(async () => {
  await stopServing();
  removePreviewNewsrooms();
});

const BRIDGE = '/2026/11/23/bridge/';
const STORY = { 'articles/bridge.md': aStory() };

/** A newsroom whose preview is looked at from outside: the templates of its pages are rendered by Eleventy. */
class Served {
  readonly newsroom: PreviewNewsroom;
  private readonly command: ResidentServe;
  private address = '';

  private constructor(newsroom: PreviewNewsroom) {
    this.newsroom = newsroom;
    this.command = new ResidentServe(newsroom.folder, ['--now', '2026-11-23 12:00']);
  }

  static async open(files: Files): Promise<Served> {
    const served = new Served(new PreviewNewsroom(files));
    served.address = (await served.command.address()).slice(0, -1);
    return served;
  }

  get output(): string {
    return this.command.output;
  }

  /** Writes files, and waits until that is told. */
  async save(files: Files): Promise<void> {
    const known = this.output.split(' → ').length - 1;
    this.newsroom.write(files);
    await this.command.says(' → ', known + 1);
  }

  /** The status and the words at an address. */
  async at(path: string): Promise<string> {
    const response = await fetch(this.address + path);
    return `${response.status} ${inLine(await response.text())}`;
  }

  async htmlAt(path: string): Promise<string> {
    return (await fetch(this.address + path)).text();
  }

  /** What the home page says of files with errors, unless there are none. */
  async heldUp(): Promise<string | undefined> {
    const home = await this.at('/');
    return home.includes('The content has') ? 'everything' : /(\d[\w ]*) with errors/.exec(home)?.[1];
  }

  /** Waits until the home page says so: a save may be told in two parts. */
  async waitFor(heldUp: string | undefined): Promise<void> {
    await expect.poll(() => this.heldUp(), { timeout: 60_000 }).toBe(heldUp);
  }
}

function page(keys: Keys, text: string): string {
  return aFile({ title: 'Plan', layout: 'page', ...keys }, text);
}

function unreadable(keys: Keys): string {
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${String(value)}\n`);
  return `---\ntitle: "Plan\n${lines.join('')}---\nText.\n`;
}

const BROKEN: readonly (readonly [what: string, ending: string, make: (keys: Keys) => string, told: string])[] = [
  ['a broken link', 'md', (keys) => page(keys, '[x](nowhere.md)\n'), 'nowhere.md'],
  ['no title', 'md', (keys) => aFile(keys, 'Text.\n'), 'without title'],
  ['front matter that cannot be read', 'md', unreadable, 'quote that is not closed'],
  ['front matter of a template that cannot be read', 'njk', unreadable, 'quote that is not closed'],
  ['a template that throws', 'njk', (keys) => page(keys, '{{ nothing() }}\n'), 'Unable to call'],
  ['a mistake in the syntax of a template', 'liquid', (keys) => page(keys, '{% if %}\n'), 'Unexpected mistake'],
];

const CASES = BROKEN.flatMap(([what, ending, make, told]) =>
  [{ draft: true }, {}].map((keys, index) => {
    const who = index === 0 ? 'a draft' : 'a page';
    return { title: `${who} with ${what}`, ending, keys, text: make(keys), told };
  }),
);

describe('a page with errors', () => {
  it('is left out by itself from the start, with what is wrong at its address, until it is mended', async () => {
    const pathOf = (index: number): string => `pages/plan-${index}.${CASES[index]?.ending}`;
    const filesOf = (text: (given: (typeof CASES)[number]) => string): Files =>
      Object.fromEntries(CASES.map((given, index) => [pathOf(index), text(given)]));
    const served = await Served.open({
      ...STORY,
      'pages/fine.njk': page({}, 'Fine.\n'),
      ...filesOf(({ text }) => text),
    });

    expect(await served.heldUp()).toBe(`${CASES.length} pages`);
    expect(served.output).toContain(`${CASES.length} pages are held up, and the rest goes on.`);
    expect(await served.at(BRIDGE)).toMatch(/^200 .*The city closed the bridge\./);
    expect(await served.at('/fine/')).toMatch(/^200 .*Fine\./);
    for (const [index, { title, told }] of CASES.entries()) {
      const words = await served.at(`/plan-${index}/`);
      expect(words, title).toMatch(/^500 This page has an error Until it is mended, it is not there/);
      expect(words, title).toContain(told);
      expect(words, title).toContain(`content/${pathOf(index)}`);
    }

    await served.save(filesOf(({ keys }) => page(keys, 'Mended.\n')));
    await served.waitFor(undefined);
    for (const index of CASES.keys()) expect(await served.at(`/plan-${index}/`)).toMatch(/^200 .*Mended\./);
  });

  it('is left out by itself after it was good, and the rest goes on', async () => {
    const served = await Served.open(STORY);
    for (const [index, { title, ending, keys, text }] of CASES.entries()) {
      const path = `pages/plan.${ending}`;
      await served.save({ [path]: page(keys, `Good ${index}.\n`) });
      await expect.poll(() => served.at('/plan/'), { timeout: 60_000 }).toMatch(`Good ${index}.`);

      await served.save({ [path]: text });
      await served.waitFor('1 page');
      expect(await served.at('/plan'), title).toMatch(/^500 This page has an error/);

      await served.save({ 'articles/bridge.md': aStory({}, `Opens ${index}.\n`) });
      await expect.poll(() => served.at(BRIDGE), { timeout: 60_000 }).toMatch(`Opens ${index}.`);
      expect(await served.heldUp(), title).toBe('1 page');

      await served.save({ [path]: undefined });
      await served.waitFor(undefined);
      expect(await served.at('/plan/'), title).toMatch(/^404/);
    }
  });

  it('may be the only page, in a newsroom without a story', async () => {
    const served = await Served.open({ 'pages/plan.njk': page({ draft: true }, '{{ nothing() }}\n') });

    expect([await served.heldUp(), await served.at('/')]).toEqual([
      '1 page',
      expect.stringMatching(/^200 .*The Harbour Ledger/),
    ]);
    expect(await served.at('/plan/')).toMatch(/^500 This page has an error/);
  });

  it('is held up also where it is no text, and counted beside stories', async () => {
    const served = await Served.open({
      ...STORY,
      'articles/other.md': aStory({ label: 'gossip' }),
      'pages/plan.md': '\u0000\u0001',
    });

    expect(await served.heldUp()).toBe('1 story and 1 page');
    expect(served.output).toContain('1 story and 1 page are held up, and the rest goes on.');
    expect(await served.at(BRIDGE)).toMatch(/^200 .*The city closed the bridge\./);
  });

  it('is judged again when what it leads to is there, and links to it come and go with it', async () => {
    const served = await Served.open({
      'site.yaml': 'title: Ledger\nurl: https://ledger.example/\nlanguages: [{ language: es }]\n',
      'pages/good.md': page({}, 'See [the plan](es/plan.md).\n'),
      'pages/es/plan.md': page({ draft: true }, 'See [it](../../articles/bridge.md).\n'),
    });
    expect(await served.heldUp()).toBe('1 page');
    expect(await served.at('/es/plan/')).toMatch(/^500 This page has an error/);
    expect(await served.htmlAt('/good/')).not.toContain('href="/es/plan/"');

    await served.save(STORY);
    await expect.poll(() => served.at('/es/plan/'), { timeout: 60_000 }).toMatch(/^200 .*See it \./);
    expect([await served.heldUp(), await served.htmlAt('/good/')]).toEqual([
      undefined,
      expect.stringContaining('href="/es/plan/"'),
    ]);
  });

  it('holds up nothing that leads to its address, whether that can be read or is computed', async () => {
    const served = await Served.open({
      'site.yaml':
        'title: Ledger\nurl: https://ledger.example/\nnavigation: [{ label: Us, url: /about-us/ }, { label: Made, url: /made-b/ }]\n',
      'redirects.yaml': '/old/: /made-b/\n/older/: /about-us/\n',
      'articles/bridge.md': aStory({}, 'See [us](/about-us/), [us](../pages/us.md) and [that](/made-b/).\n'),
      'pages/us.md': '---\ntitle: "Us\npermalink: /about-us/\n---\nText.\n',
      'pages/made.njk': page({ permalink: '/{{ "made" }}-b/' }, '{{ nothing() }}\n'),
    });

    expect(await served.heldUp()).toBe('2 pages');
    expect(await served.at('/about-us/')).toMatch(/^500 This page has an error/);
    expect(await served.at(BRIDGE)).toMatch(/^200 .*See us, us and that/);
  });

  it('stays held up while it becomes published, and a draft again', async () => {
    const served = await Served.open({ ...STORY, 'pages/plan.njk': page({ draft: true }, '{% if %}\n') });

    for (const keys of [{}, { draft: true }]) {
      await served.save({ 'pages/plan.njk': page(keys, '{% if %}\n') });
      // An empty template, as it is for a moment while it is written, is a good one.
      await served.waitFor('1 page');
      expect(await served.at('/plan/')).toMatch(/^500 This page has an error/);
      expect(await served.at(BRIDGE)).toMatch(/^200 /);
    }
  });
});

describe('of a page and another with one address', () => {
  it.each([
    ['a Markdown page', 'plan.md', page({ draft: true, permalink: BRIDGE }, 'Mine.\n')],
    ['a template', 'plan.njk', page({ draft: true, permalink: BRIDGE }, 'Mine.\n')],
  ])('the draft is held up, whenever it comes: %s', async (_what, name, text) => {
    const served = await Served.open({ ...STORY, [`pages/${name}`]: text });
    expect(await served.heldUp()).toBe('1 page');
    expect(await served.at(BRIDGE)).toMatch(/^200 .*The city closed the bridge\./);

    await served.save({ [`pages/${name}`]: undefined });
    await served.waitFor(undefined);
    await served.save({ [`pages/${name}`]: text });
    await served.waitFor('1 page');
    expect(await served.at(BRIDGE)).toMatch(/^200 .*The city closed the bridge\./);
  });

  it('the one that changed is held up, and the other stays', async () => {
    const served = await Served.open({ ...STORY, 'pages/plan.md': page({ permalink: '/mine/' }, 'Mine.\n') });

    await served.save({ 'articles/bridge.md': aStory({ permalink: '/mine/' }, 'Other.\n') });
    await served.waitFor('1 story');
    expect(await served.at('/mine/')).toMatch(/^200 .*Mine\./);
    expect(await served.at(BRIDGE)).toMatch(/^200 .*The city closed the bridge\./);

    await served.save(STORY);
    await served.waitFor(undefined);
    await served.save({ 'pages/plan.md': page({ permalink: BRIDGE }, 'Mine.\n') });
    await served.waitFor('1 page');
    expect(await served.at(BRIDGE)).toMatch(/^200 .*The city closed the bridge\./);
  });

  it('a draft is held up that computes the address, or whose address is computed', async () => {
    const served = await Served.open({
      'pages/good.md': page({}, 'Good.\n'),
      'pages/plan.njk': page({ draft: true, permalink: '/{{ "good" }}/' }, 'Mine.\n'),
      'pages/fine.njk': page({ permalink: '/{{ "idea" }}/' }, 'Fine.\n'),
      'pages/idea.md': page({ draft: true }, 'Mine.\n'),
    });

    expect(await served.heldUp()).toBe('2 pages');
    expect(await served.at('/good/')).toMatch(/^200 .*Good\./);
    expect(await served.at('/idea/')).toMatch(/^200 .*Fine\./);
  });
});

describe('a draft of a page', () => {
  it('has a bar that says so, and no other page has', async () => {
    const served = await Served.open({
      ...STORY,
      'site.yaml': 'title: Ledger\nurl: https://ledger.example/\nlanguages: [{ language: es }]\n',
      'pages/good.md': page({}, 'Good.\n'),
      'pages/plan.md': page({ draft: true }, 'Mine.\n'),
      'pages/made.njk': page({ draft: true }, 'Mine.\n'),
      'pages/rules.md': page({ draft: true, permalink: '/rules.html' }, 'Mine.\n'),
      'pages/es/plan.md': page({ draft: true }, 'Mine.\n'),
      'pages/computed.njk': page({ draft: true, permalink: '/{{ title | lower }}-b/' }, 'Mine.\n'),
      'pages/many.liquid': page(
        { draft: true, pagination: { data: 'items', size: 1 }, items: ['a'], permalink: '/{{ pagination.items[0] }}/' },
        'Mine.\n',
      ),
    });
    const drafts = {
      '/plan/': 'plan.md',
      '/made/': 'made.njk',
      '/rules.html': 'rules.md',
      '/es/plan/': 'es/plan.md',
      '/plan-b/': 'computed.njk',
      '/a/': 'many.liquid',
    };

    for (const [address, name] of Object.entries(drafts)) {
      const words = await served.at(address);
      expect(words).toMatch('Mine.');
      expect(words).toContain(`Draft: not published while draft: true stands in content/pages/${name} .`);
    }
    for (const address of ['/', '/good/', '/nothing/', BRIDGE])
      expect(await served.htmlAt(address)).not.toContain('Draft: not published');
  });

  it('is no draft in its bar when it is published, and is one again', async () => {
    const served = await Served.open({ ...STORY, 'pages/plan.md': page({ draft: true }, 'Mine.\n') });
    const isDraft = async (): Promise<boolean> => (await served.htmlAt('/plan/')).includes('Draft: not published');
    expect(await isDraft()).toBe(true);

    await served.save({ 'pages/plan.md': page({}, 'Mine.\n') });
    await expect.poll(isDraft, { timeout: 60_000 }).toBe(false);
    await served.save({ 'pages/plan.md': page({ draft: true }, 'Mine.\n') });
    await expect.poll(isDraft, { timeout: 60_000 }).toBe(true);
  });
});
