import { dictionaryFor } from '../../../src/build/copy-desk/proofread-files.ts';
import { pinpoint } from '../../../src/diagnostics/pinpoint.ts';
import { proofread, type ProofRead, RULE_CODES } from '../../../src/newsroom/copy-desk/copy-desk.ts';
import { NO_STYLE, readHouseStyle } from '../../../src/newsroom/copy-desk/house-style/house-style.ts';
import { STYLE_PATH } from '../../../src/newsroom/copy-desk/house-style/style-schema.ts';
import { readStoryProse } from '../../../src/newsroom/copy-desk/story-prose.ts';
import { aStory, type Keys } from '../manuscript.ts';
import { aSite } from '../site.ts';

/** What a story is made of, and read with. */
export interface Given {
  readonly keys?: Keys;
  readonly site?: Keys;
  /** Of `content/style.yaml`. */
  readonly style?: string;
}

/** All rules on, as far as `site` says nothing else of them. */
const ALL_ON: Keys = Object.fromEntries(RULE_CODES.map((code) => [code, 'warn']));

const PATH = 'content/articles/harbour-bridge.md';

/** Reads a story by the copy desk, with the dictionaries that are installed here. */
export async function proofReadOf(body: string, given: Given = {}): Promise<ProofRead> {
  const { prose, desk } = preparedFor(body, given);
  return proofread(prose, desk, await dictionaryFor(prose.language, 'content'));
}

/** What the copy desk says of a story but for its spelling: the code, what it points at, the hint. */
export function remarksOn(
  body: string,
  given: Given = {},
): readonly (readonly [code: string, text: string, hint: string])[] {
  const { prose, desk, text } = preparedFor(body, given);
  const { findings } = proofread(prose, desk, undefined);
  const context = { textOf: () => text, standards: desk.site.standards, dateOf: () => undefined };
  return pinpoint(findings, context).map(({ code, column, length, excerpt, hint }) => [
    code,
    (excerpt ?? '').slice(column - 1, column - 1 + length),
    hint ?? '',
  ]);
}

/** What of a text some rules point at. */
export function pointedAtBy(code: string, body: string, given: Given = {}): readonly string[] {
  return remarksOn(body, given).flatMap(([found, text]) => (found === code ? [text] : []));
}

/** The words of a story that its dictionary does not have, with what stands at each of their places. */
export async function unknownIn(body: string, given: Given = {}): Promise<readonly string[]> {
  const { text } = preparedFor(body, given);
  const lines = text.split('\n');
  const { unknown } = await proofReadOf(body, given);
  return unknown.flatMap(({ places }) =>
    places.map(([line, column, length]) => (lines[line - 1] ?? '').slice(column - 1, column - 1 + length)),
  );
}

function preparedFor(body: string, { keys = {}, site, style }: Given) {
  const text = aStory(keys, body);
  const desk = {
    site: aSite({ language: 'en-GB', standards: ALL_ON, ...site }),
    style: style === undefined ? NO_STYLE : readHouseStyle({ path: STYLE_PATH, text: style }).value,
  };
  return { text, desk, prose: readStoryProse({ path: PATH, text }, desk.site) };
}
