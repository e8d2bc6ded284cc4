import { describe, expect, it } from 'vitest';
import type { Archive, ImportNote } from '../../../../../src/cli/import/archive.ts';
import { open } from './a-project.ts';

interface Told {
  readonly texts: Readonly<Record<string, string>>;
  readonly notes: readonly ImportNote[];
}

/** The texts of an archive by their files, and what was noted of them. */
async function told(archive: Archive): Promise<Told> {
  const texts: Record<string, string> = {};
  const notes: ImportNote[] = [];
  for await (const entry of archive.entries())
    texts[entry.key] = entry.text({
      entry,
      link: (address) => address,
      media: (address) => (archive.findMedia(address, entry) === undefined ? address : `/media${address}`),
      shortcode: () => undefined,
      note: (note) => void notes.push(note),
    });
  return { texts, notes };
}

const DATED = '---\ntitle: A story\ndate: 2019-03-05\n---\n';

describe('links between notes', () => {
  const files = {
    '.obsidian/app.json': '{}',
    'News/The old Bridge.md': DATED,
    'About us.md': 'Us.',
    'attachments/Quay at dawn.png': 'x',
    'attachments/bells.mp3': 'x',
    'attachments/plan.pdf': 'x',
  };

  it.each([
    ['[[The old Bridge]]', '[The old Bridge](/news/the-old-bridge/)'],
    ['[[the OLD bridge|that one]]', '[that one](/news/the-old-bridge/)'],
    ['[[News/The old Bridge#What we know?|here]]', '[here](/news/the-old-bridge/#what-we-know)'],
    ['[[About us#^a1b2]]', '[About us](/about-us/)'],
    ['[[#Ferries]]', '[Ferries](#ferries)'],
    ['[[Nobody|the *mayor*]] said', 'the \\*mayor\\* said'],
    ['| a |\n| --- |\n| [[About us\\|us]] |', '| a |\n| --- |\n| [us](/about-us/) |'],
    ['![[Quay at dawn.png]]', '![](/media/attachments/Quay%20at%20dawn.png)'],
    ['![[Quay at dawn.png|300x200]]', '![](/media/attachments/Quay%20at%20dawn.png)'],
    [
      'Text ![[Quay at dawn.png|The quay]] text',
      'Text\n\n![The quay](/media/attachments/Quay%20at%20dawn.png)\n\ntext',
    ],
    ['![[bells.mp3]]', '::audio{src="/media/attachments/bells.mp3"}'],
    ['![[plan.pdf]]', '[plan.pdf](/attachments/plan.pdf)'],
    ['![[The old Bridge]]', '[The old Bridge](/news/the-old-bridge/)'],
    ['a %%to *do*%% b', 'a  b'],
    ['Words ^a1b2\n\n- item ^c\n\n^d\n\nx^2 and 2 ^ 3', 'Words\n\n- item\n\nx^2 and 2 ^ 3'],
    ['`[[The old Bridge]]` and [[', '`[[The old Bridge]]` and [['],
    ['[[a\nb]] [[]] [[ ]]', '[[a\nb]] [[]] [[ ]]'],
  ])('are links, pictures and recordings: %j', async (written, markdown) => {
    const archive = await open('markdown', { ...files, 'own.md': written });

    expect((await told(archive)).texts['own.md']).toBe(markdown);
  });

  it('are told of where they lead nowhere, or showed a text within another', async () => {
    const archive = await open('markdown', { ...files, 'own.md': '[[Nobody]] ![[The old Bridge]]' });
    const { notes } = await told(archive);

    expect(notes.map(({ what, detail }) => `${what}: ${detail}`)).toEqual([
      'reference to a text that is not there: Nobody',
      'text shown within another: ![[The old Bridge]]',
    ]);
  });

  it('leave signs that mean nothing to others where it is no vault', async () => {
    const archive = await open('markdown', { 'own.md': '100 %% and [[own|this]] and 5 %%' });

    expect((await told(archive)).texts['own.md']).toBe('100 %% and [this](/own/) and 5 %%');
  });
});

