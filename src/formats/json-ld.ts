import { asHtml, type Html } from '../domain/html.ts';

/** JSON as it can stand in a `script` element: nothing in it ends the element or begins a comment. */
export function jsonForScript(value: unknown): Html {
  return asHtml(
    JSON.stringify(value)
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e')
      .replaceAll('&', '\\u0026')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029'),
  );
}
