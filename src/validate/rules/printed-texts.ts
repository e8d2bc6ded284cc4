import * as z from 'zod';
import { isMap } from '../../domain/content/source.ts';
import type { Takes } from '../../markdown/slips/texts/key-markup.ts';
import { isLine, isPlainText, nameOrId, schemaOf } from '../shape.ts';

/** A text of a file of keys and values that pages print. */
export interface PrintedText {
  readonly text: string;
  /** What its key takes. */
  readonly takes: Takes;
  readonly keys: readonly (string | number)[];
}

/** The texts of a value that pages print, by the schema that it was checked against. */
export function printedTexts(value: unknown, schema: unknown): readonly PrintedText[] {
  const texts: PrintedText[] = [];
  gather(value, schema, { keys: [], texts });
  return texts;
}

/** Adds the texts of a value behind the keys that lead to it. */
function gather(
  value: unknown,
  schema: unknown,
  to: { readonly keys: (string | number)[]; readonly texts: PrintedText[] },
): void {
  if (schema instanceof z.ZodOptional) {
    gather(value, schema.unwrap(), to);
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) gather(value, option, to);
  } else if (typeof value === 'string') {
    const takes = takesOf(schema);
    if (takes !== undefined) to.texts.push({ text: value, takes, keys: [...to.keys] });
  } else if (Array.isArray(value)) {
    if (!(schema instanceof z.ZodArray)) return;
    for (let index = 0; index < value.length; index += 1) gatherAt(index, value[index], schema.element, to);
  } else if (isMap(value)) {
    for (const key of Object.keys(value)) gatherAt(key, value[key], schemaOf(key, schema), to);
  }
}

function gatherAt(key: string | number, ...[value, schema, to]: Parameters<typeof gather>): void {
  to.keys.push(key);
  gather(value, schema, to);
  to.keys.pop();
}

/** What a text of a schema may have in it, if it is printed. */
function takesOf(schema: unknown): Takes | undefined {
  if (isLine(schema)) return 'line';
  return isPlainText(schema) || schema === nameOrId ? 'plain' : undefined;
}
