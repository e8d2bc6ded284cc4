/** How a language says numbers, in small letters and with spaces for hyphens. */
export interface NumberWords {
  /** The words that may stand for a whole number up to 9999. */
  of(number: number): readonly string[];
  /** What stands before a number that is not meant exactly: “more than”. At the end of a text. */
  readonly about: RegExp;
}

const SMALL: Readonly<Record<string, string>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
};

const TENS: Readonly<Record<string, string>> = {
  en: 'thirty forty fifty sixty seventy eighty ninety hundred',
  de: 'dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert',
  fr: 'trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix cent',
  es: 'treinta cuarenta cincuenta sesenta setenta ochenta noventa cien',
};

/** Other words for some numbers. */
const FURTHER: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  en: [
    [2, 'both'],
    [2, 'couple'],
    [2, 'pair'],
    [2, 'twin'],
    [2, 'twins'],
    [2, 'twice'],
    [3, 'trio'],
    [3, 'triple'],
    [3, 'triplets'],
    [4, 'quartet'],
    [12, 'dozen'],
    [20, 'score'],
  ],
  de: [
    [2, 'beide'],
    [2, 'beiden'],
    [2, 'paar'],
    [2, 'zweimal'],
    [3, 'trio'],
    [12, 'dutzend'],
    [2, 'zwo'],
  ],
  fr: [
    [2, 'couple'],
    [2, 'paire'],
    [3, 'trio'],
    [10, 'dizaine'],
    [12, 'douzaine'],
    [15, 'quinzaine'],
    [20, 'vingtaine'],
    [30, 'trentaine'],
    [100, 'centaine'],
  ],
  es: [
    [2, 'ambos'],
    [2, 'ambas'],
    [2, 'par'],
    [2, 'pareja'],
    [3, 'trío'],
    [10, 'decena'],
    [12, 'docena'],
    [15, 'quincena'],
    [100, 'centenar'],
    [100, 'ciento'],
  ],
};

/** What says that a number is not exact, by language. */
const ABOUT: Readonly<Record<string, string>> = {
  en: '(?:more|fewer|less) than|over|under|nearly|almost|about|around|roughly|some|up to|at (?:least|most)|close to|as (?:many|few) as|approximately',
  de: '(?:mehr|weniger) als|über|unter|fast|beinahe|rund|etwa|ungefähr|knapp|gut|bis zu|mindestens|höchstens|an die|circa|ca\\.',
  fr: "(?:plus|moins|près) de|environ|presque|quelque|jusqu[’']à|au (?:moins|plus)|autour de",
  es: '(?:más|menos|cerca|alrededor) de|casi|unos|unas|hasta|al menos|como (?:mucho|mínimo)|aproximadamente',
};

/** From two to nine hundred, where that is a word of its own. */
const HUNDREDS_ES =
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos';

const made = new Map<string, NumberWords | undefined>();

/** The words for numbers of a language (BCP 47), if it is one of those that they are known of. */
export function numberWordsOf(language: string): NumberWords | undefined {
  const base = language.split('-', 1)[0] ?? '';
  if (!made.has(base)) made.set(base, Object.hasOwn(SMALL, base) ? makeWords(base) : undefined);
  return made.get(base);
}

function makeWords(base: string): NumberWords {
  const spelt = belowHundred(base);
  const further = FURTHER[base] ?? [];
  return {
    of: (number) => [
      ...saying(base, number, spelt),
      ...further.flatMap(([other, word]) => (other === number ? [word] : [])),
    ],
    about: new RegExp(`(?:^|[^\\p{L}])(?:${ABOUT[base] ?? ''})\\s+$`, 'iu'),
  };
}

type Spelt = ReadonlyMap<number, readonly string[]>;

function belowHundred(base: string): Spelt {
  const small = SMALL[base]?.split(' ') ?? [];
  const words = new Map<number, readonly string[]>(small.map((word, number) => [number, [word]]));
  for (const [index, word] of (TENS[base]?.split(' ') ?? []).entries()) words.set(30 + 10 * index, [word]);
  words.delete(100);
  for (let ten = 20; ten < 100; ten += 10) {
    for (let one = 1; one < 10; one += 1) {
      const parts = [words.get(ten)?.[0] ?? '', small[one] ?? '', small[10 + one] ?? ''] as const;
      words.set(ten + one, compounds(base, parts));
    }
  }
  return new Map([...words].map(([number, all]) => [number, all.map(withSpaces)]));
}

