import type { Address } from './address.ts';

/** What a stylesheet asks for. */
export function addressesInCss(css: string): readonly Address[] {
  const urls = [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)/gi)];
  const imports = [...css.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi)];
  return [...urls, ...imports].map(([, one, other, plain]) => ({
    kind: 'css url',
    written: one ?? other ?? plain ?? '',
    hasParts: false,
  }));
}
