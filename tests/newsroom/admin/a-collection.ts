import {
  adminConfig,
  type CollectionForm,
  type CollectionName,
} from '../../../src/newsroom/admin/config/admin-config.ts';
import type { NewsroomChoices } from '../../../src/newsroom/keys/newsroom-choices.ts';
import type { Entry } from '../../../src/newsroom/admin/entries/entry.ts';
import { readEntry } from '../../../src/newsroom/admin/entries/read-entry.ts';
import { writeEntry, type Written } from '../../../src/newsroom/admin/entries/write-entry.ts';

const plain = (value: string): { readonly value: string; readonly label: string } => ({ value, label: value });

/** What a newsroom of tests has to choose from. */
const CHOICES: NewsroomChoices = {
  sections: [{ value: 'news', label: 'News' }],
  contributors: [{ value: 'jane-doe', label: 'Jane Doe' }],
  topics: [plain('Ferries')],
  series: [],
  languages: [plain('en')],
  storyLayouts: [plain('article'), plain('article-feature')],
  pageLayouts: [plain('page')],
  timeZones: [plain('Europe/London')],
};

/** The settings of an editor. */
export const CONFIG = adminConfig({
  title: 'The Harbour Ledger',
  timeZone: 'Europe/London',
  choices: CHOICES,
  backend: { name: 'broadsheet' },
});

export function aCollection(name: CollectionName): CollectionForm {
  const found = CONFIG.collections.find((collection) => collection.name === name);
  if (!found) throw new Error(`There is no collection ${name}`);
  return found;
}

export const STORIES = aCollection('stories');

/** What the editor has of the file of a story. */
export function opened(source: string): Entry {
  return readEntry(source, STORIES.form);
}

/** The file of a story after fields of it were changed; an editor that writes Markdown as it was. */
export function saved(
  source: string,
  changes: Entry = {},
  normalise = (markdown: string): string => markdown,
): Written {
  return writeEntry({ ...opened(source), ...changes }, STORIES.form, normalise);
}

/** The same where it can be written. */
export function textSaved(source: string, changes: Entry = {}): string {
  const written = saved(source, changes);
  return written.kind === 'written' ? written.text : `refused: ${written.reason}`;
}

/** The lines of a text that another does not have, and the other way round. */
export function differingLines(one: string, other: string): readonly [readonly string[], readonly string[]] {
  const [before, after] = [one.split('\n'), other.split('\n')];
  return [before.filter((line) => !after.includes(line)), after.filter((line) => !before.includes(line))];
}
