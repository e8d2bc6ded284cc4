import { asHtml, type Html } from '../../domain/html.ts';

/** JSON as it can stand in a `script` element: nothing in it ends the element or begins a comment. */
export function jsonForScript(value: unknown): Html {
  const spelt = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return asHtml(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, spelt));
}

/** A value whose keys may be undefined: JSON leaves them out, and so it is what it says. */
export function defined<Shape extends object>(
  shape: {
    readonly [Key in keyof Shape]: Shape[Key] | undefined;
  },
): Shape {
  return shape as Shape;
}