describe('texts in HTML', () => {
  it('are stories of Jekyll and of Hugo, with commands in them', async () => {
    const html =
      '<p>The <a href="{{ site.baseurl }}/about/">harbour</a> &amp; <a href="{% post_url 2019-03-06-b %}">more</a>.</p>\n{% include youtube.html id="abcdefghijk" %}\n<p>{% highlight js %}a < b{% endhighlight %}</p><img src="/img/a.png" alt="A quay">';
    const archive = await open('jekyll', {
      '_config.yml': 'title: T\nbaseurl: /x\n',
      '_posts/2019-03-05-a.html': `---\ntitle: A\n---\n${html}`,
      '_posts/2019-03-06-b.md': '---\ntitle: B\n---\nText',
      'index.html': '---\ntitle: Home\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}',
    });
    const { texts, notes } = await told(archive);

    expect(Object.keys(texts)).toEqual(['_posts/2019-03-05-a.html', '_posts/2019-03-06-b.md']);
    expect(texts['_posts/2019-03-05-a.html']).toBe(
      [
        'The [harbour](/x/about/) & [more](/x/2019/03/06/b.html).',
        '::embed{url="https://www.youtube.com/watch?v=abcdefghijk"}',
        '```js\na < b\n```',
        '![A quay](/img/a.png)',
      ].join('\n\n'),
    );
    expect(notes).toEqual([]);
  });

  it('are none without front matter', async () => {
    const archive = await open('hugo', {
      'hugo.toml': 'baseURL = "https://a.example/"',
      'content/posts/a.html': `${DATED}<h2>One</h2><p>{{< figure src="/b.png" caption="C" >}}</p>`,
      'content/posts/plain.html': '<p>x</p>',
    });

    expect((await told(archive)).texts).toEqual({ 'content/posts/a.html': '## One\n\n![](/b.png "C")' });
  });
});

describe('folders of a project', () => {
  const hugo = { 'hugo.toml': 'baseURL = "https://a.example/"' };

  it('may be called as tools call theirs', async () => {
    const archive = await open('hugo', {
      ...hugo,
      'content/resources/a.md': DATED,
      'content/vendor/b.md': DATED,
      'resources/c.md': DATED,
    });

    expect(archive.outlines.map(({ key }) => key)).toEqual(['content/resources/a.md', 'content/vendor/b.md']);
  });

  it('of people may have stories, and those whom no story names have a page', async () => {
    const archive = await open('hugo', {
      ...hugo,
      'content/people/festival.md': DATED,
      'content/people/jane.md': '---\ntitle: Jane Doe\n---\nWrites.',
      'content/people/john.md': '---\ntitle: John Roe\n---\nWas here.',
      'content/posts/a.md': DATED.replace('title', 'author: jane\ntitle'),
    });

    expect(archive.outlines.map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'story content/people/festival.md',
      'story content/posts/a.md',
      'page content/people/john.md',
    ]);
    expect(archive.lists).toContainEqual({ url: '/people/jane/', of: { kind: 'contributor', key: 'jane' } });
  });

  it('have words over their lists, which are told of', async () => {
    const archive = await open('hugo', {
      ...hugo,
      'content/posts/_index.md': 'All our news.',
      'content/posts/a.md': DATED,
    });

    expect(archive.notes).toEqual([expect.objectContaining({ kind: 'lost', detail: 'content/posts/_index.md' })]);
  });

  it('have feeds, which lead to the new ones', async () => {
    const archive = await open('hugo', {
      ...hugo,
      'content/posts/a.md': DATED.replace('title', 'tags: [Port]\ntitle'),
    });

    expect(archive.redirects).toContainEqual({ from: '/index.xml', to: '/feed.xml' });
    expect(archive.lists.flatMap(({ feeds = [] }) => feeds)).toEqual(['/posts/index.xml', '/tags/port/index.xml']);
  });
});

it('leads to the version of a text in the language of the one that names it, or in one that it asks for', async () => {
  const archive = await open('hugo', {
    'hugo.toml': 'baseURL = "https://a.example/"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.de]\n',
    'content/posts/bridge.md': DATED,
    'content/posts/bridge.de.md': DATED,
    'content/posts/a.md': `${DATED}[b]({{< ref "bridge" >}}) [c]({{< relref path="bridge.md" lang="de" >}})`,
    'content/posts/a.de.md': `${DATED}[b]({{< ref "bridge.md" >}})`,
  });
  const { texts } = await told(archive);

  expect(texts['content/posts/a.md']).toBe('[b](/posts/bridge/) [c](/de/posts/bridge/)');
  expect(texts['content/posts/a.de.md']).toBe('[b](/de/posts/bridge/)');
});
