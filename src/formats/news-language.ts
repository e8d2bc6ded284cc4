/**
 * A language as news sitemaps have it: ISO 639 in two or three letters, but `zh-cn` for simplified and `zh-tw` for
 * traditional Chinese; `und` where there is no such code.
 *
 * @param language BCP 47: `en-GB`, `zh-Hant-HK`.
 */
export function newsLanguage(language: string): string {
  const [base = ''] = language.toLowerCase().split('-');
  if (base === 'zh') return new Intl.Locale(language).maximize().script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return /^[a-z]{2,3}$/.test(base) ? base : 'und';
}
