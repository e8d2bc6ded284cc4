import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { asHtml } from '../../src/domain/html.ts';
import { fillSlots } from '../../src/markdown/slots.ts';
import { anyText } from '../newsroom/any-text.ts';
import { renderedText } from '../newsroom/rendered-text.ts';
import { tries } from '../tries.ts';

const { document } = new JSDOM('').window;

/** What in some HTML could run or load something. */
function dangersIn(html: string): readonly string[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const isDangerous = /^(?:script|iframe|object|embed|style|link|meta|base|form|svg|math|template)$/.test(name);
    const attributes = element.getAttributeNames().filter((attribute) => {
      const value = element.getAttribute(attribute) ?? '';
      return /^on|^srcdoc$/.test(attribute) || (/^(?:href|src)$/.test(attribute) && !isHarmless(value));
    });
    return [...(isDangerous ? [name] : []), ...attributes.map((attribute) => `${name}[${attribute}]`)];
  });
}

function isHarmless(address: string): boolean {
  const { protocol } = new URL(address, 'https://ledger.example/');
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol);
}

describe('any text', () => {
  const languages = fc.constantFrom('en', 'fr', 'ar');

  it('is rendered without a throw, and nothing in it can run', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyText(), languages, (text, language) => {
        const { html } = renderedText(text, { language });

        expect(dangersIn(fillSlots(html, (part) => asHtml(part === 'open' ? '<a href="/x/">' : '</a>')))).toEqual([]);
      }),
      { numRuns: tries(1000) },
    );
  });

  it('has only references that say where they lead', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(renderedText(text).references.filter((reference) => typeof reference?.target !== 'string')).toEqual([]);
      }),
      { numRuns: tries(300) },
    );
  });

  it('is rendered alike each time', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(renderedText(text).html).toBe(renderedText(text).html);
      }),
      { numRuns: tries(200) },
    );
  });
});

describe('what is taken for dangerous', () => {
  it.each([
    '<script>x</script>',
    '<p onclick="x">',
    '<a href="java&#10;script:x">',
    '<img src="data:text/html,x">',
    '<svg></svg>',
  ])('is seen: %s', (html) => {
    expect(dangersIn(html)).not.toEqual([]);
  });
});
