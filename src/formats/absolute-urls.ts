/**
 * Our own HTML, in which addresses are from the root of the host or fragments of the page, with every address whole. What
 * only a browser on the page has a use for is left out: when to load a picture, how to get there by keyboard.
 */
export function withAbsoluteUrls(
  html: string,
  { origin, page }: { readonly origin: string; readonly page: string },
): string {
  const starts: Readonly<Record<string, string>> = {
    '#': `${page}#`,
    '/': `${origin}/`,
    '//': `${origin.slice(0, origin.indexOf('/'))}//`,
  };
  return html.replace(ATTRIBUTE, (_all: string, name?: string, start?: string, candidates?: string) => {
    if (name !== undefined) return ` ${name}="${starts[start ?? ''] ?? start}`;
    if (candidates === undefined) return '';
    const whole = candidates.replace(
      CANDIDATE,
      (_all, before: string, from: string) => before + (starts[from] ?? from),
    );
    return ` srcset="${whole}"`;
  });
}

// Quotes in texts and in the values of attributes are escaped, so this is found in tags only.
const ATTRIBUTE = / (?:(href|src|poster)="(#|\/\/?)|srcset="([^"]*)"|(?:loading|decoding|tabindex)="[^"]*")/g;

/** The beginning of each address in a list of pictures: they are parted by commas with a space behind. */
const CANDIDATE = /(^|,\s+)(\/\/?)/g;