function withSpaces(words: string): string {
  return words.replaceAll('-', ' ');
}

function compounds(
  base: string,
  [ten, one, teen]: readonly [ten: string, one: string, teen: string],
): readonly string[] {
  if (base === 'en') return [`${ten}-${one}`];
  if (base === 'de') return [`${one === 'eins' ? 'ein' : one}und${ten}`];
  if (base === 'es') {
    // In front of a noun, and of one that is feminine: veintiún años, veintiuna casas.
    const ones = one === 'uno' ? ['uno', 'un', 'una'] : [one];
    if (ten !== 'veinte') return ones.map((each) => `${ten} y ${each}`);
    const accented = { un: 'ún', dos: 'dós', tres: 'trés', seis: 'séis' } as Readonly<Record<string, string>>;
    return ones.flatMap((each) => [`veinti${each}`, `veinti${accented[each] ?? each}`]);
  }
  const stem = ten.replace(/vingts$/, 'vingt');
  const ones = one === 'un' ? ['un', 'une'] : [one];
  const plain = ones.flatMap((each) => [`${stem}-${each}`, `${stem} et ${each}`]);
  // Seventy-one is sixty-eleven there.
  if (!/-dix$/.test(stem)) return plain;
  const before = stem.replace(/-dix$/, '');
  return [`${before}-${teen}`, `${before} et ${teen}`, ...plain];
}

/** All ways to say a number up to 9999. */
function saying(base: string, number: number, spelt: Spelt): readonly string[] {
  if (number < 100) return spelt.get(number) ?? [];
  const [thousands, hundreds] = [Math.floor(number / 1000), Math.floor(number / 100)];
  const heads = (count: number, word: 'hundred' | 'thousand'): readonly string[] =>
    headsOf(base, { count, word, spelt });
  const join = (all: readonly string[], rest: number): readonly string[] =>
    rest === 0
      ? all
      : all.flatMap((head) =>
          saying(base, rest, spelt).flatMap((words) => joints(base).map((joint) => head + joint + words)),
        );
  if (thousands === 0) return join(heads(hundreds, 'hundred'), number % 100);
  const whole = join(heads(thousands, 'thousand'), number % 1000);
  // Twelve hundred, zwölfhundert, douze cents.
  const isCounted = base !== 'es' && hundreds % 10 !== 0 && hundreds < 20;
  return isCounted ? [...whole, ...join(heads(hundreds, 'hundred'), number % 100)] : whole;
}

/** What stands between the parts of a number. */
function joints(base: string): readonly string[] {
  if (base === 'en') return [' ', ' and '];
  return base === 'de' ? ['', 'und'] : [' '];
}

/** So many hundreds or thousands. */
function headsOf(
  base: string,
  { count, word, spelt }: { readonly count: number; readonly word: 'hundred' | 'thousand'; readonly spelt: Spelt },
): readonly string[] {
  const counted = spelt.get(count) ?? [];
  const isOne = count === 1;
  switch (base) {
    case 'en':
      return [...counted.map((each) => `${each} ${word}`), ...(isOne ? [`a ${word}`] : [])];
    case 'de': {
      const unit = word === 'hundred' ? 'hundert' : 'tausend';
      return isOne ? [`ein${unit}`, unit] : counted.map((each) => each + unit);
    }
    case 'fr':
      if (isOne) return [word === 'hundred' ? 'cent' : 'mille'];
      return counted.flatMap((each) => (word === 'hundred' ? [`${each} cents`, `${each} cent`] : [`${each} mille`]));
    default: {
      if (word === 'thousand') return isOne ? ['mil'] : counted.map((each) => `${each} mil`);
      const hundred = HUNDREDS_ES.split(' ')[count] ?? '';
      return isOne ? ['ciento', 'cien'] : [hundred, hundred.replace(/os$/, 'as')];
    }
  }
}
