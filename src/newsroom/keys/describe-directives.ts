import type { Directive } from '../../markdown/directives/directive.ts';
import { DIRECTIVES } from '../../markdown/directives/directives.ts';
import { inWords } from './describe.ts';
import { type AttributeNote, DIRECTIVE_NOTES } from './notes/directives.ts';

/** A directive of Broadsheet's, with what is to be known to write it. */
export interface DescribedDirective extends Pick<Directive, 'name' | 'form'> {
  /** In a sentence. Code stands between backticks; nothing else is markup. */
  readonly help: string;
  readonly attributes: readonly DescribedAttribute[];
  /** What stands in a block, as an example. */
  readonly text?: string;
  /** The heading of `docs/writing.md` that says more. */
  readonly more?: string;
}

/** An attribute of a directive. Its value is a text. */
export interface DescribedAttribute extends AttributeNote {
  readonly name: string;
  /** The name in words. */
  readonly label: string;
  readonly isRequired: boolean;
}

let described: readonly DescribedDirective[] | undefined;

/** Describes every directive of Broadsheet's, made of the table that texts are read by. */
export function describeDirectives(): readonly DescribedDirective[] {
  described ??= DIRECTIVES.map(describe);
  return described;
}

function describe({ name, form, attributes }: Directive): DescribedDirective {
  const note = DIRECTIVE_NOTES[name];
  if (note === undefined) throw new Error(`There is no note for the directive \`${name}\``);
  return {
    ...note,
    name,
    form,
    attributes: Object.entries(attributes).map(([attribute, need]) => {
      const said = note.attributes[attribute];
      if (said === undefined) throw new Error(`There is no note for \`${attribute}\` of the directive \`${name}\``);
      return { label: inWords(attribute), ...said, name: attribute, isRequired: need === 'required' };
    }),
  };
}
