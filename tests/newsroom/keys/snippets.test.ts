import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../src/diagnostics/catalogue.ts';
import { describeDirectives } from '../../../src/newsroom/keys/describe-directives.ts';
import { keysOf } from '../../../src/newsroom/keys/describe-keys.ts';
import { printSnippets } from '../../../src/newsroom/keys/snippets.ts';
import { parseManuscript } from '../../../src/parse/manuscript.ts';
import { validateArticle } from '../../../src/validate/story/article.ts';
import { EXAMPLE_MEDIA } from './example-media.ts';
import { aSetting } from '../site.ts';

const setting = aSetting({ site: { sections: [{ id: 'news', title: 'News' }] }, media: EXAMPLE_MEDIA });
const PATH = 'content/articles/harbour-bridge.md';

/** What stands in a file after a snippet, if somebody takes what it suggests. */
function filledIn(body: readonly string[]): string {
  return body
    .map((line) =>
      line
        .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2026-11-23')
        .replace(/\$CURRENT_HOUR:\$CURRENT_MINUTE/g, '18:05')
        .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
        .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
        .replace('$0', ''),
    )
    .join('\n');
}

function errorsIn(text: string): readonly unknown[] {
  const manuscript = parseManuscript({ path: PATH, text });
  const { findings } = validateArticle(manuscript, setting);
  return [
    ...(manuscript.frontMatter.kind === 'read' ? [] : [manuscript.frontMatter]),
    ...findings.filter(({ code }) => entryOf(code).severity === 'error'),
  ];
}

const snippets = printSnippets();

it('has one of a story, of each key of it, and of each directive', () => {
  const story = keysOf('story').value;
  const keys = story.kind === 'group' ? story.keys : [];

  expect(Object.keys(snippets)).toEqual([
    'Story',
    ...keys.map(({ name }) => `Key ${name}`),
    ...describeDirectives().map(({ name }) => `Directive ${name}`),
  ]);
});

it('begins a story in which nothing is wrong but that it has no text', () => {
  const text = filledIn(snippets['Story']?.body ?? []);

  expect(text.split('\n')).toEqual([
    '---',
    'headline: Harbour bridge closes after crack is found',
    'contributors: Jane Doe',
    'date: 2026-11-23 18:05',
    'draft: true',
    '---',
    '',
    '',
  ]);
  expect(errorsIn(`${text}Text.\n`)).toEqual([]);
});

const NEEDED: Readonly<Record<string, string>> = {
  headline: 'A headline',
  contributors: 'Jane Doe',
  date: '2026-11-23',
};

describe.each(Object.keys(snippets).filter((name) => name.startsWith('Key ')))('the snippet %s', (name) => {
  it('is front matter in which nothing is wrong', () => {
    const { prefix = '', body = [] } = snippets[name] ?? {};
    const others = Object.entries(NEEDED).filter(([key]) => key !== prefix);
    const lines = others.map(([key, value]) => `${key}: ${value}\n`).join('');

    expect(errorsIn(`---\n${lines}${filledIn(body)}\n---\nText.\n`)).toEqual([]);
  });
});

describe.each(Object.keys(snippets).filter((name) => name.startsWith('Directive ')))('the snippet %s', (name) => {
  it('is a text in which nothing is wrong', () => {
    const lines = Object.entries({ ...NEEDED, live: 'true' }).map(([key, value]) => `${key}: ${value}\n`);
    const text = filledIn(snippets[name]?.body ?? []);

    expect(text).not.toMatch(/\$\{|\$0/);
    expect(errorsIn(`---\n${lines.join('')}---\nText.\n\n${text}\n`)).toEqual([]);
  });
});
