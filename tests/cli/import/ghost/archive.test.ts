import { describe, expect, it } from 'vitest';
import { aContext, entriesOf, open, textOf, type Tables } from './an-export.ts';

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
      { url: '/tag/local-news/', feeds: ['/tag/local-news/rss/'], of: { kind: 'category', id: 'local-news' } },
      { url: '/tag/bridges/', feeds: ['/tag/bridges/rss/'], of: { kind: 'topic', name: 'Bridges' } },
      { url: '/author/jane/', feeds: ['/author/jane/rss/'], of: { kind: 'contributor', key: 'jane' } },
      { url: '/author/john/', feeds: ['/author/john/rss/'], of: { kind: 'contributor', key: 'john' } },
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
