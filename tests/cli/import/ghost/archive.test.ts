import { describe, expect, it } from 'vitest';
import { aContext, entriesOf, open, type Tables, textOf } from './an-export.ts';

/** An export with everything that is told of a post, but for texts. */
const TABLES: Tables = {
  posts: [
    {
      ...{ id: '64a1', uuid: 'u-1', title: 'Harbour bridge closes', slug: 'harbour-bridge-closes', type: 'post' },
      ...{ status: 'published', visibility: 'public', published_at: '2024-05-06T06:30:00.000Z' },
      ...{ updated_at: '2024-05-07T10:00:00.000Z', custom_excerpt: 'A crack\nwas found.' },
      ...{ feature_image: '__GHOST_URL__/content/images/2024/05/quay.jpg', html: '<p>Text</p>' },
    },
    { id: '64a2', title: 'About us', slug: 'about', type: 'page', status: 'published', visibility: 'public', html: '' },
    { id: '64a3', title: '', slug: 'untitled', type: 'post', status: 'draft', visibility: 'public' },
  ],
  posts_meta: [
    {
      ...{ post_id: '64a1', feature_image_alt: 'The quay', meta_description: 'For search engines' },
      feature_image_caption: '<span>Photo: <b>Ana</b> <i>Ruiz</i></span>',
    },
    { post_id: '64a2', meta_description: 'Who we are' },
  ],
  tags: [
    { id: 't1', name: 'Local News', slug: 'local-news', visibility: 'public' },
    { id: 't2', name: 'Bridges', slug: 'bridges', visibility: 'public' },
    { id: 't3', name: '#wide', slug: 'hash-wide', visibility: 'internal' },
    { id: 't4', name: 'Never used', slug: 'never-used', visibility: 'public' },
  ],
  posts_tags: [
    { post_id: '64a1', tag_id: 't2', sort_order: 2 },
    { post_id: '64a1', tag_id: 't3', sort_order: 0 },
    { post_id: '64a1', tag_id: 't1', sort_order: 1 },
  ],
  users: [
    {
      ...{ id: 'u1', name: 'Jane Doe', slug: 'jane', email: 'jane@post.example', bio: 'Writes *much*.\n\nLives here.' },
      ...{ profile_image: '__GHOST_URL__/content/images/jane.jpg', website: 'https://jane.example', twitter: '@jane' },
      ...{ facebook: 'jane.doe', mastodon: 'jane@social.example', bluesky: 'https://bsky.app/profile/jane' },
    },
    { id: 'u2', name: 'John Roe', slug: 'john', website: 'javascript:alert(1)', profile_image: '//gravatar.example/1' },
    { id: 'u3', name: 'Ghost', slug: 'ghost' },
  ],
  posts_authors: [
    { post_id: '64a1', author_id: 'u2', sort_order: 1 },
    { post_id: '64a1', author_id: 'u1', sort_order: 0 },
  ],
  settings: [
    { key: 'title', value: 'The Harbour Post' },
    { key: 'description', value: 'News of the quay' },
    { key: 'locale', value: 'en-GB' },
    { key: 'timezone', value: 'Europe/London' },
  ],
};

