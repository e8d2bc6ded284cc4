import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';

/** A sentence of the story set large: `:::pullquote`. */
export interface PullquoteData {
  readonly by: Html | undefined;
  readonly text: Html;
}

export function Pullquote({ by, text }: PullquoteData): VNode {
  return (
    <figure class="pullquote">
      <blockquote>
        {'\n'}
        <RawHtml html={text} />
      </blockquote>
      {by !== undefined && <Raw as="figcaption" html={by} />}
    </figure>
  );
}
