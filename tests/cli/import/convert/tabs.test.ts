import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../../src/cli/import/convert/html-to-markdown.ts';
import { aContext } from '../a-context.ts';

const convert = (html: string): string => htmlToMarkdown(html, aContext());

describe('texts of which a page showed one at a time', () => {
  it.each([
    [
      'beside the row of their titles',
      '<div class="ui-tabs"><ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul><div id="a"><p>First.</p></div><div id="b"><p>Second.</p></div></div>',
    ],
    [
      'in an element that holds them',
      '<div class="wp-block-kadence-tabs"><div class="kt-tabs-wrap"><ul class="kt-tabs-title-list"><li class="kt-title-item"><a href="#tab-one"><span>One</span></a></li><li class="kt-title-item"><a href="#tab-two">Two</a></li></ul><div class="kt-tabs-content-wrap"><div><div><p>First.</p></div></div><div><p>Second.</p></div></div></div></div>',
    ],
    [
      'below buttons',
      '<div class="x-tabs"><div role="tablist"><button role="tab">One</button><button role="tab">Two</button></div><section>First.</section><section>Second.</section></div>',
    ],
    [
      'that have their titles already',
      '<div class="tabs"><ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul><div><p><strong>One</strong></p><p>First.</p></div><div><p><strong>Two</strong></p><p>Second.</p></div></div>',
    ],
  ])('stand under their titles: %s', (_, html) => {
    expect(convert(html)).toBe('**One**\n\nFirst.\n\n**Two**\n\nSecond.');
  });

  it.each([
    [
      'more titles than texts',
      '<div class="tabs"><ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul><p>Words.</p></div>',
      '- [One](#a)\n- [Two](#b)\n\nWords.',
    ],
    [
      'a list of words',
      '<div class="tabs"><ul><li>One</li><li>Two</li></ul><div>A</div><div>B</div></div>',
      '- One\n- Two\n\nA\n\nB',
    ],
    [
      'a list of contents',
      '<div class="toc"><ul><li><a href="#a">One</a></li></ul><div>A</div></div>',
      '- [One](#a)\n\nA',
    ],
  ])('are not: %s', (_, html, expected) => {
    expect(convert(html)).toBe(expected);
  });
});
