import type { RootContent } from 'mdast';
import type { DirectiveAttributes, FigureFacts } from './elements.ts';

/** A figure in a tree of Markdown, its `src` in the new site. */
export interface FigureNode {
  readonly type: 'figure';
  readonly facts: FigureFacts;
}

/** A directive in a tree of Markdown; one on a line has no `children`. */
export interface DirectiveNode {
  readonly type: 'directive';
  readonly name: string;
  readonly attributes: DirectiveAttributes;
  readonly children?: readonly RootContent[];
}

/** The type of nodes that are printed as they are within a line. The library takes it for one of a line, which it does not of `html`. */
export const RAW = 'textDirective';

/** What stands within a line as it is. */
export interface RawNode {
  readonly type: typeof RAW;
  readonly value: string;
}
