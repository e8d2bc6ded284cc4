import { afterAll, describe, expect, it } from 'vitest';
import { each } from '../../at-night.ts';
import { checkWithin, type Files, KEYS, markdown, removeWritten, STORY, writeFiles } from './newsroom-on-disk.ts';

afterAll(removeWritten);

/** Milliseconds: of a machine however busy. Growth is measured elsewhere. */
const HANGS = 1_200_000;

describe('a text made to take for ever', () => {
  const much = 100_000;
  const spaces = ' '.repeat(much);
  const drawing = (text: string): Files => ({ 'content/media/a.svg': `<svg width="1" height="1">${text}` });
  const story = (text: string): Files => ({ [STORY]: markdown(KEYS, text) });

  it.for<[string, Files]>(
    each(3, [
      ['many spaces after the name of a directive', story(`::story${spaces}x\n`)],
      ['many blocks in each other', story(':::aside\n'.repeat(much))],
      ['many pictures that are not closed', story('!['.repeat(much))],
      ['many headings of the same words', story('## More\n\n'.repeat(50_000))],
      ['many brackets', story('['.repeat(much))],
      ['many emphases', story('*a_'.repeat(much))],
      ['many notes in each other', story('^['.repeat(much))],
      ['many quotation marks', story('"a" '.repeat(much))],
      ['many tags that are not closed', story('<a '.repeat(much))],
      ['many spaces in a name', { [STORY]: markdown(KEYS.replace('Jane Doe', `"Jane${spaces}Doe"`)) }],
      ['many unknown keys', { [STORY]: markdown(`${KEYS}\n${numbered(2_000, (number) => `key${number}: x`)}`) }],
      ['many unknown people', { [STORY]: markdown(KEYS.replace('Jane Doe', `[${'jane-doe, '.repeat(5_000)}]`)) }],
      ['many values of the wrong type', { [STORY]: markdown(`${KEYS}\ntopics:\n${'  - 5\n'.repeat(3_000)}`) }],
      ['many lines before a slip', { [STORY]: markdown(`${KEYS}\n${numbered(30_000, (n) => `key${n}: x`)}\n}`) }],
      ['many empty lines in the front matter', { [STORY]: `---\n${'\n'.repeat(10 * much)}${KEYS}\n---\nText\n` }],
      [
        'many letters in an address of mail',
        { 'content/contributors/a.md': markdown(`email: "a@${'a.'.repeat(much)}@"`) },
      ],
      ['a tag without an end in a drawing', drawing(`<${'a'.repeat(much)}`)],
      ['an attribute without an end in a drawing', drawing(`<path ${'a'.repeat(much)}/></svg>`)],
      ['many tags that are not closed in a drawing', drawing('<'.repeat(much))],
      ['many quotes that are not closed in a drawing', drawing('<a "'.repeat(much))],
      ['many comments that are not closed in a drawing', drawing('<!--'.repeat(much))],
    ]),
  )('does not: %s', async ([, files]) => {
    const folder = writeFiles({ [STORY]: markdown(KEYS), ...files });

    expect(await checkWithin(HANGS, folder)).toMatch(/^ended with [01]$/);
  });
});

function numbered(count: number, line: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => line(number)).join('\n');
}
