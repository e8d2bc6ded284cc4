import { Box, type BoxData } from '../../../layouts/directives/box.tsx';
import { Gallery } from '../../../layouts/directives/gallery.tsx';
import { Pullquote } from '../../../layouts/directives/pullquote.tsx';
import { Question } from '../../../layouts/directives/qa.tsx';
import { printBlock } from '../print-layout.ts';
import type { Attribute, NotedDirective } from './directive.ts';

/** Background that stands beside the story: `:::aside{title="How the bridge turns"}`. */
export const aside: NotedDirective = box('background', {
  name: 'aside',
  help: 'Background that stands beside the story.',
  title: 'How the bridge turns',
  text: 'Paragraphs or a list.',
  more: 'blocks',
});

/** The facts at a glance: `:::factbox{title="At a glance"}`. */
export const factbox: NotedDirective = box('factbox', {
  name: 'factbox',
  label: 'Fact box',
  help: 'The facts at a glance.',
  title: 'At a glance',
  text: '- One fact',
  more: 'blocks',
});

/** What happened when: `:::timeline{title="Eleven years"}` around a list whose entries begin with `2015-03-17:`. */
export const timeline: NotedDirective = box('timeline', {
  name: 'timeline',
  help: 'What happened when: a list whose entries begin with a date and a colon.',
  title: 'Eleven years',
  text: '- 2015-03-17: An inspector writes of rust.',
  more: 'interviews-timelines-galleries-tables',
});

/** What is said of a box, with an example of its title. */
interface BoxNote extends Pick<NotedDirective, 'name' | 'label' | 'help' | 'text' | 'more'> {
  readonly title: string;
}

function box(kind: BoxData['kind'], { title: example, ...note }: BoxNote): NotedDirective {
  return {
    ...note,
    form: 'block',
    attributes: { title: titleOf(example) },
    print: ({ attributes, environment }, text) => {
      const title = attributes.get('title');
      return printBlock(Box, { kind, title: title ? environment.renderLine(title) : undefined, text: text() });
    },
  };
}

function titleOf(example: string): Attribute {
  return { help: 'What stands over it.', takes: 'line', example, isUsual: true };
}

/** A sentence of the story set large: `:::pullquote{by="Ruth Ambler, harbour master"}`. */
export const pullquote: NotedDirective = {
  name: 'pullquote',
  label: 'Pull quote',
  form: 'block',
  help: 'A sentence of the story, set large.',
  attributes: { by: { help: 'Who said it.', takes: 'line', example: 'Ruth Ambler, harbour master', isUsual: true } },
  text: 'We could hear it before we could see it.',
  more: 'blocks',
  print: ({ attributes, environment }, text) => {
    const by = attributes.get('by');
    return printBlock(Pullquote, { by: by ? environment.renderLine(by) : undefined, text: text() });
  },
};

/** A question of an interview, and its answer: `:::qa{question="You had a short night." by="Sal Pell"}`. */
export const qa: NotedDirective = {
  name: 'qa',
  label: 'Question and answer',
  form: 'block',
  help: 'A question of an interview, with its answer.',
  attributes: {
    question: { isRequired: true, help: 'The question.', takes: 'line', example: 'You had a short night.' },
    by: { help: 'Who answers.', takes: 'line', example: 'Sal Pell', isUsual: true },
  },
  text: 'The answer, in as many paragraphs as it takes.',
  more: 'interviews-timelines-galleries-tables',
  print: ({ attributes, environment }, text) => {
    const by = attributes.get('by')?.trim();
    const question = environment.renderLine(attributes.get('question') ?? '');
    return printBlock(Question, { question, by: by ? environment.renderLine(by) : undefined, text: text() });
  },
};

/** Pictures side by side: `:::gallery{title="The fish market at dawn"}` around pictures. */
export const gallery: NotedDirective = {
  name: 'gallery',
  form: 'block',
  help: 'Pictures side by side, which open over the whole window.',
  attributes: { title: titleOf('The harbour at dawn') },
  text: '![What it shows.](quay.jpg "Caption")',
  more: 'interviews-timelines-galleries-tables',
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
