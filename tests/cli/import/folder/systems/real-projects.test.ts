import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../../../src/cli/import/archive.ts';
import { open } from './a-project.ts';

const DATED = '---\ntitle: A story\ndate: 2019-03-05\n---\n';

async function textOf(archive: Archive, key: string): Promise<string | undefined> {
  for await (const entry of archive.entries())
    if (entry.key === key)
      return entry.text({
        entry,
        link: (address) => address,
        media: (address) => `/media/${address.replace(/^.*\//, '')}`,
        shortcode: () => undefined,
        note: ({ what, detail }) => {
          throw new Error(`${what}: ${detail}`);
        },
      });
  return undefined;
}

describe('commands of Jekyll', () => {
  it.each([
    ['{% twitter https://social.example/a/1 %}', '::embed{url="https://social.example/a/1"}'],
    ['{% img left /img/b.jpg 350 350 "Title" "What it shows" %}', '![What it shows](/media/b.jpg "Title")'],
    ['{% picture b.jpg --alt "What it shows" %}', '![What it shows](/media/b.jpg)'],
    ['[b]({% link img/b.jpg %})', '[b](/img/b.jpg)'],
  ])('say what they show: %s', async (written, expected) => {
    const archive = await open('jekyll', {
      '_config.yml': 'title: A',
      '_posts/2019-03-05-a.md': `---\n---\n${written}`,
      'img/b.jpg': 'x',
    });

    expect(await textOf(archive, '_posts/2019-03-05-a.md')).toBe(expected);
  });
});

describe('texts of Eleventy', () => {
  it('have what a program of data says in so many words', async () => {
    const { outlines } = await open('eleventy', {
      '.eleventy.js': 'module.exports = () => ({ dir: { input: "src" } });',
      'src/posts/posts.11tydata.js':
        'module.exports = { tags: ["posts"], permalink: "/writing/{{ page.fileSlug }}/", layout: "x" };',
      'src/posts/2019-03-05-a.md': DATED,
    });

    expect(outlines.map(({ url }) => url)).toEqual(['/writing/a/']);
  });

  it('are told of where they are templates', async () => {
    const { notes } = await open('eleventy', {
      '.eleventy.js': 'module.exports = () => ({ dir: { input: "src" } });',
      'src/posts/a.md': DATED,
      'src/posts/b.njk': `${DATED}<p>Words</p>`,
      'src/posts/tags.njk': '---\ntitle: Tags\npagination: { data: a }\n---\n',
      'src/posts/feed.njk': '---\npermalink: /feed.xml\n---\n',
      'src/_includes/post.njk': `${DATED}{{ content }}`,
    });

    expect(notes.map(({ what, detail }) => [what, detail])).toEqual([
      ['text in a template or in HTML', 'src/posts/b.njk'],
    ]);
  });
});

describe('texts of Pelican', () => {
  const config = "CATEGORY_URL = 'category/{slug}/'\n";

  it('lead to lists where those were, and have code in the language that its first line names', async () => {
    const archive = await open('pelican', {
      'pelicanconf.py': config,
      'content/a.md': 'Title: A\nDate: 2019-03-05\n\n[c]({category}News)\n\n    :::python\n    a = 1\n\n      b\n\nend',
    });

    expect(await textOf(archive, 'content/a.md')).toBe('[c](/category/news/)\n\n```python\na = 1\n\n  b\n```\n\nend');
  });

  it('are told of where they are in HTML', async () => {
    const { notes } = await open('pelican', {
      'pelicanconf.py': config,
      'content/a.md': 'Title: A\nDate: 2019-03-05\n\nText',
      'content/b.html': '<html><head><title>B</title></head><body>Words</body></html>',
    });

    expect(notes.map(({ what, detail }) => [what, detail])).toEqual([
      ['text in a template or in HTML', 'content/b.html'],
    ]);
  });
});

describe('texts in MDX', () => {
  const config = { 'astro.config.mjs': "export default { site: 'https://a.example' }" };

  it('may have their front matter as what they export', async () => {
    const { outlines } = await open('astro', {
      ...config,
      'src/content/blog/a.mdx':
        "export const metadata = {\n  title: 'A story',\n  date: '2019-03-05',\n  image: {\n    src: 'a'\n  },\n}\n\nText",
    });

    expect(outlines.map(({ title, date }) => [title, date])).toEqual([['A story', '2019-03-05']]);
  });

  it('have Markdown in boxes and right behind them', async () => {
    const archive = await open('astro', {
      ...config,
      'src/content/blog/a.mdx': `${DATED}<div className="grid">\n  Some *words*\n</div>\n[b](/b)\n\n\`\`\`html\n<div>\n*c*\n</div>\n\`\`\``,
    });

    const text = await textOf(archive, 'src/content/blog/a.mdx');

    expect(text?.replace(/^ +/gm, '')).toBe('Some *words*\n\n[b](/b)\n\n```html\n<div>\n*c*\n</div>\n```');
  });
});

describe('a vault of Obsidian', () => {
  it('has other names as aliases, and no addresses', async () => {
    const text = DATED.replace('date', 'aliases: [The river]\ndate');
    const files = { 'a/river.md': text };
    const [vault, folder] = [
      await open('markdown', { '.obsidian/app.json': '{}', ...files }),
      await open('markdown', files),
    ];

    expect(vault.outlines.map(({ otherUrls }) => otherUrls ?? [])).toEqual([[]]);
    expect(folder.outlines.map(({ otherUrls }) => otherUrls ?? [])).toEqual([['/The river']]);
  });
});
