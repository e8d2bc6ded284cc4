import type { Directive } from './directive.ts';

/** A question of an interview, and its answer: `:::qa{question="You had a short night." by="Sal Pell"}`. */
export const qa: Directive = {
  name: 'qa',
  form: 'block',
  attributes: { question: 'required', by: 'optional' },
  open: ({ attributes, environment }) => {
    const by = attributes.get('by')?.trim();
    const name = by ? `<p class="answer-by">${environment.renderLine(by)}</p>\n` : '';
    const question = environment.renderLine(attributes.get('question') ?? '');
    return `<section class="qa"><p class="question"><strong>${question}</strong></p>\n${name}`;
  },
  close: () => '</section>\n',
};
