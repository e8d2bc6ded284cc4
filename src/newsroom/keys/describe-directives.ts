import type { Attribute, NotedDirective } from '../../markdown/directives/directive.ts';
import { DIRECTIVES } from '../../markdown/directives/directives.ts';
import { inWords } from './describe.ts';

/** A directive of Broadsheet's, with what is to be known to write it. */
export interface DescribedDirective extends Omit<NotedDirective, 'attributes' | 'print'> {
  readonly attributes: readonly DescribedAttribute[];
}

/** An attribute of a directive. Its value is a text. */
export interface DescribedAttribute extends Attribute {
  readonly name: string;
  /** The name in words. */
  readonly label: string;
  readonly isRequired: boolean;
}

let described: readonly DescribedDirective[] | undefined;

/** Describes every directive of Broadsheet's, made of the table that texts are read by. */
export function describeDirectives(): readonly DescribedDirective[] {
  described ??= DIRECTIVES.map(({ attributes, print: _print, ...note }) => ({
    ...note,
    attributes: Object.entries(attributes).map(([name, { isRequired = false, ...said }]) => ({
      label: inWords(name),
      ...said,
      name,
      isRequired,
    })),
  }));
  return described;
}
