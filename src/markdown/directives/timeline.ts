import type { Directive } from '../directive.ts';
import { openBox } from './box.ts';

/** What happened when: `:::timeline{title="Eleven years"}` around a list whose entries begin with `2015-03-17:`. */
export const timeline: Directive = {
  name: 'timeline',
  form: 'block',
  attributes: { title: 'optional' },
  open: (use) => openBox('timeline', use),
  close: () => '</section>\n',
};
