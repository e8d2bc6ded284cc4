import type { BannerSettings } from './banner.ts';

/**
 * The script in the head of every page that asks an old browser, and only an old one, to load the banner. It is ES3, the same
 * bytes on every page, and holds no word for people.
 *
 * @param condition Of the baseline; `CSS.supports()` is false or missing where it is not met.
 * @param source Address of the banner's script.
 */
export function printGate(condition: string, source: string): string {
  const [asked, loaded] = [condition, source].map((text) => JSON.stringify(text).replaceAll('<', '\\u003c'));
  // Calling 0 is how the second way into the same catch is spelt in the fewest bytes.
  return `try{CSS.supports(${asked})||0()}catch(e){e=document.createElement("script");e.src=${loaded};document.documentElement.firstChild.appendChild(e)}`;
}

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
