import type { Directive, DirectiveUse } from './directive.ts';
import { asHtml, type Html } from '../../domain/html.ts';

/** Background that stands beside the story: `:::aside{title="How the bridge turns"}`. */
export const aside: Directive = {
  name: 'aside',
  form: 'block',
  attributes: { title: 'optional' },
  open: (use) => openBox('background', use),
  close: () => '</section>\n',
};

/** The facts at a glance: `:::factbox{title="At a glance"}`. */
export const factbox: Directive = {
  name: 'factbox',
  form: 'block',
  attributes: { title: 'optional' },
  open: (use) => openBox('factbox', use),
  close: () => '</section>\n',
};

/** What happened when: `:::timeline{title="Eleven years"}` around a list whose entries begin with `2015-03-17:`. */
export const timeline: Directive = {
  name: 'timeline',
  form: 'block',
  attributes: { title: 'optional' },
  open: (use) => openBox('timeline', use),
  close: () => '</section>\n',
};

/**
 * The beginning of a box in the text. It is a `section`, not an `aside`, because it is part of the story: reader modes
 * throw an `aside` away.
 */
function openBox(kind: string, { attributes, environment }: DirectiveUse): Html {
  const title = attributes.get('title');
  const heading = title ? `<p class="box-title">${environment.renderLine(title)}</p>\n` : '';
  return asHtml(`<section class="box ${kind}">${heading}\n`);
}
