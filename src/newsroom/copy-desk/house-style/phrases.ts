/** A word, a number or a sign of a text. */
export interface Piece {
  readonly text: string;
  readonly index: number;
  /** Whether white space stands before it. */
  readonly isApart: boolean;
}

/** A word, a number, or one sign; a star is one that phrases have. */
const PIECE =
  /[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+(?:['’](?=[\p{L}\p{M}])[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+)*|\p{N}+(?:[.,\u202f](?=\p{N})\p{N}+)*|\S/gu;

/** A text as its pieces. Only what stands between them is white space. */
export function piecesOf(text: string): readonly Piece[] {
  let end = 0;
  return Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => {
    const isApart = index > end;
    end = index + piece.length;
    return { text: piece.replaceAll('’', "'"), index, isApart };
  });
}

/** A phrase may have so many words and signs; and so many stars that stand for any word. */
export const MOST_WORDS = 12;
const MOST_WILD = 3;

/** What a phrase is made of: words as they are, beginnings of words, or any one word. */
type Step = { readonly kind: 'word' | 'beginning'; readonly text: string } | { readonly kind: 'any' };

/** Whether a phrase can be looked for: it begins with a word or a sign, and is short. */
export function isPhrase(phrase: string): boolean {
  const steps = stepsOf(phrase);
  const [first] = steps;
  return (
    first !== undefined &&
    first.kind !== 'any' &&
    steps.length <= MOST_WORDS &&
    steps.filter(({ kind }) => kind === 'any').length <= MOST_WILD
  );
}

function stepsOf(phrase: string): readonly Step[] {
  const steps: Step[] = [];
  for (const { text, isApart } of piecesOf(phrase)) {
    const before = steps.at(-1);
    if (text !== '*') steps.push({ kind: 'word', text });
    else if (isApart || before?.kind !== 'word') steps.push({ kind: 'any' });
    else steps[steps.length - 1] = { kind: 'beginning', text: before.text };
  }
  return steps;
}

/** A node of a tree of phrases: what may come next, and what ends here. */
interface Node<Meaning> {
  readonly words: Map<string, Node<Meaning>>;
  readonly beginnings: Map<string, Node<Meaning>>;
  any: Node<Meaning> | undefined;
  readonly ends: { readonly meaning: Meaning; readonly isExact: boolean; readonly phrase: readonly Step[] }[];
}

/** A phrase as it stands in a text. */
export interface PhraseFound<Meaning> {
  readonly meaning: Meaning;
  /** First and last piece. */
  readonly from: number;
  readonly to: number;
  /** The ending that makes a plural or a possessive of the last word. */
  readonly ending: string;
}

/**
 * Finds many phrases in a text at once, word by word, in time that grows with the text and not with the number of phrases. Small letters
 * stand for large ones, too; a phrase with capitals is found with these only.
 */
export class Phrases<Meaning> {
  private readonly root = newNode<Meaning>();
  /** Endings of plurals and possessives, which the last word of a phrase may have. */
  private readonly endings: readonly string[];
  size = 0;

  constructor(endings: readonly string[]) {
    this.endings = endings;
  }

  /** Adds a phrase; one with capitals is found with these only. */
  add(phrase: string, meaning: Meaning): void {
    this.put(phrase, meaning, /\p{Lu}/u.test(phrase));
  }

  /** Adds a phrase that is found with the same large and small letters only. */
  addExactly(phrase: string, meaning: Meaning): void {
    this.put(phrase, meaning, true);
  }

  private put(phrase: string, meaning: Meaning, isExact: boolean): void {
    const steps = stepsOf(phrase);
    let node = this.root;
    for (const step of steps) node = nextOf(node, step);
    node.ends.push({ meaning, isExact, phrase: steps });
    this.size += 1;
  }

  /** What is found, in the order of the text. */
  *findIn(pieces: readonly Piece[]): Generator<PhraseFound<Meaning>> {
    for (let from = 0; from < pieces.length; from += 1) yield* this.findAt(pieces, from);
  }

  private *findAt(pieces: readonly Piece[], from: number): Generator<PhraseFound<Meaning>> {
    let open: readonly Node<Meaning>[] = [this.root];
    for (let to = from; to < pieces.length && open.length > 0; to += 1) {
      const written = pieces[to]?.text ?? '';
      const word = written.toLowerCase();
      for (const ending of this.endings) {
        if (!word.endsWith(ending) || word.length === ending.length) continue;
        const stem = word.slice(0, word.length - ending.length);
        for (const node of open) {
          const next = node.words.get(stem);
          if (next) yield* this.endsAt(next, { pieces, from, to, ending: written.slice(stem.length) });
        }
      }
      open = open.flatMap((node) => followersOf(node, word));
      for (const node of open) yield* this.endsAt(node, { pieces, from, to, ending: '' });
    }
  }

  private *endsAt(
    { ends }: Node<Meaning>,
    { pieces, from, to, ending }: Omit<PhraseFound<Meaning>, 'meaning'> & { readonly pieces: readonly Piece[] },
  ): Generator<PhraseFound<Meaning>> {
    for (const { meaning, isExact, phrase } of ends) {
      const isAsWritten = phrase.every(
        (step, index) => step.kind === 'any' || (pieces[from + index]?.text ?? '').startsWith(step.text),
      );
      if (!isExact || isAsWritten) yield { meaning, from, to, ending };
    }
  }
}

function newNode<Meaning>(): Node<Meaning> {
  return { words: new Map(), beginnings: new Map(), any: undefined, ends: [] };
}

function nextOf<Meaning>(node: Node<Meaning>, step: Step): Node<Meaning> {
  if (step.kind === 'any') {
    node.any ??= newNode();
    return node.any;
  }
  const among = step.kind === 'word' ? node.words : node.beginnings;
  const text = step.text.toLowerCase();
  const next = among.get(text) ?? newNode<Meaning>();
  among.set(text, next);
  return next;
}

const LONGEST_BEGINNING = 60;

function followersOf<Meaning>({ words, beginnings, any }: Node<Meaning>, word: string): readonly Node<Meaning>[] {
  const next: Node<Meaning>[] = [];
  const same = words.get(word);
  if (same) next.push(same);
  if (beginnings.size > 0) {
    for (let end = 1; end <= Math.min(word.length, LONGEST_BEGINNING); end += 1) {
      const begun = beginnings.get(word.slice(0, end));
      if (begun) next.push(begun);
    }
  }
  if (any && /^[\p{L}\p{M}\p{N}]/u.test(word)) next.push(any);
  return next;
}
