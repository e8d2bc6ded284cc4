import type { Article } from '../../domain/story/article.ts';
import type { Notice } from '../../domain/corrections/notice.ts';
import { type Finding, type Spot, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

/** A short one may be said of two days: “A name was misspelt.” */
const SHORT = 60;
const DAY = 86_400_000;

interface Placed {
  readonly notice: Notice;
  readonly at: Spot;
}

/** Readers are told twice of one correction, or of one update: under a key and in the text, say. */
export function noticeRepeated({ path, corrections, updates }: Article): readonly Finding[] {
  if (corrections.length + updates.length < 2) return [];
  const seen = new Map<string, Placed>();
  return [...placed('corrections', corrections), ...placed('updates', updates)].flatMap((one): readonly Finding[] => {
    const words = wordsOf(one.notice);
    const first = seen.get(words);
    if (words === '' || !first || !isOneThing(words, first.notice, one.notice)) {
      seen.set(words, one);
      return [];
    }
    return [
      {
        code: 'notice-repeated',
        path,
        at: one.at,
        message: `Unexpected second note ${quote(one.notice.text.text)}, expected each once`,
        hint: 'remove one of the two',
        related: [{ path, at: first.at, message: 'first said here' }],
      },
    ];
  });
}

function placed(key: 'corrections' | 'updates', notices: readonly Notice[]): readonly Placed[] {
  return notices.map((notice, index) => {
    const { place } = notice;
    return { notice, at: place ? { kind: 'text', ...place } : valueAt(key, index, 'text') };
  });
}

function isOneThing(words: string, one: Notice, other: Notice): boolean {
  return words.length > SHORT || Math.abs(one.date.instant - other.date.instant) < DAY;
}

function wordsOf({ text }: Notice): string {
  return text.text.replace(/\s+/g, ' ').trim().toLowerCase();
}
