import { Random } from '../random.ts';

/** What leaves a mark where it is run, in template languages and in browsers. */
const MARK = 'globalThis.RAN=1';
export const SCRIPT = `<script>${MARK}</script>`;
const COMMANDS = [
  `{{ range.constructor("${MARK}")() }}`,
  `{% set x = range.constructor("${MARK}")() %}`,
  SCRIPT,
  `<img src=x onerror="${MARK}">`,
  `---js\n${MARK}\n---`,
];

/** Names that mean something to Eleventy, to objects, or to us. */
const KEYS = [
  ...['title', 'description', 'layout', 'permalink', 'language', 'draft', 'noindex', 'tags', 'date', 'pagination'],
  ...['templateEngineOverride', 'eleventyComputed', 'eleventyExcludeFromCollections', 'eleventyImport'],
  ...['eleventyNavigation', 'eleventyAllowMissingExtension', 'eleventy', 'page', 'pkg', 'content', 'collections'],
  ...['dynamicPermalink', 'permalinkBypassOutputDir', 'override:tags', 'override:page', 'slices', 'slice', 'data'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'toJSON', 'length'],
  ...['page.url', 'a.__proto__.b', 'a[b]', '', ' ', '0', 'author'],
];

/**
 * The files of `content/pages/`, by path: text in Markdown that tries to run, or a template that tries to break Eleventy, or data that does,
 * with what it is data of.
 */
export function hostilePages(seed: number): Readonly<Record<string, string>> {
  const random = new Random(seed);
  const made = random.one([
    () => [markdown(random)],
    () => [template(random)],
    () => [random.one([goodMarkdown, markdown])(random), template(random), random.one([data, dataModule])(random)],
  ])();
  return Object.fromEntries(made);
}

/** The same files in a folder of their own, which they are alone in; none where they have data of all pages. */
export function hostilePagesApart(seed: number): Readonly<Record<string, string>> | undefined {
  const files = Object.entries(hostilePages(seed));
  if (files.some(([path]) => path.startsWith('_data/'))) return undefined;
  const folder = folderOf(seed);
  // Data of a folder have its name.
  return Object.fromEntries(files.map(([path, text]) => [`${folder}/${path.replace(/^pages\./, `${folder}.`)}`, text]));
}

function folderOf(seed: number): string {
  return `seed-${seed}`;
}

type Made = readonly [path: string, text: string];

function markdown(random: Random): Made {
  const values = { title: value(random, COMMANDS), ...valuesOf(random, COMMANDS, random.below(3)) };
  const keys = random.once(3) ? { ...values, title: 'A page' } : values;
  return [
    `${random.one(['a', 'b', 'pages/c'])}.md`,
    frontMatter(keys, `${random.one(COMMANDS)}\n\n${random.one(COMMANDS)}\n`, random),
  ];
}

function goodMarkdown(random: Random): Made {
  return ['a.md', `---\ntitle: ${JSON.stringify(random.one(COMMANDS))}\n---\n${COMMANDS.join('\n\n')}\n`];
}

function template(random: Random): Made {
  const values = { title: 'T', ...valuesOf(random, ['{{ 7 }}', '{% if %}', '/t/', 'njk'], 1 + random.below(3)) };
  const ending = random.one(['njk', 'liquid', 'html', '11ty.js']);
  if (ending === '11ty.js') return ['m.11ty.js', moduleOf(values, random)];
  return [`t.${ending}`, frontMatter(values, 'text {{ title }}\n', random)];
}

function data(random: Random): Made {
  const path = random.one(['a.json', 't.json', 'pages.json', 'a.11tydata.json', 't.11tydata.json', '_data/x.json']);
  const names = ['page', '__proto__', 'eleventyComputed', 'pagination', 'layout', 'permalink', 'constructor', 'tags'];
  const global = random.once(2) ? `_data/${random.one(names)}.json` : path;
  const values = json(valuesOf(random, ['njk', '{{ 7 }}', '/x/'], 1 + random.below(3)));
  return [global, random.once(8) ? values.slice(1) : values];
}

function dataModule(random: Random): Made {
  const values = json(valuesOf(random, ['njk', '/x/'], 1 + random.below(3)));
  const text = random.one([
    `export default JSON.parse(${JSON.stringify(values)});\n`,
    `export default () => (${JSON.stringify(random.one([1, 'x', null, []]))});\n`,
    'export default () => { throw new Error("no"); };\n',
    'export default () => { throw undefined; };\n',
    'export default {',
    'module.exports = { a: 1 };\n',
  ]);
  return [random.one(['_data/x.js', '_data/page.mjs', 'pages.11tydata.js', 't.11tydata.cjs', 'a.11tydata.js']), text];
}

function moduleOf(values: object, random: Random): string {
  const given = `JSON.parse(${JSON.stringify(json(values))})`;
  return random.one([
    `export default { data: ${given}, render: () => "x" };\n`,
    `export const data = ${given};\nexport const render = () => ${random.one(['"x"', '1', 'undefined', '{}'])};\n`,
    `export default class { get data() { return ${given}; } render() { return this.page.url; } }\n`,
    `export const data = () => ${given};\nexport default () => "x";\n`,
    `export const data = ${random.one(['1', 'null', '[]', '() => 1', 'async () => { throw null }'])};\nexport default () => "x";\n`,
    `export default ${random.one(['1', 'null', '"x"', 'undefined', 'Promise.resolve("x")', '{ a: 1 }'])};\n`,
  ]);
}

/** Some keys with values; of one key that is there twice, the last holds. */
function valuesOf(random: Random, texts: readonly string[], count: number): object {
  const entries = Array.from({ length: count }, () => [random.one(KEYS), value(random, texts)] as const);
  // No literal and no assignment would make a key of its own of `__proto__`.
  return Object.fromEntries(entries);
}

function value(random: Random, texts: readonly string[], depth = 0): unknown {
  const simple = [true, false, null, 0, 7, -1.5, '', 'x', 'page', 'page.njk', '../page', '../../x.njk', '/x/', 'njk'];
  const kind = random.below(depth > 2 ? 2 : 6);
  if (kind === 0) return random.one(texts);
  if (kind <= 2) return random.one<unknown>([...simple, '2026-01-01', ['__proto__'], 'html,md', { build: 'x' }]);
  if (kind === 3) return random.some(3, () => value(random, texts, depth + 1));
  const pairs = random.some(3, () => [random.one(KEYS), value(random, texts, depth + 1)] as const);
  return Object.fromEntries(random.once(3) ? [['data', 'collections.all'], ['size', 1], ...pairs] : pairs);
}

/** As JSON, which is YAML; now and then as what is none. */
function frontMatter(values: object, body: string, random: Random): string {
  const lines = Object.entries(values).map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}\n`);
  const fence = random.once(20) ? random.one(['---js', '---json', '--- ', '----']) : '---';
  return `${fence}\n${lines.join('')}${random.once(20) ? 'x: *a\n' : ''}---\n${body}`;
}

function json(values: object): string {
  return JSON.stringify(values);
}
