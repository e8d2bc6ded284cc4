import type { BannerSettings } from './banner-settings.ts';

/**
 * Styles that tell readers of old browsers without JavaScript. The condition takes the text back: `@supports not` would not do,
 * since browsers that are old enough skip it.
 */
export function printWithoutScript({ words, language }: BannerSettings, condition: string): string {
  const message = (tag: string): string => quoted(words[tag]?.[0] ?? '');
  // `:lang(en)` is also true of `en-GB`, so the more exact come later.
  const tags = Object.keys(words).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return [
    `html:before{display:block;padding:12px 16px;background:#fff3cd;color:#1b1a17;font:16px/1.5 sans-serif;content:${message(language)}}`,
    ...tags.map((tag) => `html:lang(${tag}):before{content:${message(tag)}}`),
    'html.unsupported-browser:before{content:none!important}',
    '@media print{html:before{content:none!important}}',
    `@supports ${condition}{html:before{content:none!important}}`,
  ].join('\n');
}

/** A text of CSS; whatever could end it is written as a number. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
