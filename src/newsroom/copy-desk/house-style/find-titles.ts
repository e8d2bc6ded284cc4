import { quote } from '../../../diagnostics/wording.ts';
import { type CopyRule, isRunning, type Remark } from '../passages.ts';
import type { Passage } from '../story-prose.ts';
import type { HouseStyle, StyleTitle } from './house-style.ts';
import { Phrases, type Piece, piecesOf } from './phrases.ts';

interface Meaning {
  readonly title: StyleTitle;
  readonly isRight: boolean;
}

/** A title before a name, and where the name ends. */
interface Use extends Meaning {
  readonly from: number;
  readonly to: number;
  /** The words of the name; the last of them is the one by which a person is met again. */
  readonly name: readonly Piece[];
}

const made = new WeakMap<HouseStyle, Phrases<Meaning>>();

/** Titles of people that are written in another way, or where the house style has none: at their first mention, or later. */
export const findTitles: CopyRule = function* ({ passages }, style) {
  const phrases = phrasesOf(style);
  if (phrases.size === 0) return;
  const met = new Set<string>();
  for (const passage of passages) {
    if (passage.isQuoted || !isRunning(passage)) continue;
    const pieces = piecesOf(passage.text);
    const uses = new Map([...usesIn(pieces, phrases)].map((use) => [use.from, use]));
    for (let at = 0; at < pieces.length; at += 1) {
      const use = uses.get(at);
      if (!use) {
        // Whoever was named without a title was met, too.
        const name = isCapital(pieces[at]) ? nameAt(pieces, at) : [];
        if (name.length > 1) met.add(surnameOf(name));
        at += Math.max(0, name.length - 1);
        continue;
      }
      const isMet = met.has(surnameOf(use.name));
      met.add(surnameOf(use.name));
      const remark = remarkOn(use, { passage, pieces, isMet });
      if (remark) yield remark;
      at = use.to + use.name.length;
    }
  }
};

function* usesIn(pieces: readonly Piece[], phrases: Phrases<Meaning>): Generator<Use> {
  for (const { meaning, from, to, ending } of phrases.findIn(pieces)) {
    // A point behind the title may be part of it.
    const next = pieces[to + 1]?.text === '.' && pieces[to + 1]?.isApart === false ? to + 2 : to + 1;
    const name = nameAt(pieces, next);
    if (name.length > 0 && ending === '') yield { ...meaning, from, to: next - 1, name };
  }
}

const MOST_NAMES = 5;

function nameAt(pieces: readonly Piece[], start: number): readonly Piece[] {
  const name: Piece[] = [];
  for (let at = start; at < pieces.length && name.length < MOST_NAMES; at += 1) {
    const piece = pieces[at];
    if (!piece || !isCapital(piece) || !piece.isApart) break;
    name.push(piece);
  }
  return name;
}

function isCapital(piece: Piece | undefined): boolean {
  return /^\p{Lu}/u.test(piece?.text ?? '');
}

function surnameOf(name: readonly Piece[]): string {
  return (name.at(-1)?.text ?? '').replace(/'s?$/u, '');
}

function remarkOn(
  { title, isRight, from, to, name }: Use,
  { passage, pieces, isMet }: { readonly passage: Passage; readonly pieces: readonly Piece[]; readonly isMet: boolean },
): Remark | undefined {
  const [first, last] = [pieces[from], pieces[to]];
  if (!first || !last) return undefined;
  const at = { passage, index: first.index, length: last.index + last.text.length - first.index };
  const written = quote(passage.text.slice(at.index, at.index + at.length));
  const because = title.why === undefined ? '' : `: ${title.why}`;
  const full = name.map(({ text }) => text).join(' ');
  if (!isRight) {
    const better = quote(title.title);
    const message = `Unexpected title ${written}, expected ${better}${because}`;
    return { code: 'style-title', message, hint: `write ${quote(`${title.title} ${full}`)}`, at };
  }
  if (title.mention === 'all' || isMet === (title.mention === 'later')) return undefined;
  const [where, expected, hint] = isMet
    ? ['at a later mention', 'the surname alone', `write ${quote(surnameOf(name))}`]
    : [
        'at the first mention',
        'the full name without it',
        `write the full name, and ${quote(title.title)} from then on`,
      ];
  return { code: 'style-title', message: `Unexpected ${written} ${where}, expected ${expected}${because}`, hint, at };
}

function phrasesOf(style: HouseStyle): Phrases<Meaning> {
  const known = made.get(style);
  if (known) return known;
  const phrases = new Phrases<Meaning>([]);
  for (const title of style.titles) {
    // A wrong form that is longer or shorter by a point is told apart from the right one below.
    phrases.add(title.title, { title, isRight: true });
    for (const phrase of title.not) phrases.add(phrase, { title, isRight: false });
  }
  made.set(style, phrases);
  return phrases;
}
