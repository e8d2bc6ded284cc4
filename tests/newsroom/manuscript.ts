import type { Manuscript } from '../../src/domain/content/source.ts';
import { parseManuscript } from '../../src/parse/manuscript.ts';

/** Front matter by key. `undefined` takes a key away. */
export type Keys = Readonly<Record<string, unknown>>;

/** What every story needs. */
const STORY: Keys = {
  headline: 'Harbour bridge closes',
  contributors: 'Jane Doe',
  date: '2026-11-23 07:30',
};

const BODY = 'The city closed the bridge.\n';

/** The text of a file with these keys as its front matter. Values are written as JSON, which is YAML. */
export function aFile(keys: Keys, body: string): string {
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(value)}\n`],
  );
  return `---\n${lines.join('')}---\n${body}`;
}

/** The text of a story that lacks nothing, with these keys beside those that it needs, or in their place. */
export function aStory(keys: Keys = {}, body: string = BODY): string {
  return aFile({ ...STORY, ...keys }, body);
}

/** The manuscript of a story. */
export function aManuscript({
  path = 'content/articles/harbour-bridge.md',
  keys = {},
  body = BODY,
}: {
  readonly path?: string | undefined;
  readonly keys?: Keys | undefined;
  readonly body?: string | undefined;
}): Manuscript {
  return parseManuscript({ path, text: aStory(keys, body) });
}

const HOUR = 3_600_000;

/** So many stories, one an hour, the newest `story-0`; they have these keys, which may differ from story to story. */
export function manyStories(
  count: number,
  keys: Keys | ((index: number) => Keys) = {},
): Readonly<Record<string, string>> {
  const newest = Date.UTC(2026, 10, 22);
  const numbers = Array.from({ length: count }, (_, index) => index);
  return Object.fromEntries(
    numbers.map((index) => {
      const own = typeof keys === 'function' ? keys(index) : keys;
      const date = new Date(newest - index * HOUR).toISOString();
      return [`story-${index}.md`, aStory({ headline: `Story ${index}`, date, ...own })];
    }),
  );
}
