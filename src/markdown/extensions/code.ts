import type MarkdownIt from 'markdown-it';
import { withoutForbidden } from '../../domain/invisible.ts';

/**
 * Code whose lines are longer than the page scrolls by itself, so whoever has no mouse must be able to come to it, as to a table. References
 * such as `&#x202E;` behind the signs of a fence, of which a class is made, stand for no character that a text may not have.
 */
export function code({ renderer: { rules } }: MarkdownIt): void {
  for (const name of ['fence', 'code_block']) {
    const plain = rules[name];
    if (!plain) continue;
    rules[name] = (tokens, index, ...given) => {
      const html = plain(tokens, index, ...given).replace(/^<pre(?=[ >])/, '<pre tabindex="0"');
      return tokens[index]?.info.includes('&#') ? withoutForbidden(html) : html;
    };
  }
  // As HTML has it.
  rules['pre_open'] = (tokens, index, options, _env, renderer) => {
    tokens[index]?.attrSet('tabindex', '0');
    return renderer.renderToken(tokens, index, options);
  };
}
