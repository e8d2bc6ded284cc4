import type * as z from 'zod';
import { DEFAULT_DIALECTS, DIALECTS, type Dialect, type Dialects } from '../../domain/site/dialects.ts';
import { flag, mapOf } from '../shape.ts';

type Flags = Record<Dialect, z.ZodOptional<typeof flag>>;

/** `markdown` of `content/site.yaml`. */
export const dialectsSchema = mapOf(
  Object.fromEntries(DIALECTS.map((name) => [name, flag.optional()])) as Flags,
  'what is on and off, such as `{ math: true, mark: false }`',
);

/** Reads which dialects of Markdown are on. */
export function readDialects(values: z.infer<typeof dialectsSchema> | undefined): Dialects {
  const given = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_DIALECTS, ...Object.fromEntries(given) };
}
