import type { Directive } from './directive.ts';

/** A sentence of the story set large: `:::pullquote{by="Ruth Ambler, harbour master"}`. */
export const pullquote: Directive = {
  name: 'pullquote',
  form: 'block',
  attributes: { by: 'optional' },
  open: () => '<figure class="pullquote"><blockquote>\n',
  close: ({ attributes, environment }) => {
    const by = attributes.get('by');
    return by
      ? `</blockquote><figcaption>${environment.renderLine(by)}</figcaption></figure>\n`
      : '</blockquote></figure>\n';
  },
};
