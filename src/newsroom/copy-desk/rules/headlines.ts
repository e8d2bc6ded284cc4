import { WHOLE_FILE } from '../../../diagnostics/finding.ts';
import type { CopyRule } from '../passages.ts';

/** So many characters a card shows of a headline in three lines at most, on a phone, in the letters of most scripts. */
export const LONGEST_ON_CARDS = 80;
/** Letters of Chinese, Japanese and Korean are twice as wide. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Headlines that are long on cards, of stories without a short one for them. */
export const findLongOnCards: CopyRule = function* ({ passages }) {
  const shown =
    passages.find(({ kind }) => kind === 'shortHeadline') ?? passages.find(({ kind }) => kind === 'headline');
  if (!shown) return;
  const text = shown.text.replace(/[*_]/g, '').trim();
  const length = [...text].length + (text.match(WIDE)?.length ?? 0);
  if (length <= LONGEST_ON_CARDS) return;
  const key = shown.kind === 'headline' ? 'headline' : 'shortHeadline';
  yield {
    code: 'headline-card-long',
    message: `Unexpected ${length} characters in the headline of a card, expected at most ${LONGEST_ON_CARDS}`,
    hint: key === 'headline' ? 'add `shortHeadline: …` for fronts and lists' : 'shorten `shortHeadline`',
    at: { kind: 'value', keys: [key] },
  };
};

/** Stories that say nothing below their headline. */
export const findDekMissing: CopyRule = function* ({ passages, values }) {
  if (passages.length === 0 || passages.some(({ kind }) => kind === 'dek') || isLive(values)) return;
  yield {
    code: 'dek-missing',
    message: 'Unexpected story without `dek`, expected the sentence that stands below the headline',
    hint: 'add a line `dek: …` that says what the headline does not',
    at: 'headline' in values ? { kind: 'key', keys: ['headline'] } : WHOLE_FILE,
  };
};

function isLive(values: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(values, 'live') && Boolean(values['live']);
}
