import { BUILD_EDITS } from './build-edits.ts';
import type { Edit } from './edit.ts';
import { FILE_EDITS } from './file-edits.ts';
import { FRONT_EDITS } from './front-edits.ts';
import { MEDIA_EDITS } from './media-edits.ts';
import { PAGE_EDITS } from './page-edits.ts';
import { PERSON_EDITS } from './person-edits.ts';
import { SITE_EDITS } from './site-edits.ts';

/** What editors do to all that is no story, and how builds are asked for. Seeds choose by this order. */
export const NEWSROOM_EDITS: Readonly<Record<string, Edit>> = {
  ...FRONT_EDITS,
  ...BUILD_EDITS,
  ...PERSON_EDITS,
  ...SITE_EDITS,
  ...MEDIA_EDITS,
  ...PAGE_EDITS,
  ...FILE_EDITS,
};
