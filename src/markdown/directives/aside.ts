import type { Directive } from '../directive.ts';
import { openBox } from './box.ts';

/** Background that stands beside the story: `:::aside{title="How the bridge turns"}`. */
export const aside: Directive = {
  name: 'aside',
  form: 'block',
  attributes: { title: 'optional' },
  open: (use) => openBox('background', use),
  close: () => '</section>\n',
};
