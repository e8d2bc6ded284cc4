/** The spelling checker that dictionaries are made for, and the version that was tried. A newsroom that checks spelling installs it. */
export const CHECKER = { name: 'hunspell-wasm', version: '0.3.0' } as const;

/** Languages, and countries with a dictionary of their own, of which `dictionary-…` packages are published (wooorm/dictionaries). */
const PUBLISHED: Readonly<Record<string, string>> = {
  ...{ bg: '', br: '', ca: 'valencia', cs: '', cy: '', da: '', de: 'at ch', el: '', en: 'au ca gb za', eo: '' },
  ...{ es: 'ar bo cl co cr cu do ec gt hn mx ni pa pe ph pr py sv us uy ve', et: '', eu: '', fa: '', fo: '', fr: '' },
  ...{
    fur: '',
    fy: '',
    ga: '',
    gd: '',
    gl: '',
    he: '',
    hr: '',
    hu: '',
    hy: '',
    hyw: '',
    ia: '',
    ie: '',
    is: '',
    it: '',
  },
  ...{
    ka: '',
    ko: '',
    la: '',
    lb: '',
    lt: '',
    ltg: '',
    lv: '',
    mk: '',
    mn: '',
    nb: '',
    nds: '',
    ne: '',
    nl: '',
    nn: '',
  },
  ...{ oc: '', pl: '', pt: 'pt', ro: '', ru: '', rw: '', sk: '', sl: '', sr: 'latn', sv: '', tk: '', tlh: 'latn' },
  ...{ tr: '', uk: '', vi: '' },
};

/** Countries whose English is spelt as in the United States; of all others it is spelt more or less as in Britain. */
const AMERICAN = /^(?:as|gu|lr|mp|ph|pr|um|us|vi)$/;

/**
 * Variants with a spelling of their own, by language and the further parts of its code: those whose dictionaries suit, the best first, `''` being that of the language
 * as such. Where none of these is installed, another would find fault with what is right.
 */
const SPELT_APART: Readonly<
  Record<string, (region: string | undefined, further: readonly string[]) => readonly string[] | undefined>
> = {
  en: (region) => {
    if (region === undefined) return undefined;
    if (AMERICAN.test(region)) return [''];
    return region === 'ca' ? ['ca'] : [...(region === 'au' || region === 'za' ? [region] : []), 'gb'];
  },
  // Outside of Brazil as in Portugal.
  pt: (region) => (region === undefined ? undefined : region === 'br' ? [''] : ['pt']),
  // Without ß.
  de: (region) => (region === 'ch' || region === 'li' ? ['ch'] : undefined),
  // In other letters.
  sr: (_region, further) => (further.includes('latn') ? ['latn'] : ['']),
};

/** Names of packages that have a dictionary of a language (BCP 47), the best first; none where there is no such package. */
export function dictionariesOf(language: string): readonly string[] {
  const [written = '', ...further] = language.toLowerCase().split('-');
  const base = written === 'no' ? 'nb' : written;
  const ofCountries = Object.hasOwn(PUBLISHED, base) ? PUBLISHED[base]?.split(' ').filter(Boolean) : undefined;
  if (!ofCountries) return [];
  const region = further.find((part) => /^(?:[a-z]{2}|\d{3})$/.test(part));
  const apart = Object.hasOwn(SPELT_APART, base) ? SPELT_APART[base]?.(region, further) : undefined;
  const own = ofCountries.filter((country) => further.includes(country));
  // Whoever says nothing of a country means the one whose dictionary is installed.
  const others = further.length === 0 ? ofCountries : [];
  return (apart ?? [...own, '', ...others]).map((part) => `dictionary-${base}${part === '' ? '' : `-${part}`}`);
}
