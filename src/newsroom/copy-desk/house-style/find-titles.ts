import { quote } from '../../../diagnostics/wording.ts';
import { type CopyRule, isRunning, type Remark, wordsAt } from '../passages.ts';
import type { Passage } from '../story-prose.ts';
import type { HouseStyle, StyleTitle } from './house-style.ts';
import { Phrases, type Piece, piecesOf } from './phrases.ts';

interface Meaning {
  readonly title: StyleTitle;
  readonly isRight: boolean;
}

/** A name, as a text has it. */
interface Name {
  /** All of it: `John F. Kennedy`. */
  readonly full: string;
  /** By which a person is met again. */
  readonly surname: string;
  /** Its last piece. */
  readonly to: number;
}

/** A title before a name. */
interface Use extends Meaning {
  /** First and last piece of the title. */
  readonly from: number;
  readonly to: number;
  readonly name: Name;
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
    const uses = new Map([...usesIn(passage, pieces, phrases)].map((use) => [use.from, use]));
    for (let at = 0; at < pieces.length; at += 1) {
      const use = uses.get(at);
      if (!use) {
        // Whoever was named without a title was met, too. A title ends what comes before it: “Yesterday Dr Lee”.
        const name = isCapital(pieces[at])
          ? nameAt(passage, pieces, { start: at, isEnd: (index) => uses.has(index) })
          : undefined;
        if (name && name.full !== name.surname) met.add(name.surname);
        at = name?.to ?? at;
        continue;
      }
      const isMet = met.has(use.name.surname);
      met.add(use.name.surname);
      const remark = remarkOn(use, { passage, pieces, isMet });
      if (remark) yield remark;
      at = use.name.to;
    }
  }
};

function* usesIn(passage: Passage, pieces: readonly Piece[], phrases: Phrases<Meaning>): Generator<Use> {
  for (const { meaning, from, to, ending } of phrases.findIn(pieces)) {
    // A point behind the title may be part of it.
    const next = pieces[to + 1]?.text === '.' && pieces[to + 1]?.isApart === false ? to + 2 : to + 1;
    const name = pieces[next]?.isApart ? nameAt(passage, pieces, { start: next, isEnd: () => false }) : undefined;
    if (name && ending === '') yield { ...meaning, from, to: next - 1, name };
  }
}

const MOST_NAMES = 5;

/** Small words within names: Ursula von der Leyen, Charles de Gaulle. */
const PARTICLES =
  /^(?:af|al|av|bin|da|das|de|degli|dei|del|della|den|der|di|do|dos|du|el|ibn|la|le|los|ten|ter|van|vom|von|zu|zum|zur|’t)$/u;
const MOST_PARTICLES = 3;

/** Reads the name that begins at a piece: words with capitals, with hyphens, initials and particles. */
function nameAt(
  { text }: Passage,
  pieces: readonly Piece[],
  { start, isEnd }: { readonly start: number; readonly isEnd: (index: number) => boolean },
): Name | undefined {
  const begin = behindParticles(pieces, start);
  let [last, count, at] = [-1, 0, begin];
  while (count < MOST_NAMES && (at === start || !isEnd(at))) {
    const word = wordAt(pieces, at);
    if (word === undefined || (at > begin && pieces[at]?.isApart === false && !isInitial(pieces, last))) break;
    last = word;
    count += 1;
    if (/['’]s?$/u.test(pieces[word]?.text ?? '')) break;
    at = behindParticles(pieces, word + 1);
  }
  const [first, end] = [pieces[start], pieces[last]];
  if (!first || !end) return undefined;
  const full = text.slice(first.index, end.index + end.text.length).replace(/\s+/gu, ' ');
  const surname = /(?:^|\s)(\S+)$/u.exec(full)?.[1] ?? full;
  return { full, surname: surname.replace(/['’]s?$/u, ''), to: last };
}

/** The last piece of a word with a capital: of `Jean-Luc` and of `F.` there are several. */
function wordAt(pieces: readonly Piece[], at: number): number | undefined {
  if (!isCapital(pieces[at])) return undefined;
  let end = at;
  while (isHyphen(pieces[end + 1]) && pieces[end + 2]?.isApart === false && isCapital(pieces[end + 2])) end += 2;
  const isPoint = pieces[end + 1]?.text === '.' && pieces[end + 1]?.isApart === false;
  return isPoint && pieces[end]?.text.length === 1 && isCapital(pieces[end + 2]) ? end + 1 : end;
}

function isInitial(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.text === '.';
}

/** The next piece with a capital, if nothing but particles of a name stand before it; or else the piece itself. */
function behindParticles(pieces: readonly Piece[], at: number): number {
  let end = at;
  while (end - at < MOST_PARTICLES && pieces[end]?.isApart && PARTICLES.test(pieces[end]?.text ?? '')) end += 1;
  return isCapital(pieces[end]) && pieces[end]?.isApart ? end : at;
}

function isHyphen(piece: Piece | undefined): boolean {
  return piece?.isApart === false && /^[-\u2010\u2011]$/u.test(piece.text);
}

function isCapital(piece: Piece | undefined): boolean {
  return /^\p{Lu}/u.test(piece?.text ?? '');
}

function remarkOn(
  { title, isRight, from, to, name }: Use,
  { passage, pieces, isMet }: { readonly passage: Passage; readonly pieces: readonly Piece[]; readonly isMet: boolean },
): Remark | undefined {
  const [first, last] = [pieces[from], pieces[to]];
  if (!first || !last) return undefined;
  const at = { passage, index: first.index, length: last.index + last.text.length - first.index };
  const written = quote(wordsAt(passage, at.index, at.length));
  const because = title.why === undefined ? '' : `: ${title.why}`;
  if (!isRight) {
    const better = quote(title.title);
    const message = `Unexpected title ${written}, expected ${better}${because}`;
    return { code: 'style-title', message, hint: `write ${quote(`${title.title} ${name.full}`)}`, at };
  }
  if (title.mention === 'all' || isMet === (title.mention === 'later')) return undefined;
  const [where, expected, hint] = isMet
    ? ['at a later mention', 'the surname alone', `write ${quote(name.surname)}`]
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
