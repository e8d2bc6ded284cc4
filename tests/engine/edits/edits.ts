import { DISK_EDITS } from './disk-edits.ts';
import type { Edit } from './edit.ts';
import { LANGUAGE_EDITS } from './language-edits.ts';
import { FORM_EDITS } from './form-edits.ts';
import { NEWSROOM_EDITS } from './newsroom-edits.ts';
import { ROOT_EDITS } from './root-edits.ts';
import { STORY_EDITS } from './story-edits.ts';

/** Everything that can happen between two builds, by name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  ...STORY_EDITS,
  ...FORM_EDITS,
  ...NEWSROOM_EDITS,
  ...LANGUAGE_EDITS,
  ...ROOT_EDITS,
  ...DISK_EDITS,
};
