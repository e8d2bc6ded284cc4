import type MarkdownIt from 'markdown-it';

/** Code whose lines are longer than the page scrolls by itself, so whoever has no mouse must be able to come to it, as to a table. */
export function code({ renderer: { rules } }: MarkdownIt): void {
  for (const name of ['fence', 'code_block']) {
    const plain = rules[name];
    if (plain) rules[name] = (...given) => plain(...given).replace(/^<pre(?=[ >])/, '<pre tabindex="0"');
  }
  // As HTML has it.
  rules['pre_open'] = (tokens, index, options, _env, renderer) => {
    tokens[index]?.attrSet('tabindex', '0');
    return renderer.renderToken(tokens, index, options);
  };
}
