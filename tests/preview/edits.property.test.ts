import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { aFile, aStory, type Keys } from '../newsroom/manuscript.ts';
import type { PreviewSite } from '../../src/preview/preview-site.ts';
import { type Files, PreviewNewsroom, removePreviewNewsrooms } from './a-preview.ts';
import { tries } from '../tries.ts';

afterEach(removePreviewNewsrooms);

const NAMES = ['bridge', 'fire', 'flood', 'mayor'];

/** What cards and the page of the story itself show: most edits are of that. */
const shown: fc.Arbitrary<Keys> = fc.record(
  {
    headline: fc.constantFrom('Bridge closes', 'Bridge *opens*', 'A headline that is so long that it '.repeat(5)),
    dek: fc.constantFrom('A crack was found.', 'It was mended.'),
    shortHeadline: fc.constantFrom('Bridge', 'Closed'),
  },
  { requiredKeys: [] },
);

const related: fc.Arbitrary<Keys> = fc.record(
  {
    topics: fc.constantFrom(['Harbour'], ['Harbour', 'Bridges'], ['harbour']),
    contributors: fc.constantFrom('Jane Doe', ['ana', 'Jane Doe'], 'ana'),
    section: fc.constantFrom('news', 'sport'),
    date: fc.constantFrom('2026-11-22 09:00', '2026-11-23 07:30', '2026-11-24 07:30'),
    updated: fc.constantFrom('2026-11-24 08:00', '2026-11-25 08:00'),
    label: fc.constantFrom('opinion', 'gossip'),
    draft: fc.boolean(),
    aliases: fc.constantFrom(['/old/'], ['/older/', '/old/']),
    liveStrip: fc.constantFrom(false, { url: '/archive/', until: '2026-11-23 13:00' }),
  },
  { requiredKeys: [] },
);

const keys = fc.oneof(
  { weight: 3, arbitrary: shown },
  { weight: 1, arbitrary: fc.tuple(shown, related).map(([one, other]) => ({ ...one, ...other })) },
);

const body = fc.constantFrom(
  'A text.\n',
  'Another text, and *more*.\n',
  'See [it](fire.md).\n',
  'See [it](fire.md#more) and [above](#more).\n',
  'A text.\n\n## More\n\nOf it.\n',
  'See [nothing](none.md).\n',
  '\n\n::story{slug=flood}\n',
  'First.\n\n::story{slug=flood}\n\n[Fire](fire.md)\n',
  '',
);

const story = fc.oneof(
  { weight: 15, arbitrary: fc.tuple(keys, body).map(([some, text]) => aStory(some, text)) },
  { weight: 1, arbitrary: fc.constantFrom('---\nheadline: [', '---\nheadline: "\ndraft: true\n---\n', undefined, '') },
);

const front = fc.constantFrom(
  'lead: bridge\n',
  'lead: flood\nstories: [bridge, gone]\n',
  'groups: [{ title: All, stories: [mayor, articles/fire.md] }, { section: sport }]\n',
  'groups: [{ topic: Harbour }, { section: gossip }]\n',
  'breaking: { text: Now, story: fire, until: 2026-11-23 18:00 }\n',
  'lead: [\n',
  undefined,
);

const fronts: fc.Arbitrary<Files> = fc.record(
  { 'fronts/home.yaml': front, 'fronts/sport.yaml': front },
  { requiredKeys: [] },
);

const stories: fc.Arbitrary<Files> = fc
  .dictionary(fc.constantFrom(...NAMES), story, { minKeys: 1, maxKeys: 2, noNullPrototype: true })
  .map((named) => Object.fromEntries(Object.entries(named).map(([name, text]) => [`articles/${name}.md`, text])));

const edit: fc.Arbitrary<Files> = fc.oneof(
  { weight: 3, arbitrary: stories },
  { weight: 1, arbitrary: fronts },
  { weight: 1, arbitrary: fc.tuple(stories, fronts).map(([some, others]) => ({ ...some, ...others })) },
);

it('after any edits, the site is the one that would be read from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const newsroom = new PreviewNewsroom({
        'site.yaml':
          'title: Ledger\nurl: https://ledger.example/\nsections: [{ id: news, title: News }, { id: sport, title: Sport }]\n',
        'contributors/ana.md': aFile({ name: 'Ana Ruiz' }, ''),
        'fronts/home.yaml': 'lead: fire\n',
        ...Object.fromEntries(NAMES.map((name) => [`articles/${name}.md`, aStory({ headline: name })])),
      });
      const site = await newsroom.open();
      for (const files of edits) {
        await site.reread(newsroom.write(files));
        const fresh = await newsroom.open();
        expect([site.isGood, site.standsStill]).toEqual([fresh.isGood, fresh.standsStill]);
        // Of a story with errors there may be an older state, which other pages then show.
        if (!fresh.isGood) continue;
        expect(site.diagnostics).toEqual(fresh.diagnostics);
        expect(await allPagesOf(site)).toEqual(await allPagesOf(fresh));
      }
      removePreviewNewsrooms();
    }),
    { numRuns: tries(40) },
  );
});

async function allPagesOf(site: PreviewSite): Promise<readonly (readonly [string, unknown])[]> {
  const urls = (site.edition?.prepared.specs ?? []).map(({ url }) => url as string);
  return Promise.all(urls.sort().map(async (url) => [url, await site.edition?.fileAt(url)] as const));
}