describe('an export of Ghost', () => {
  it('says what the site was', async () => {
    const { site, system } = await open(TABLES);

    expect(system).toBe('Ghost');
    expect(site).toMatchObject({
      title: 'The Harbour Post',
      description: 'News of the quay',
      language: 'en-GB',
      timeZone: 'Europe/London',
    });
  });

  it('counts what was said on the command line over what it says itself', async () => {
    const { site } = await open(TABLES, { site: { title: 'Another', url: 'https://old.example/', language: 'fr' } });

    expect(site).toMatchObject({
      title: 'Another',
      url: 'https://old.example/',
      language: 'fr',
      timeZone: 'Europe/London',
    });
  });

  it('outlines stories, pages and drafts in the order of the file', async () => {
    const { outlines } = await open(TABLES);

    expect(outlines).toMatchObject([
      {
        key: 'post 64a1',
        place: 'post 64a1',
        kind: 'story',
        title: 'Harbour bridge closes',
        slug: 'harbour-bridge-closes',
        date: '2024-05-06T06:30:00Z',
        url: '/harbour-bridge-closes/',
        status: 'published',
        contributors: ['jane', 'john'],
      },
      { key: 'post 64a2', kind: 'page', title: 'About us', url: '/about/', status: 'published' },
      { key: 'post 64a3', kind: 'story', title: '', url: undefined, date: undefined, status: 'draft' },
    ]);
  });

  it('takes the first tag that readers saw for the rubric, and the others for topics', async () => {
    const archive = await open(TABLES);

    const [outline] = archive.outlines;
    expect(outline?.categories).toEqual([{ id: 'local-news', title: 'Local News' }]);
    expect(outline?.topics).toEqual(['Bridges']);
    const [entry] = await entriesOf(archive);
    expect(textOf(entry as NonNullable<typeof entry>).notes).toMatchObject([
      { kind: 'lost', what: 'internal tag `#wide`' },
    ]);
  });

  it('tells what else a story has', async () => {
    const [entry] = await entriesOf(await open(TABLES));

    expect(entry).toMatchObject({
      dek: 'A crack was found.',
      updated: '2024-05-07T10:00:00Z',
      credits: [{ contributor: { key: 'jane' } }, { contributor: { key: 'john' } }],
      image: { address: '/content/images/2024/05/quay.jpg', alt: 'The quay', caption: 'Photo: Ana *Ruiz*' },
      keys: {},
    });
    expect(textOf(entry as NonNullable<typeof entry>).text).toBe('Text');
  });

  it('has the sentence for search engines describe a page', async () => {
    const [, page] = await entriesOf(await open(TABLES));

    expect(page?.dek).toBe('Who we are');
  });

  it('knows who wrote, where they are found, and no e-mail address', async () => {
    const { contributors } = await open(TABLES);

    const [jane, john] = contributors;
    expect(jane).toMatchObject({
      key: 'jane',
      name: 'Jane Doe',
      image: '/content/images/jane.jpg',
      links: [
        'https://jane.example',
        'https://www.facebook.com/jane.doe',
        'https://x.com/jane',
        'https://bsky.app/profile/jane',
        'https://social.example/@jane',
      ],
    });
    const [entry] = await entriesOf(await open(TABLES));
    expect(jane?.text?.(aContext(entry as NonNullable<typeof entry>))).toBe('Writes \\*much\\*.\n\nLives here.');
    expect(john).toMatchObject({ links: [], image: 'https://gravatar.example/1' });
    expect(contributors).toHaveLength(2);
    expect(JSON.stringify(contributors)).not.toContain('jane@post.example');
  });

  it('lists what tags and people had pages', async () => {
    const { lists } = await open(TABLES);

    expect(lists).toEqual([
      { url: '/tag/local-news/', of: { kind: 'category', id: 'local-news' } },
      { url: '/tag/bridges/', of: { kind: 'topic', name: 'Bridges' } },
      { url: '/author/jane/', of: { kind: 'contributor', key: 'jane' } },
      { url: '/author/john/', of: { kind: 'contributor', key: 'john' } },
    ]);
  });

  it('leads readers of the feed to the new one, and says that nobody knows its address', async () => {
    const { redirects, notes } = await open(TABLES);

    expect(redirects).toEqual([{ from: '/rss/', to: '/feed.xml' }]);
    expect(notes).toMatchObject([{ kind: 'look', what: 'address of the old site' }]);
  });

  it('has whole addresses below a folder where the address is known', async () => {
    const archive = await open(TABLES, { site: { url: 'https://old.example/blog/' } });

    const [entry] = await entriesOf(archive);
    expect(entry?.url).toBe('https://old.example/blog/harbour-bridge-closes/');
    expect(entry?.image?.address).toBe('https://old.example/blog/content/images/2024/05/quay.jpg');
    expect(archive.redirects).toEqual([{ from: 'https://old.example/blog/rss/', to: '/feed.xml' }]);
    expect(archive.notes).toEqual([]);
  });

  it('can be read twice', async () => {
    const archive = await open(TABLES);

    const texts = async (): Promise<readonly string[]> => (await entriesOf(archive)).map((entry) => textOf(entry).text);
    expect(await texts()).toEqual(await texts());
  });
});

