import type * as z from 'zod';
import type { EachContentKind } from '../../domain/content/content-kinds.ts';
import { contributorSchema } from '../contributors.ts';
import { frontSchema } from '../fronts.ts';
import { ownPageSchema } from '../own-pages/keys.ts';

/** What the keys of each kind of content file look like; nothing where one is read otherwise. */
export const CONTENT_SCHEMAS = {
  contributors: contributorSchema,
  ownPages: ownPageSchema,
  fronts: frontSchema,
  redirects: undefined,
  addresses: undefined,
} as const satisfies EachContentKind<z.ZodType | undefined>;
