import { Box, type BoxData } from '../../../layouts/directives/box.tsx';
import { printBlock } from '../print-layout.ts';
import type { Directive } from './directive.ts';

/** Background that stands beside the story: `:::aside{title="How the bridge turns"}`. */
export const aside: Directive = box('aside', 'background');

/** The facts at a glance: `:::factbox{title="At a glance"}`. */
export const factbox: Directive = box('factbox', 'factbox');

/** What happened when: `:::timeline{title="Eleven years"}` around a list whose entries begin with `2015-03-17:`. */
export const timeline: Directive = box('timeline', 'timeline');

function box(name: string, kind: BoxData['kind']): Directive {
  return {
    name,
    form: 'block',
    attributes: { title: 'optional' },
    print: ({ attributes, environment }, text) => {
      const title = attributes.get('title');
      return printBlock(Box, { kind, title: title ? environment.renderLine(title) : undefined, text: text() });
    },
  };
}
