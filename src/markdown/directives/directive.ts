import type { KeyText } from '../../domain/content/key-text.ts';
import type { Html } from '../../domain/html.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Environment } from '../environment.ts';
import type { Takes } from '../slips/texts/key-markup.ts';

/** Something that an editor can put into a text beyond Markdown: `:::name{key=value}` … `:::`, or `::name{key=value}`. */
export interface Directive {
  readonly name: string;
  /** A block has text of its own and a closing line; a line stands alone. */
  readonly form: 'block' | 'line';
  /** By name. What readers see of one takes words, see `slipsOfLine`; of an own directive it is said that they see them. */
  readonly attributes: Readonly<
    Record<string, { readonly isRequired?: boolean; readonly takes?: Takes; readonly isRead?: boolean }>
  >;
  /**
   * Prints it, mostly by a layout of `layouts/directives/`. Values are what the editor wrote, not escaped. `text` renders the
   * text of a block, and is called once, when all is known that the directives in it need; on one line there is none.
   */
  readonly print: (use: DirectiveUse, text: () => Html) => string;
}

/** A directive of Broadsheet's: what it is for is told in `docs/keys.md`, by snippets and in the forms of the editor, all of which are made of this. */
export interface NotedDirective extends Directive {
  /** What the editor calls it, where that is not its name with a capital. */
  readonly label?: string;
  /** In a sentence. Code stands between backticks; nothing else is markup. */
  readonly help: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** What stands in a block, as an example. */
  readonly text?: string;
  /** The heading of `docs/writing.md` that says more. */
  readonly more?: string;
}

/** An attribute of a directive, and what is said of it to who writes one; its value is a text. */
export interface Attribute extends Pick<KeyText, 'label' | 'help' | 'choices' | 'content' | 'otherwise'> {
  /** Whether the directive cannot do without it. */
  readonly isRequired?: boolean;
  /** What its words may have in them, if readers see them. */
  readonly takes?: Takes;
  readonly example: string;
  /** All that it takes. */
  readonly of?: readonly string[];
  /** Whether it is nearly always written, though it may be left out. */
  readonly isUsual?: boolean;
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
