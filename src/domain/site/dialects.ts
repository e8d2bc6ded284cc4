/**
 * What the Markdown of other programs has beyond CommonMark, by the key under `markdown` of `site.yaml`. Each is on or off for all texts
 * of a site.
 */
export const DIALECTS = [
  /** `https://example.com/` becomes a link. */
  'addresses',
  /** `## Heading {#id}` */
  'headingIds',
  /** A term, and below it `: what it means`. */
  'definitionLists',
  /** `- [x] done` */
  'taskLists',
  /** `==marked==` */
  'mark',
  /** `H~2~O` */
  'subscript',
  /** `m^2^` */
  'superscript',
  /** `> [!NOTE]` */
  'alerts',
  /** `{: .wide}` behind what it belongs to, as in kramdown. */
  'attributes',
  /** `[TOC]` */
  'contents',
  /** Code whose language is named has classes for its parts. */
  'highlight',
  /** `$$…$$`, `\(…\)` and `\[…\]` in TeX. */
  'math',
  /** `$…$` too. */
  'dollarMath',
  /** `:tada:` */
  'emoji',
] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Which of them are on. */
export type Dialects = Readonly<Record<Dialect, boolean>>;

/** Off is what prose has for itself: prices (`$$`), escaped brackets (`\(`), and words between colons. */
export const DEFAULT_DIALECTS: Dialects = {
  addresses: true,
  headingIds: true,
  definitionLists: true,
  taskLists: true,
  mark: true,
  subscript: true,
  superscript: true,
  alerts: true,
  attributes: true,
  contents: true,
  highlight: true,
  math: false,
  dollarMath: false,
  emoji: false,
};
