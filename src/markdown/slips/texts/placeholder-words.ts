/** Something that stands in a text for what was still to be written. */
export interface Placeholder {
  readonly index: number;
  readonly written: string;
}

/** What journalists call the parts of a story and what goes into one, where they leave room for it. */
const PARTS = [
  ...['headline', 'title', 'dek', 'standfirst', 'subhead(?:ing|line)?', 'kicker', 'intro', 'lede?', 'nut ?graf'],
  ...[
    'caption',
    'alt(?: text)?',
    'byline',
    'credit',
    'dateline',
    'text',
    'copy',
    'para(?:graph)?',
    'quote',
    'link',
    'url',
  ],
  ...['photo', 'picture', 'image', 'video', 'chart', 'map', 'name', 'job title', 'age', 'date', 'place', 'location'],
  ...['number', 'figure', 'amount', 'percentage', 'source', 'summary', 'description', 'biography', 'bio'],
  ...[
    'Überschrift',
    'Titel',
    'Bildunterschrift',
    'Zitat',
    'Datum',
    'titre',
    'citation',
    'légende',
    'título',
    'titular',
    'cita',
    'fecha',
  ],
].join('|');

const PART = `(?:(?:${PARTS})s?)`;
const HERE = '(?:(?:goes |to go |will go )?here|to come|to follow|hier|ici|aquí)';

/** What is one between square brackets, as a whole: `[TK]`, `[age TK]`, `[insert a quote]`, `[headline goes here]`. */
const IN_BRACKETS = new RegExp(
  [
    '(?:TK)+|X{2,}|TODO|FIXME|TBC|TBD|TBA|placeholder(?: text)?|to come|fill in|check(?: this)?',
    '(?:TODO|FIXME|TK)\\s*[:–—-].*',
    `(?:insert|enter|add|put)\\s+(?:your |the |an? )?(?:[\\p{L}’'-]+ ){0,3}${PART}(?: ${HERE})?`,
    `(?:[\\p{L}’'-]+ ){0,3}${PART} ${HERE}`,
  ]
    .map((one) => `(?:${one})`)
    .join('|')
    .replace(/^/, '^(?:')
    .concat(')$'),
  'iu',
);
/** `[age TK]`: initials stand before a name, or alone. */
const ENDS_IN_TK = /^\p{Ll}[\p{L}\s’'-]{0,40}\sTK$/u;

/** Whether what stands between two square brackets is a placeholder, and not what an editor adds to a quotation. */
export function isPlaceholder(label: string): boolean {
  const words = label.trim();
  // “[XX]” may stand for what a censor has left out, “[Check]” for a name.
  if (/^[xX]+$/.test(words) && words.length > 3) return false;
  if (/^check/i.test(words) && words !== words.toUpperCase()) return false;
  return IN_BRACKETS.test(words) || ENDS_IN_TK.test(words);
}

/** What is one wherever it stands. Nobody has such initials, no company such a name, and no number is written so. */
const ANYWHERE = new RegExp(
  [
    '(?:TK){2,}|(?:tk){2,}',
    'TK(?: TK)+',
    '[$£€¥]\\s?(?:TK|X{2,})',
    '(?:TK|X{2,})(?:\\s?%|(?=\\s(?:per ?cent|percent)(?!\\p{L})))',
    'XX?X?,XXX',
    '(?:TODO|FIXME):(?=\\s|$)',
    '[Ll]orem ipsum(?=,? (?:dolor|sit|amet|consectetur)(?!\\p{L}))',
  ]
    .map((one) => `(?:${one})`)
    .join('|')
    .replace(/^/, '(?<![\\p{L}\\p{N}_./@#&=?%+-])(?:')
    .concat(')(?![\\p{L}\\p{N}_/@-]|\\.\\p{L})'),
  'gu',
);

/** What is one if it is all that stands there. */
const ALONE =
  /^(?:TK|X{2,3}|TODO|FIXME|PLACEHOLDER|[Pp]laceholder(?: (?:text|headline|image|picture|copy))?|[Ll]orem [Ii]psum|[Dd]ummy (?:text|headline|copy)|(?:[Yy]our |[Ii]nsert |[Aa]dd )?(?:[Hh]eadline|[Tt]itle|[Dd]ek|[Ss]tandfirst|[Cc]aption|[Aa]lt text|[Bb]yline|[Tt]ext|[Cc]opy|[Ss]ubhead(?:ing)?) (?:goes |to go )?(?:here|to come)|[Hh]eadline|[Ss]tandfirst|[Aa]lt text)$/;

/** Most texts have none of these, and are not looked at again. */
const SIGNS = ['TK', 'XX', 'TODO', 'FIXME', 'tktk', 'ipsum'];

/** Whether a text may have a placeholder among other words. */
export function mayHavePlaceholder(text: string): boolean {
  return SIGNS.some((sign) => text.includes(sign));
}

/** Whether a placeholder is all that some words say. */
export function isPlaceholderAlone(words: string): boolean {
  return words.length <= LONGEST_ALONE && ALONE.test(partsOf(words).alone);
}

/** What is longer is more than that. */
const LONGEST_ALONE = 60;

function partsOf(words: string): { readonly before: string; readonly alone: string } {
  const [, before = '', alone = ''] = /^([\s*_]*)(.*?)[\s*_.:…]*$/s.exec(words) ?? [];
  return { before, alone };
}

/** Placeholders in words, but for those between brackets. What stands between quotation marks is spoken of. */
export function* placeholdersIn(words: string): Generator<Placeholder> {
  if (isPlaceholderAlone(words)) {
    const { before, alone } = partsOf(words);
    yield { index: before.length, written: alone };
    return;
  }
  if (!mayHavePlaceholder(words)) return;
  for (const { 0: written, index } of words.matchAll(ANYWHERE)) {
    if (isQuoted(words, index, written.length)) continue;
    if (written.startsWith('TODO') && isShouted(words)) continue;
    yield { index, written };
  }
}

/** Placeholders between the brackets of a text that is no Markdown. */
export function* placeholdersInBrackets(words: string): Generator<Placeholder> {
  for (const { 0: written, index } of words.matchAll(/\[([^[\]\n]{2,100})\](?!\()/g)) {
    if (isPlaceholder(written.slice(1, -1)) && !isQuoted(words, index, written.length)) yield { index, written };
  }
}

/** Whether a part of a text stands between quotation marks by itself. */
export function isQuoted(text: string, index: number, length: number): boolean {
  return /["'“”‘’«»„‚「『‹]/.test(text[index - 1] ?? '') && /["'“”‘’«»」』›]/.test(text[index + length] ?? '');
}

/** “TODO” is Spanish and Portuguese for all, where all letters are capitals. */
function isShouted(words: string): boolean {
  return words === words.toUpperCase() && /\p{Lu}{3}/u.test(words.replace('TODO', ''));
}
