import * as z from 'zod';
import { isSlug } from '../../domain/addresses.ts';
import type { TakesText } from './doubtful-yaml.ts';
import type { Keys } from './written-values.ts';
import { isLine, isPlainText, nameOrId, schemaOf } from '../shape.ts';

/** Says where a schema takes texts that are printed; nowhere where there is none. */
export function textsOf(schema: z.ZodType | undefined): TakesText {
  return (keys, value) => takesText(schema, keys, value);
}

/** Whether a schema takes a text that is printed at some keys. `value` is what stands there. */
function takesText(schema: unknown, keys: Keys, value: unknown): boolean {
  if (schema instanceof z.ZodOptional) return takesText(schema.unwrap(), keys, value);
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => takesText(option, keys, value));
  const [key, ...rest] = keys;
  if (key !== undefined) return takesText(schemaOf(key, schema), rest, value);
  return isPlainText(schema) || isLine(schema) || (schema === nameOrId && !isSlug(String(value)));
}
