import * as z from 'zod';
import { isSlug } from '../../domain/addresses.ts';
import type { TakesText } from './doubtful-yaml.ts';
import type { Keys } from './written-values.ts';
import { nameOrId, text } from '../shape.ts';

/** Says where a schema takes texts that are printed. */
export function textsOf(schema: z.ZodType): TakesText {
  return (keys, value) => takesText(schema, keys, value);
}

/** Whether a schema takes a text that is printed at some keys. `value` is what stands there. */
function takesText(schema: unknown, keys: Keys, value: unknown): boolean {
  if (schema instanceof z.ZodOptional) return takesText(schema.unwrap(), keys, value);
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => takesText(option, keys, value));
  const [key, ...rest] = keys;
  if (key === undefined) return schema === text || (schema === nameOrId && !isSlug(String(value)));
  if (schema instanceof z.ZodArray) return typeof key === 'number' && takesText(schema.element, rest, value);
  if (schema instanceof z.ZodRecord) return takesText(schema.valueType, rest, value);
  if (!(schema instanceof z.ZodObject)) return false;
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  return Object.hasOwn(shape, key) && takesText(shape[key], rest, value);
}
