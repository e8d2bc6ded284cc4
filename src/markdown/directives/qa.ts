import { Question } from '../../../layouts/directives/qa.tsx';
import { printBlock } from '../print-layout.ts';
import type { Directive } from './directive.ts';

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
