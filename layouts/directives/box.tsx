import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw, RawHtml } from '../parts/html.tsx';

/** The kinds of quotations that say what they are, as GitHub has them: `> [!NOTE]`. */
export const ALERTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type Alert = (typeof ALERTS)[number];

/** A box in a story: `:::aside`, `:::factbox`, `:::timeline` or `> [!NOTE]`. */
export interface BoxData {
  readonly kind: 'background' | 'factbox' | 'timeline' | `callout is-${Alert}`;
  readonly title: Html | undefined;
  readonly text: Html;
}

/**
 * What stands beside the story, within its text. It is a `section`, not an `aside`, because it is part of the story: reader
 * modes throw an `aside` away.
 */
export function Box({ kind, title, text }: BoxData): VNode {
  return (
    <section class={`box ${kind}`}>
      <BoxTitle title={title} />
      {'\n'}
      <RawHtml html={text} />
    </section>
  );
}

/** The title of a box, where it has one. */
export function BoxTitle({ title }: Pick<BoxData, 'title'>): VNode | null {
  if (title === undefined) return null;
  return (
    <>
      <Raw as="p" class="box-title" html={title} />
      {'\n'}
    </>
  );
}
