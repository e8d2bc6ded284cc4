const known = new Map<string, string>();

/** A language and its script, wherever it is spoken: `en-GB` and `en-US` are `en-Latn`, `zh-TW` is `zh-Hant`. */
export function writtenLanguage(code: string): string {
  const found = known.get(code);
  if (found !== undefined) return found;
  const { language, script = '' } = new Intl.Locale(code).maximize();
  const written = `${language}-${script}`;
  known.set(code, written);
  return written;
}
