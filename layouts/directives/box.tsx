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
  /** Whether the title is only the word for the kind, which clean text says by a sign. */
  readonly hasKindAsTitle?: boolean;
  readonly text: Html;
}

/**
 * What stands beside the story, within its text. It is a `section`, not an `aside`, because it is part of the story: reader
 * modes throw an `aside` away.
 */
export function Box({ kind, title, text, hasKindAsTitle }: BoxData): VNode {
  return (
    <section class={`box ${kind}`}>
      <BoxTitle title={title} hasKindAsTitle={hasKindAsTitle ?? false} />
      {'\n'}
      <RawHtml html={text} />
    </section>
  );
}

/** The title of a box, where it has one. */
export function BoxTitle({ title, hasKindAsTitle }: Pick<BoxData, 'title' | 'hasKindAsTitle'>): VNode | null {
  if (title === undefined) return null;
  return (
    <>
      <Raw as="p" class={hasKindAsTitle ? 'box-title of-kind' : 'box-title'} html={title} />
      {'\n'}
    </>
  );
}
