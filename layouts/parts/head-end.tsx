import type { VNode } from 'preact';
import type { Frame } from '../../src/pages/site/frame.ts';

/** What stands at the end of the `head` of every page: nothing, for a newsroom to put a file of its own in its place. */
export function HeadEnd(_: { readonly frame: Frame }): VNode | null {
  return null;
}
