import * as z from 'zod';
import { siteSchema } from '../site/site-schema.ts';
import { articleSchema } from '../story/article-schema.ts';
import { CONTENT_SCHEMAS } from './content-schemas.ts';

/** The keys of every group of keys that a file may have, those of the file itself too. */
const KEY_GROUPS: readonly ReadonlySet<string>[] = [
  ...[articleSchema, siteSchema, ...Object.values(CONTENT_SCHEMAS)].flatMap(groupsIn),
];

const KNOWN_KEYS: ReadonlySet<string> = new Set(KEY_GROUPS.flatMap((keys) => [...keys]));

/** Whether a word is a key of some file, and so hardly the first of a text that goes on with a colon. */
export function isKnownKey(word: string): boolean {
  return KNOWN_KEYS.has(word);
}

/** Whether some keys, each there once, can stand in one group. */
export function areKeysOfOneGroup(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length && KEY_GROUPS.some((group) => keys.every((key) => group.has(key)));
}

function groupsIn(schema: unknown): readonly ReadonlySet<string>[] {
  if (schema instanceof z.ZodOptional) return groupsIn(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(groupsIn);
  if (schema instanceof z.ZodArray) return groupsIn(schema.element);
  if (schema instanceof z.ZodRecord) return groupsIn(schema.valueType);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  return [new Set(Object.keys(shape)), ...Object.values(shape).flatMap(groupsIn)];
}
