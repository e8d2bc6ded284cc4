import { Pullquote } from '../../../layouts/directives/pullquote.tsx';
import { printBlock } from '../print-layout.ts';
import type { Directive } from './directive.ts';

/** A sentence of the story set large: `:::pullquote{by="Ruth Ambler, harbour master"}`. */
export const pullquote: Directive = {
  name: 'pullquote',
  form: 'block',
  attributes: { by: 'optional' },
  print: ({ attributes, environment }, text) => {
    const by = attributes.get('by');
    return printBlock(Pullquote, { by: by ? environment.renderLine(by) : undefined, text: text() });
  },
};
