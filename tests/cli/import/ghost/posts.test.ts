import { describe, expect, it } from 'vitest';
import { entriesOf, open, textOf, type Tables } from './an-export.ts';

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
