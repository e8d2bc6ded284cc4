import type { BrowserContext } from 'playwright-core';
import { type BuiltPage, demoPages, storyPages } from '../site/demo.ts';
import type { Served } from './serve.ts';
import { Tab, type Visit } from './visit.ts';

/** What is looked for in a story, so that every kind of thing that a story can hold is on one of them. */
const PARTS: readonly ((page: BuiltPage) => boolean)[] = [
  ({ tags }) => tags[0]?.attributes['dir'] === 'rtl',
  ({ tags }) => tags[0]?.attributes['lang'] === 'es',
  ({ html }) => html.split('<table>').length > 2,
  ({ html }) => html.includes('class="story story-body feature"'),
  ({ html }) => html.includes('class="pullquote"'),
  ({ html }) => html.includes('class="footnotes"'),
  ({ html }) => html.includes('class="notice correction"'),
  ({ html }) => html.includes('class="label"'),
  ({ html }) => html.includes('class="box factbox"'),
  ({ html }) => html.includes('class="box background"'),
  ({ html }) => html.includes('class="story-card"'),
];

/** The archive of a month and of a day. */
const DATES = ['/2026/11/', '/2026/11/20/'];

const CORRECTIONS = ['/corrections/', '/corrections/2026/11/'];

/** The addresses that the browser looks at: a page of each kind, and stories with every kind of part. */
export function sample(): readonly string[] {
  const stories: string[] = [];
  for (const has of PARTS) {
    const chosen = storyPages().filter(({ path }) => stories.includes(path));
    if (chosen.some(has)) continue;
    const found = storyPages().find(has);
    if (found === undefined) throw new Error(`No story of the demo has ${String(has)}`);
    stories.push(found.path);
  }
  const first = (start: string): string => demoPages().find(({ path }) => path.startsWith(start))?.path ?? start;
  return [
    '/',
    '/news/',
    ...stories,
    first('/contributors/'),
    first('/topics/'),
    ...DATES,
    ...CORRECTIONS,
    '/about/',
    '/404.html',
  ];
}

/** While one tab waits for pictures, another is looked at. */
const TABS = 2;

/**
 * What is seen of each page of the sample, by its path. A tab goes from page to page, since to open one takes longer than to
 * look at a page.
 */
export async function onEachPage<Seen>(
  context: BrowserContext,
  { origin }: Served,
  look: (visit: Visit) => Promise<Seen>,
  paths: readonly string[] = sample(),
): Promise<readonly (readonly [path: string, seen: Seen])[]> {
  context.setDefaultTimeout(0);
  const waiting = [...paths];
  const seen: [string, Seen][] = [];
  const goOn = async (tab: Tab): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      seen.push([path, await look(await tab.goTo(origin + path))]);
    }
  };
  await Promise.all(Array.from({ length: TABS }, async () => goOn(new Tab(await context.newPage()))));
  await context.close();
  return seen.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is wrong with each page, with the page's path before it. */
export function faultsOf<Seen>(
  seen: readonly (readonly [path: string, seen: Seen])[],
  tell: (seen: Seen) => readonly string[],
): readonly string[] {
  return seen.flatMap(([path, one]) => tell(one).map((fault) => `${path} ${fault}`));
}
