/** Numbers in words, by language: what may stand for a number up to 100, and what makes a text say “about so many”. */
interface NumberWords {
  readonly words: ReadonlyMap<number, readonly string[]>;
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

const made = new Map<string, NumberWords | undefined>();

/** The words for numbers of a language (BCP 47), if it is one of those that they are known of. */
export function numberWordsOf(language: string): NumberWords | undefined {
  const base = language.split('-', 1)[0] ?? '';
  if (!made.has(base)) made.set(base, Object.hasOwn(SMALL, base) ? makeWords(base) : undefined);
  return made.get(base);
}

function makeWords(base: string): NumberWords {
  const words = new Map<number, string[]>();
  const add = (number: number, ...spelt: readonly string[]): void => {
    words.set(number, [...(words.get(number) ?? []), ...spelt]);
  };
  const small = SMALL[base]?.split(' ') ?? [];
  const tens = TENS[base]?.split(' ') ?? [];
  for (const [number, word] of small.entries()) add(number, word);
  for (const [index, word] of tens.entries()) add(30 + 10 * index, word);
  for (const [number, word] of FURTHER[base] ?? []) add(number, word);
  for (let ten = 20; ten < 100; ten += 10) {
    for (let one = 1; one < 10; one += 1)
      add(ten + one, ...compounds(base, [words.get(ten)?.[0] ?? '', small[one] ?? '', small[10 + one] ?? '']));
  }
  return { words };
}

function compounds(
  base: string,
  [ten, one, teen]: readonly [ten: string, one: string, teen: string],
): readonly string[] {
  if (base === 'en') return [`${ten}-${one}`, `${ten} ${one}`];
  if (base === 'de') return [`${one === 'eins' ? 'ein' : one}und${ten}`];
  if (base === 'es')
    return ten === 'veinte'
      ? [`veinti${one}`, `veinti${one.replace('dos', 'dós').replace('tres', 'trés').replace('seis', 'séis')}`]
      : [`${ten} y ${one}`];
  const stem = ten.replace(/vingts$/, 'vingt');
  // Seventy-one is sixty-eleven there.
  if (/-dix$/.test(stem))
    return [`${stem.replace(/-dix$/, '')}-${teen}`, `${stem.replace(/-dix$/, '')} et ${teen}`, `${stem}-${one}`];
  return [`${stem}-${one}`, `${stem} et ${one}`, `${stem}-et-${one}`];
}
