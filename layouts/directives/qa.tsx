import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';

/** A question of an interview, and its answer: `:::qa`. */
export interface QuestionData {
  readonly question: Html;
  /** Who answers. */
  readonly by: Html | undefined;
  readonly text: Html;
}

export function Question({ question, by, text }: QuestionData): VNode {
  return (
    <section class="qa">
      <p class="question">
        <Raw as="strong" html={question} />
      </p>
      {'\n'}
      {by !== undefined && (
        <>
          <Raw as="p" class="answer-by" html={by} />
          {'\n'}
        </>
      )}
      <RawHtml html={text} />
    </section>
  );
}
