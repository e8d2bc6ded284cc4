import { Box, type BoxData } from '../../../layouts/directives/box.tsx';
import { Gallery } from '../../../layouts/directives/gallery.tsx';
import { Pullquote } from '../../../layouts/directives/pullquote.tsx';
import { Question } from '../../../layouts/directives/qa.tsx';
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

/** A question of an interview, and its answer: `:::qa{question="You had a short night." by="Sal Pell"}`. */
export const qa: Directive = {
  name: 'qa',
  form: 'block',
  attributes: { question: 'required', by: 'optional' },
  print: ({ attributes, environment }, text) => {
    const by = attributes.get('by')?.trim();
    const question = environment.renderLine(attributes.get('question') ?? '');
    return printBlock(Question, { question, by: by ? environment.renderLine(by) : undefined, text: text() });
  },
};

/** Pictures side by side: `:::gallery{title="The fish market at dawn"}` around pictures. */
export const gallery: Directive = {
  name: 'gallery',
  form: 'block',
  attributes: { title: 'optional' },
  print: ({ attributes, environment, source, note }, text) => {
    if (!/!\[|<img\b/i.test(source)) {
      const message = 'Unexpected `gallery` without pictures, expected some';
      note(undefined, {
        code: 'directive-misused',
        message,
        hint: 'write `![what it shows](file.jpg)` on a line each',
      });
    }
    const title = attributes.get('title')?.trim();
    return printBlock(Gallery, { title: title ? environment.renderLine(title) : undefined, text: text() });
  },
};
