import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { RawHtml } from '../parts/html.tsx';

/** The notes of a text (`[^1]`), each of them an entry of a list. */
export interface FootnotesData {
  /** “Footnotes”, for screen readers. */
  readonly label: string;
  readonly text: Html;
}

export function Footnotes({ label, text }: FootnotesData): VNode {
  return (
    <section class="footnotes" aria-label={label}>
      {'\n'}
      <ol>
        {'\n'}
        <RawHtml html={text} />
      </ol>
      {'\n'}
    </section>
  );
}

/** The way from a note back to the place in the text that it belongs to. */
export interface BackLinkData {
  readonly href: string;
  readonly label: string;
}

/** The second character says that the arrow is to be printed as a letter, not as a coloured picture. */
export function BackLink({ href, label }: BackLinkData): VNode {
  return (
    <a href={href} class="footnote-backref" aria-label={label}>
      {'↩\ufe0e'}
    </a>
  );
}
