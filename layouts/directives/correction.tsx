import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { RawHtml } from '../parts/html.tsx';

/** A correction where the fault was: `:::correction`. */
export interface CorrectionData {
  /** “Correction”. */
  readonly title: string;
  /** What the history of the story links to, and when it was corrected; nothing where the date cannot be read. */
  readonly dated: { readonly id: string; readonly iso: string; readonly time: string } | undefined;
  readonly text: Html;
}

/** A correction looks like those that stand under a story, see `Notice` in `../parts/story.tsx`. */
export function Correction({ title, dated, text }: CorrectionData): VNode {
  return (
    <section class="notice correction" id={dated?.id}>
      <p>
        <strong>{title}</strong>
        {dated !== undefined && (
          <>
            {' '}
            <span class="time">
              (<time datetime={dated.iso}>{dated.time}</time>)
            </span>
          </>
        )}
      </p>
      {'\n'}
      <RawHtml html={text} />
    </section>
  );
}
