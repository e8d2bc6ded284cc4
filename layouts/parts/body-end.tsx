import type { VNode } from 'preact';
import type { Frame } from '../../src/pages/site/frame.ts';

/** What stands at the end of the `body` of every page: nothing, for a newsroom to put a file of its own in its place. */
export function BodyEnd(_: { readonly frame: Frame }): VNode | null {
  return null;
}
