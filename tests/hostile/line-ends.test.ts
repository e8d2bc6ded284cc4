import { describe, expect, it } from 'vitest';
import { cutFrontMatter } from '../../src/domain/content/source.ts';
import { readRows } from '../../src/markdown/directives/read-rows.ts';
import { readCaptions } from '../../src/markdown/media/captions.ts';
import { editionOf } from '../newsroom/edition.ts';
import { pointedAt } from '../newsroom/findings.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { htmlOf, renderedText, shown } from '../newsroom/rendered-text.ts';

/** What some programs take for the end of a line, and Markdown and YAML do not. */
const NO_ENDS = [
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a next line', '\u0085'],
  ['a vertical tab', '\v'],
  ['a form feed', '\f'],
] as const;

describe.each(NO_ENDS)('%s ends no line', (_name, sign) => {
  it('of front matter', () => {
    const cut = cutFrontMatter(`---\nheadline: a${sign}---${sign}b\n---\nText${sign}\n`);

    expect(cut).toEqual({ yaml: `headline: a${sign}---${sign}b\n`, yamlLine: 2, body: `Text${sign}\n`, bodyLine: 4 });
  });

  it('of a directive, nor of its block', () => {
    const { html, findings } = renderedText(`:::aside{title="a${sign}b"}\nc${sign}:::${sign}d\n:::\n\ne`);

    expect(findings).toEqual([]);
    expect(html.replace(/<[^>]*>|\s|\ufffd|\p{Cc}/gu, '')).toBe('abc:::de');
  });

  it('of captions, of which nothing is lost', () => {
    const read = readCaptions(`WEBVTT\n\n00:01.000 --> 00:04.500 align:left${sign}x\na\n${sign}\nb${sign}c\n\nnote\n`);

    const said = read.kind === 'read' ? read.cues.map(({ text }) => text.replace(/[\s\u0085]/g, '')) : [];
    expect(said).toEqual(['abc']);
  });

  it('of a table in a file', () => {
    expect(readRows(`a,b\nc${sign}d,e\n`)).toMatchObject({
      kind: 'read',
      rows: [{ cells: ['a', 'b'] }, { cells: [`c${sign}d`, 'e'] }],
    });
  });

  it('of a table in a text', () => {
    const html = htmlOf(`| a | b |\n|---|---|\n| c${sign}d | e |\n`);

    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(html.match(/<td/g)).toHaveLength(2);
  });

  it('of a verse, of which each line is kept', () => {
    expect(shown(`a${sign}b\\\nc`, 'en').replace(/[^abc]/g, '')).toBe('abc');
  });

  it('that a report counts', () => {
    const text = `a${sign}b\n${sign}c\n\n[d](javascript:e)\n`;

    expect(pointedAt(text, renderedText(text).findings)).toEqual([
      { code: 'link-unsafe', line: 4, text: 'javascript:e' },
    ]);
  });

  it('of front matter that a report counts', () => {
    const { diagnostics } = editionOf({
      articles: { 'a.md': aStory({ dek: `a${sign}b`, section: 'none' }, `a${sign}b\n\n::nothing\n`) },
    });
    const places = diagnostics.map(({ code, line }) => `${code} ${line}`);

    expect(places).toEqual(expect.arrayContaining(['section-unknown 6', 'directive-unknown 10']));
  });

  it('of redirects', () => {
    const { diagnostics } = editionOf({ redirects: `/old/: "/nothing/${sign}"\n/other/: nothing\n` });

    // YAML takes two of them for no text at all, which is told in their place.
    const expected = /[\v\f]/.test(sign) ? 'control-character 1' : 'redirect-invalid 2';
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain(expected);
  });
});

describe('a caption', () => {
  it('ends where the next begins, without an empty line between them', () => {
    const timing = '00:01.000 --> 00:04.500\n';

    expect(readCaptions(`WEBVTT\n\n${timing}a\n${timing}b\n`)).toMatchObject({
      kind: 'read',
      cues: [
        { speaker: undefined, text: 'a' },
        { speaker: undefined, text: 'b' },
      ],
    });
  });
});
