import type { Directive } from '../directive.ts';
import { openBox } from './box.ts';

/** The facts at a glance: `:::factbox{title="At a glance"}`. */
export const factbox: Directive = {
  name: 'factbox',
  form: 'block',
  attributes: { title: 'optional' },
  open: (use) => openBox('factbox', use),
  close: () => '</section>\n',
};
