import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/domain/site/dialects.ts';
import { LABELS } from '../../src/domain/story/article.ts';
import { CREDIT_ROLES } from '../../src/domain/contributors.ts';
import { CARD_WEIGHTS } from '../../src/domain/fronts.ts';
import { DIRECTIVES } from '../../src/markdown/directives/directives.ts';
import { articleSchema } from '../../src/validate/story/article-schema.ts';
import { contributorSchema } from '../../src/validate/contributors.ts';
import { PROJECT } from './run-broadsheet.ts';

/** The texts of the files of a folder of the demo newsroom. */
function textsIn(folder: string): readonly string[] {
  const path = join(PROJECT, 'content', folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(md|yaml)$/.test(file))
    .map((file) => readFileSync(join(path, file), 'utf8'));
}

/** The front matter of each of them. */
function headsIn(folder: string): readonly object[] {
  return textsIn(folder).map((text) => load(text.split(/^---\n/m)[1] ?? '', { schema: CORE_SCHEMA }) as object);
}

test('the demo has every key of a story and of a contributor', () => {
  const keysOf = (folder: string): readonly string[] => [
    ...new Set(headsIn(folder).flatMap((head) => Object.keys(head))),
  ];
  expect(keysOf('articles').toSorted()).toEqual(Object.keys(articleSchema.shape).toSorted());
  expect(keysOf('contributors').toSorted()).toEqual(Object.keys(contributorSchema.shape).toSorted());
});

test('the demo has every directive', () => {
  const text = textsIn('articles').join('\n');
  const used = new Set([...text.matchAll(/^:{2,3}([a-z-]+)/gm)].map(([, name]) => name));
  expect([...used].toSorted()).toEqual(DIRECTIVES.map(({ name }) => name).toSorted());
});

/** What shows that a text uses a dialect. */
const SHOWN: Readonly<Record<Dialect, RegExp>> = {
  addresses: /[a-z]: https:\/\//,
  headingIds: /^## .* \{#\w+\}$/m,
  definitionLists: /^\w+\n: /m,
  taskLists: /^- \[x\] /m,
  mark: /==\w.*\w==/,
  subscript: /\w~\d~/,
  superscript: /\w\^\d\^/,
  alerts: /^> \[!NOTE\]$/m,
  attributes: /\)\{: \.wide\}/,
  contents: /^\[TOC\]$/m,
  highlight: /^```python$/m,
  math: /^\$\$$/m,
  dollarMath: / \$T\$ /,
  emoji: / :\w+:$/m,
};

test('the demo has every dialect of Markdown', () => {
  const text = textsIn('articles').join('\n');
  expect(DIALECTS.filter((name) => !SHOWN[name].test(text))).toEqual([]);
});

test('the demo has every label, every part in a story, and every weight of a card', () => {
  const stories = textsIn('articles').join('\n');
  const fronts = textsIn('fronts').join('\n');
  expect(LABELS.filter((label) => !stories.includes(`\nlabel: ${label}\n`))).toEqual([]);
  expect(CREDIT_ROLES.filter((role) => !new RegExp(`credit: ${role}\\b`).test(stories))).toEqual([]);
  // Stories with a picture have that weight by default.
  expect(CARD_WEIGHTS.filter((weight) => weight !== 'picture' && !fronts.includes(`weight: ${weight} `))).toEqual([]);
});
