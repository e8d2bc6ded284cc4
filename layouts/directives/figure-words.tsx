import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw } from '../parts/html.tsx';

/** What stands below a picture. */
export interface FigureWords {
  readonly caption: Html | undefined;
  readonly credit: string | undefined;
}

export function WordsBelow({ caption, credit }: FigureWords): VNode {
  return (
    <>
      {caption !== undefined && <Raw as="span" class="caption" html={caption} />}
      {caption !== undefined && credit !== undefined && ' '}
      {credit !== undefined && <span class="credit">{credit}</span>}
    </>
  );
}

/** What is left of a figure whose file is not there: an old story may be published without it. */
export function WordsWithoutPicture(words: FigureWords): VNode {
  return (
    <p class="without-picture">
      <WordsBelow {...words} />
    </p>
  );
}
