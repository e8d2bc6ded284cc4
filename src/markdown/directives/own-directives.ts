import type { VNode } from 'preact';
import {
  lateFault,
  loadOwnFile,
  nameOfOwnFile,
  type OwnFile,
  OwnFileFault,
  thrownFault,
} from '../../diagnostics/own-file.ts';
import { documentAt, quote } from '../../diagnostics/wording.ts';
import type { Html } from '../../domain/html.ts';
import { MarkupFault, printBlock } from '../print-layout.ts';
import type { Directive, DirectiveUse } from './directive.ts';
import { DIRECTIVES } from './directives.ts';
import {
  faultOfAttributes,
  isAttributes,
  type OwnAttributes,
  readOwnAttributes,
  type ValuesOf,
} from './own-attributes.ts';

/** What the component of an own directive is given. */
export interface DirectiveProps<Attributes extends OwnAttributes = OwnAttributes> {
  /** What an editor wrote, by the names of attributes: a text, a number, an address as it is written into a link. */
  readonly values: ValuesOf<Attributes>;
  /** The text of a block, rendered; nothing of a directive on one line. */
  readonly text: Html;
  /** The language of the text that it stands in. BCP 47. */
  readonly language: string;
}

/**
 * A file of the newsroom's `layouts/directives/` that has none of Broadsheet's names: `harbour-letter.tsx` is what `::harbour-letter{…}` becomes, or,
 * if it exports `form = 'block'`, `:::harbour-letter{…}` around a text.
 */
interface OwnDirective {
  readonly default: (props: DirectiveProps) => VNode | null;
  readonly attributes: OwnAttributes;
  readonly form?: Directive['form'];
}

let files: readonly OwnFile[] = [];
let all: readonly Directive[] | undefined;

/** Says which files have the newsroom's own directives. They are loaded when a directive is needed. */
export function useOwnDirectives(own: readonly OwnFile[]): void {
  files = own;
  all = undefined;
}

/** Every directive that there is, Broadsheet's before the newsroom's; throws an {@link OwnFileFault} for a file that is none. */
export function allDirectives(): readonly Directive[] {
  all ??= [...DIRECTIVES, ...files.map(directiveOf)];
  return all;
}

/** Whether the newsroom has directives of its own. */
export function hasOwnDirectives(): boolean {
  return files.length > 0;
}

function directiveOf(file: OwnFile): Directive {
  const name = nameOfOwnFile(file);
  if (DIRECTIVES.some((directive) => directive.name === name)) {
    const message = `Unexpected name ${quote(name)} of an own directive, expected one that Broadsheet has no directive of`;
    throw new OwnFileFault(
      file.path,
      message,
      `rename the file, or see in ${documentAt('designing.md')} which one prints that directive`,
    );
  }
  const { default: component, attributes, form = 'line' } = exportsOf(file);
  const needs = Object.entries(attributes).map(
    ([key, { required = false, kind }]) => [key, { isRequired: required, isRead: kind === 'text' }] as const,
  );
  return {
    name,
    form,
    attributes: Object.fromEntries(needs),
    print: (use, text) => {
      // What stands in it is noted, whether it is printed or not.
      const inner = text();
      const values = readOwnAttributes(use, attributes);
      if (!values) return inner;
      return print(file, use, () => {
        const props = { values, text: inner, language: use.environment.language };
        return printBlock((given: DirectiveProps) => component(given) as VNode, props);
      });
    },
  };
}

/** The story is named by whoever reads it, for a component that fails is a fault of the program. */
function print(file: OwnFile, { environment, lines }: DirectiveUse, act: () => Html): Html {
  const { path } = file;
  try {
    return file.within(act, (seconds) => lateFault(file, seconds, `${environment.path}, line ${lines[0]}`));
  } catch (cause) {
    if (cause instanceof OwnFileFault) throw cause;
    if (cause instanceof MarkupFault) {
      const message = `${cause.message} for ${environment.path}, line ${lines[0]}, expected elements, texts and numbers`;
      throw new OwnFileFault(path, message, 'hand over what is to be printed itself; no component may be `async`');
    }
    if (!(cause instanceof Error)) throw thrownFault(file, `${environment.path}, line ${lines[0]}`);
    throw new Error(`${path} failed for ${environment.path}, line ${lines[0]}`, { cause });
  }
}

function exportsOf(file: OwnFile): OwnDirective {
  const { default: component, attributes, form = 'line' } = loadOwnFile(file);
  const fail = (message: string, hint: string): never => {
    throw new OwnFileFault(file.path, message, hint);
  };
  if (typeof component !== 'function') {
    const hint = 'write `export default`, or move what is no directive to layouts/parts/';
    return fail('Unexpected directive without a component, expected a function as its default export', hint);
  }
  if (!isAttributes(attributes)) {
    const wrong = faultOfAttributes(attributes);
    if (wrong)
      return fail(
        `Unexpected \`attributes\` of a directive: ${quote(wrong.name)}, expected ${wrong.expected}`,
        wrong.hint,
      );
    const hint = "write `export const attributes = { title: { kind: 'text' } };`, or `{}` if it takes none";
    return fail('Unexpected `attributes` of a directive, expected a kind for each name', hint);
  }
  if (form !== 'line' && form !== 'block') {
    return fail(
      "Unexpected `form` of a directive, expected `'line'` or `'block'`",
      "write `export const form = 'block';`",
    );
  }
  return { default: component as OwnDirective['default'], attributes, form };
}
