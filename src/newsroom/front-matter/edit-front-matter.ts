import { articleSchema } from '../../validate/story/article-schema.ts';
import { editKeys, type FrontMatterEdit } from './edit-keys.ts';

/** The keys of a story in the order in which they are listed to editors. */
const STORY_KEYS: readonly string[] = Object.keys(articleSchema.shape);

/** Changes keys in the front matter of a story, see {@link editKeys}. */
export function editFrontMatter(source: string, changes: ReadonlyMap<string, unknown>): FrontMatterEdit {
  return editKeys(source, changes, STORY_KEYS);
}
