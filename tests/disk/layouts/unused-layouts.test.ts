import { afterAll, expect, it } from 'vitest';
import { unusedAmong } from '../../../src/disk/layouts/unused-layouts.ts';
import { aNewsroomOnDisk, broadsheet, removeNewsrooms } from '../../cli/run.ts';

afterAll(removeNewsrooms);

const OURS = ['article.tsx', 'home.tsx', 'parts/card.tsx', 'parts/site.tsx', 'styles/theme.css', 'scripts/search.js'];

/** What is told of own files with their texts, and the hints. */
function toldOf(
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): readonly (readonly [string, string | undefined])[] {
  const own = Object.keys(files);
  const templates = new Set(own.filter((path) => /^(?:home|article|article-.*)\.njk$/.test(path)));
  const found = unusedAmong({ own, ours: OURS, templates, textOf: (path) => files[path] ?? '', others });
  return found.map(({ path, hint }) => [path.slice('layouts/'.length), hint]);
}

it.each([
  ['artcle.njk', 'did you mean `layouts/article.njk`?'],
  ['Article.njk', 'did you mean `layouts/article.njk`?'],
  ['hmoe.liquid', 'did you mean `layouts/home.liquid`?'],
  ['parts/article.njk', 'did you mean `layouts/article.njk`?'],
  ['parts/crad.tsx', 'did you mean `layouts/parts/card.tsx`?'],
  ['card.tsx', 'did you mean `layouts/parts/card.tsx`?'],
  ['part/card.tsx', 'did you mean `layouts/parts/card.tsx`?'],
  ['parts/card.tsx.txt', 'did you mean `layouts/parts/card.tsx`?'],
  ['theme.css', 'did you mean `layouts/styles/theme.css`?'],
  ['styles/themes.css', 'did you mean `layouts/styles/theme.css`?'],
  ['scripts/serach.js', 'did you mean `layouts/scripts/search.js`?'],
  ['parts/weather-today.tsx', 'import it where it is to be printed, or remove it'],
  ['weather.tsx', 'name it `article-….tsx` if stories are to have it, `page-….tsx` if pages are, or remove it'],
])('a file that takes nobody’s place and that nothing uses is told of: %s', (path, hint) => {
  expect(toldOf({ [path]: '', 'article.tsx': '' })).toEqual([[path, hint]]);
});

it.each<Readonly<Record<string, string>>>([
  { 'article.njk': '', 'parts/card.tsx': '', 'styles/theme.css': '', 'article-long.njk': '' },
  { 'article-long.tsx': '', 'page-wide.tsx': '', 'directives/newsletter.tsx': '' },
  { 'article.njk': '---\nlayout: around.njk\n---\n', 'around.njk': '' },
  {
    'article.njk': '{% include "bits/head.njk" %}',
    'bits/head.njk': "{% extends 'bits/base.njk' %}",
    'bits/base.njk': '',
  },
  { 'article.njk': "{% render 'bits/head' %}", 'bits/head.liquid': '' },
  { 'parts/card.tsx': "import { Time } from './time.tsx';", 'parts/time.tsx': '' },
  { 'parts/card.tsx': "import { Time } from './bits/index.ts';", 'parts/bits/index.ts': '' },
  { 'styles/theme.css': '@import "./fonts.css";', 'styles/fonts.css': '' },
  { 'artcle.njk~': '', '.artcle.njk': '', 'README.md': '', 'fonts/a.woff2': '' },
])('a file that has a place, or that another uses, is not: %j', (files) => {
  expect(toldOf(files)).toEqual([]);
});

it('a file that the settings, a rule or an own page use is not', () => {
  expect(toldOf({ 'bits/words.ts': '' }, ["import { words } from './layouts/bits/words.ts';"])).toEqual([]);
});

it('is a warning of check, and of no build', () => {
  const folder = aNewsroomOnDisk({
    '.eleventy.ts': "export { default } from 'broadsheet';\n",
    'layouts/artcle.njk': '<h1>{{ props.headline | safe }}</h1>\n',
    'layouts/parts/crad.tsx': 'export const Card = () => <p>card</p>;\n',
  });
  const checked = broadsheet(folder, 'check');

  expect(checked.status).toBe(0);
  expect(checked.stderr.match(/hint: did you mean .*/g)).toEqual([
    'hint: did you mean `layouts/article.njk`?',
    'hint: did you mean `layouts/parts/card.tsx`?',
  ]);
  expect(broadsheet(folder, 'build', '--strict')).toMatchObject({ status: 0, stderr: '' });
});