describe('a post of Ghost', () => {
  const post = async (fields: Tables, others: Tables = {}) => {
    const archive = await open({
      posts: [{ id: '1', slug: 'a', title: 'A', status: 'published', ...fields }],
      ...others,
    });
    const [entry] = await entriesOf(archive);
    return { archive, entry: entry as NonNullable<typeof entry>, ...textOf(entry as NonNullable<typeof entry>) };
  };

  it('that was sent by e-mail only is a draft', async () => {
    const sent = await post({ status: 'sent' });
    const emailOnly = await post({}, { posts_meta: [{ post_id: '1', email_only: 1 }] });

    for (const { entry, notes } of [sent, emailOnly]) {
      expect(entry).toMatchObject({ status: 'draft', url: undefined });
      expect(notes).toMatchObject([{ kind: 'look', what: 'newsletter' }]);
    }
  });

  it('that waits for its day is published then', async () => {
    const { entry } = await post({ status: 'scheduled', published_at: '2999-01-01T00:00:00.000Z' });

    expect(entry).toMatchObject({ status: 'published', date: '2999-01-01T00:00:00Z', url: '/a/' });
  });

  it.each(['members', 'paid', 'tiers', 'status:-free'])('for %s is not free', async (visibility) => {
    const { entry, notes } = await post({ visibility });

    expect(entry).toMatchObject({ status: 'published', keys: { free: false } });
    expect(notes).toMatchObject([{ kind: 'look', what: 'story for members', detail: visibility }]);
  });

  it('that is a page for members is a draft, for pages are for everybody', async () => {
    const { entry, notes } = await post({ visibility: 'paid', type: 'page' });

    expect(entry).toMatchObject({ kind: 'page', status: 'draft', keys: {} });
    expect(notes).toMatchObject([{ kind: 'look', what: 'page for members' }]);
  });

  it('of the oldest exports has one author by number, a picture, and a flag for pages', async () => {
    const { entry, archive } = await post(
      { id: 5, author_id: 1, image: '/content/images/2013/Oct/quay.jpg', page: 1, published_at: 1382430600000 },
      { users: [{ id: 1, name: 'Jo', slug: 'jo', image: '/content/images/jo.jpg', bio: null }] },
    );

    expect(entry).toMatchObject({
      key: 'post 5',
      kind: 'page',
      contributors: ['jo'],
      date: '2013-10-22T08:30:00Z',
      image: { address: '/content/images/2013/Oct/quay.jpg', alt: undefined },
    });
    expect(archive.contributors[0]).toMatchObject({ key: 'jo', image: '/content/images/jo.jpg' });
  });

  it('keeps a title as readers saw it', async () => {
    const { entry } = await post({ title: ' Fish &amp; <b>chips</b>,\n“*now*” ' });

    expect(entry.title).toBe('Fish &amp; <b>chips</b>, “*now*”');
  });

  it('names the place where it was published first, unless that is its own', async () => {
    const elsewhere = await post({ canonical_url: 'https://first.example/a/' });
    const own = await post({ canonical_url: '__GHOST_URL__/a/' });
    const other = await post({ canonical_url: '__GHOST_URL__/b/' });
    const hostile = await post({ canonical_url: 'javascript:alert(1)' });

    expect(elsewhere.entry.keys).toEqual({ canonical: 'https://first.example/a/' });
    expect([own.entry.keys, own.notes]).toEqual([{}, []]);
    for (const { entry, notes } of [other, hostile]) {
      expect(entry.keys).toEqual({});
      expect(notes).toMatchObject([{ kind: 'lost', what: 'canonical address' }]);
    }
  });

  it('says what code was put into its page', async () => {
    const { notes } = await post({
      codeinjection_head: '<style>p{}</style>',
      codeinjection_foot: '<script>1</script>',
    });

    expect(notes).toMatchObject([
      { kind: 'lost', what: 'code injection', detail: '<style>p{}</style><script>1</script>' },
    ]);
  });

  it.each([
    ['2019-03-01T07:30:00.000Z', '2019-03-01T07:30:00Z'],
    ['2019-03-01 07:30:00', '2019-03-01T07:30:00Z'],
    ['2019-03-01T07:30:00+05:30', '2019-03-01T02:00:00Z'],
    ['2019-03-01T07:30:00-0800', '2019-03-01T15:30:00Z'],
    ['2019-03-01', '2019-03-01T00:00:00Z'],
    ['1551425400000', '2019-03-01T07:30:00Z'],
    [1551425400000, '2019-03-01T07:30:00Z'],
    ['Fri, 01 Mar 2019 07:30:00 GMT', '2019-03-01T07:30:00Z'],
    ['Fri Mar 01 2019 08:30:00 GMT+0100 (CET)', '2019-03-01T07:30:00Z'],
    ['2019-02-30T25:00:00Z', undefined],
    ['0000-00-00 00:00:00', undefined],
    ['yesterday', undefined],
    [1e300, undefined],
    [null, undefined],
    [{}, undefined],
  ])('was published when %s says', async (published_at, date) => {
    const { entry } = await post({ published_at });

    expect(entry.date).toBe(date);
  });

  it('has the words of its Markdown, its HTML or its tree, whichever its editor wrote', async () => {
    const lexical = '{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"lexical"}]}]}}';
    const mobiledoc =
      '{"version":"0.3.1","markups":[],"atoms":[],"cards":[],"sections":[[1,"p",[[0,[],0,"mobiledoc"]]]]}';
    const html = '<p>html</p>';
    const markdown = 'markdown';

    expect((await post({ lexical, mobiledoc, html, markdown })).text).toBe('lexical');
    expect((await post({ lexical: null, mobiledoc, html, markdown })).text).toBe('mobiledoc');
    expect((await post({ lexical: '', html, markdown })).text).toBe('html');
    expect((await post({ html: null, markdown })).text).toBe('markdown');
    expect((await post({})).text).toBe('');
  });

  it('has the words of its HTML where its tree is none, and says so', async () => {
    const torn = await post({ lexical: '{"root":{"child', html: '<p>html</p>' });
    const other = await post({ mobiledoc: '[1,2]', html: '<p>html</p>' });
    const empty = await post({ lexical: '{"root":{"children":[]}}', html: '<p>html</p>' });

    expect([torn.text, other.text, empty.text]).toEqual(['html', 'html', 'html']);
    expect(torn.notes).toMatchObject([{ kind: 'look', what: 'text that is no tree of its editor (lexical)' }]);
    expect(other.notes).toMatchObject([{ kind: 'look', what: 'text that is no tree of its editor (mobiledoc)' }]);
    expect(empty.notes).toEqual([]);
  });
});
