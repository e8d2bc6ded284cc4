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
export function printedTexts(value: unknown, schema: unknown, keys: PrintedText['keys'] = []): readonly PrintedText[] {
  if (schema instanceof z.ZodOptional) return printedTexts(value, schema.unwrap(), keys);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => printedTexts(value, option, keys));
  if (typeof value === 'string') {
    const takes = takesOf(schema);
    return takes === undefined ? [] : [{ text: value, takes, keys }];
  }
  if (Array.isArray(value)) {
    if (!(schema instanceof z.ZodArray)) return [];
    return value.flatMap((entry, index) => printedTexts(entry, schema.element, [...keys, index]));
  }
  return isMap(value)
    ? Object.entries(value).flatMap(([key, inner]) => printedTexts(inner, schemaOf(key, schema), [...keys, key]))
    : [];
}

/** What a text of a schema may have in it, if it is printed. */
function takesOf(schema: unknown): Takes | undefined {
  if (isLine(schema)) return 'line';
  return isPlainText(schema) || schema === nameOrId ? 'plain' : undefined;
}
