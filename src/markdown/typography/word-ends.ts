/** Patterns of marks that are apostrophes at the end of words, with what stands beside them. */
export interface WordEnds {
  /** Most likely so, also where a quotation could end: `dogs' dinner`, `un po' di`, `Hans' Haus`. */
  readonly clippings: string;
  /** What else is so where no quotation is expected: `goin' home`, `la citta' era`, `wohn' ich`. */
  readonly endings: string;
}

/** What matches nowhere. */
export const NOTHING = '(?!)';

/** A genitive, but not before a word that no noun begins with: `'20 hurt in riots' as police look on`. */
const ENGLISH_GENITIVE = `(?<=s)'\\s(?!${[
  '(?:in|on|at|to|for|by|from|with|after|before|as|and|or|but|than|that|amid|of',
  'is|are|was|were|will|has|have|had|says?|said)',
].join('|')}\\P{L})\\p{Ll}`;
/** The genitive of a name before a noun that has a capital. */
const GENITIVE = "(?<=[sxzß])'\\s\\p{Lu}";
const NAME = "(?<=[sxz])'\\s\\p{L}";
const DUTCH: WordEnds = { clippings: "(?<=s)'\\s\\p{Ll}", endings: NAME };
const SCANDINAVIAN: WordEnds = { clippings: GENITIVE, endings: NAME };

/** By language; others have none. */
export const WORD_ENDS: Readonly<Record<string, WordEnds>> = {
  en: {
    clippings: ENGLISH_GENITIVE,
    // A number may be of feet: `6' tall`.
    endings: `(?<=[sxzSXZ\\d]|\\p{L}in)'\\s\\p{L}|${clipped('o|ol|th|an|lil')}`,
  },
  nl: DUTCH,
  af: DUTCH,
  it: {
    clippings: clipped('po|mo|be|vabbe|ca|fa|da|di|va|sta|to|de|ne|co|vo|pie|fe'),
    // Also instead of an accent.
    endings: "(?<=[aeiou])'",
  },
  de: {
    clippings: [
      GENITIVE,
      clipped('hab|geh|steh|seh|sag|komm|mach|lass|glaub|denk|wär|hätt|könnt|würd|müsst|möcht|sollt|wollt|heut'),
    ].join('|'),
    // No noun, which has a capital.
    endings: "(?<=(?<!\\p{L})\\p{Ll}{1,15})'",
  },
  es: { clippings: clipped('pa|na|to|mu'), endings: NOTHING },
  da: SCANDINAVIAN,
  nb: SCANDINAVIAN,
  nn: SCANDINAVIAN,
  no: SCANDINAVIAN,
  sv: SCANDINAVIAN,
};

/** Whole words before a mark and another word. */
function clipped(words: string): string {
  return `(?<=(?<!\\p{L})(?:${words}))'\\s\\p{L}`;
}
