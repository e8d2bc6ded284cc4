import { describe, expect, it } from 'vitest';
import { rewrite } from './rewrite.ts';

describe('commands of kramdown', () => {
  it.each([
    ['a\n\n{::comment}\nnot *this*\n\n[nor](/old/this)\n{:/comment}\n\nb\n', 'a\n\n\nb\n'],
    ['a {::comment}x{:/} b\n', 'a  b\n'],
    ['{::options toc_levels="2..3" /}\n\na [b](/old/c)\n', 'a [b](/new/c)\n'],
    ['a\n\n{::nomarkdown}\n<p>b <em>c</em></p>\n{:/nomarkdown}\n\nd\n', 'a\n\nb *c*\n\nd\n'],
    ['{::comment a="b" /}\na\n', 'a\n'],
    ['`{::comment}` a {:/comment}\n', '`{::comment}` a {:/comment}\n'],
    ['a {::comment} b\n', 'a {::comment} b\n'],
    ['{::nothing}a{:/nothing}\n', '{::nothing}a{:/nothing}\n'],
  ])('go, and comments with what is in them: %j', (written, markdown) => {
    const { text, links } = rewrite(written);

    expect(text).toBe(markdown);
    expect(links).not.toContain('/old/this');
  });

  it('are found in time that grows as the text does', () => {
    const bait = '{::comment a="'.repeat(50_000);

    expect(rewrite(bait).text).toBe(bait);
  });
});
