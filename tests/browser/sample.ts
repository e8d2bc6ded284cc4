import { type BuiltPage, demoPages, storyPages } from '../site/demo.ts';
import type { Served } from './serve.ts';

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
function sample(): readonly string[] {
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

const LANES = 3;

/** What is said of each page of the sample, with the page's address before it. A few are looked at at a time. */
export async function onEachPage(
  { origin }: Served,
  look: (address: string, path: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const waiting = [...sample()];
  const said: string[] = [];
  const lane = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      for (const fault of await look(origin + path, path)) said.push(`${path} ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return said.sort();
}
