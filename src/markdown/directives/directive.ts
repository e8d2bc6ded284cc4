import type { Html } from '../../domain/html.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Environment } from '../environment.ts';

/** Something that an editor can put into a text beyond Markdown: `:::name{key=value}` … `:::`, or `::name{key=value}`. */
export interface Directive {
  readonly name: string;
  /** A block has text of its own and a closing line; a line stands alone. */
  readonly form: 'block' | 'line';
  /** Its attributes, and whether it can do without them. */
  readonly attributes: Readonly<Record<string, 'required' | 'optional'>>;
  /**
   * Prints it, mostly by a layout of `layouts/directives/`. Values are what the editor wrote, not escaped. `text` renders the
   * text of a block, and is called once, when all is known that the directives in it need; on one line there is none.
   */
  readonly print: (use: DirectiveUse, text: () => Html) => string;
}

/** A directive as it stands in a text. */
export interface DirectiveUse {
  readonly attributes: ReadonlyMap<string, string>;
  /** First and last line in the file. */
  readonly lines: readonly [first: number, last: number];
  readonly environment: Environment;
  /** The Markdown of a block. */
  readonly text: string;
  /** Likewise, with the lines that open and close it. */
  readonly source: string;
  /** Whether it stands within something else: a block, a list, a quotation. */
  readonly isNested: boolean;
  /** Notes something wrong with the value of an attribute, or with the directive itself where it is not there. */
  readonly note: (attribute: string | undefined, finding: Pick<Finding, 'code' | 'message' | 'hint'>) => void;
}
