import type { Directive } from '../directive.ts';
import { slotFor } from '../slots.ts';

/** A card that leads to another story: `::story{slug=harbour-bridge-closes}`. */
export const story: Directive = {
  name: 'story',
  form: 'line',
  attributes: { slug: 'required' },
  open: ({ attributes, lines, environment }) => {
    environment.references.push({ kind: 'story', target: attributes.get('slug') ?? '', lines });
    return `${slotFor('open', environment.references.length - 1)}\n`;
  },
};
