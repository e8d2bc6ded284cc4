import { describe, expect, it } from 'vitest';
import { ALERTS } from '../../../layouts/directives/box.tsx';
import { codesOf } from '../../newsroom/findings.ts';
import { htmlOf, renderedText } from '../../newsroom/rendered-text.ts';

describe('a quotation that says what it is', () => {
  it.each([
    ['> [!NOTE]\n> Text', 'callout is-note', 'Note', '<p>Text</p>'],
    ['> [!warning]\n> *a*\n>\n> - b', 'callout is-warning', 'Warning', '<p><em>a</em></p><ul><li>b</li></ul>'],
    ['> [!TIP] Own *title*\n> Text', 'callout is-tip', 'Own <em>title</em>', '<p>Text</p>'],
    ['> [!CAUTION]- Folded\n> Text', 'callout is-caution', 'Folded', '<p>Text</p>'],
    ['> [!IMPORTANT]\n>\n> Text', 'callout is-important', 'Important', '<p>Text</p>'],
    ['> [!NOTE]', 'callout is-note', 'Note', ''],
  ])('is a box: %j', (markdown, kind, title, text) => {
    const isOwn = /Own|Folded/.test(title);

    expect(htmlOf(markdown)).toBe(
      `<section class="box ${kind}"><p class="box-title${isOwn ? '' : ' of-kind'}">${title}</p>${text}</section>`,
    );
  });

  it.each(['> [!FOO]\n> a', '> Text [!NOTE]', '> [!NOTE](a.md)', '[!NOTE]\na', '> \\[!NOTE]\n> a'])(
    'is a quotation or a paragraph otherwise: %j',
    (markdown) => {
      expect(htmlOf(markdown)).not.toContain('class="box');
    },
  );

  it('stands in another, and others in it', () => {
    const html = htmlOf('> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b\n>\n> > c');

    expect(html).toContain(
      '<section class="box callout is-tip"><p class="box-title of-kind">Tip</p><p>b</p></section><blockquote>',
    );
  });

  it('is told of where it is too deep', () => {
    const { findings } = renderedText(
      `${'> [!NOTE]\n'.repeat(1)}${Array.from({ length: 60 }, (_, n) => `${'> '.repeat(n + 1)}a`).join('\n\n')}`,
    );

    expect(codesOf(findings)).toContain('nesting-too-deep');
  });

  it.each(['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pt', 'ru', 'zh', 'zh-Hant'])(
    'is called by a word of its language: %s',
    (language) => {
      for (const kind of ALERTS) {
        const title = /<p class="box-title of-kind">(.*?)<\/p>/.exec(htmlOf(`> [!${kind}]\n> a`, { language }))?.[1];

        expect(title).toMatch(/\p{L}/u);
        if (language !== 'en' && kind === 'warning') expect(title).not.toBe('Warning');
      }
    },
  );

  it('is a quotation where alerts are switched off', () => {
    expect(htmlOf('> [!NOTE]\n> a', { site: { markdown: { alerts: false } } })).toBe(
      '<blockquote><p>[!NOTE]\na</p></blockquote>',
    );
  });
});
