import { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';
import type { CollectionForm } from '../config/admin-config.ts';
import type { Entry } from '../entries/entry.ts';
import { readEntry } from '../entries/read-entry.ts';
import { writeEntry } from '../entries/write-entry.ts';
import { CMS } from './decap.ts';
import { unwrap, wrap } from './envelope.ts';

/** The key under which an entry has the state of the file that it was opened in. */
const VERSION = 'broadsheet_version';

/** How the editor reads the files of a collection, and writes them. */
export function formatOf({ form }: CollectionForm) {
  return {
    fromFile(raw: string): Entry {
      const { text, version } = unwrap(raw);
      return { ...readEntry(text, form), [VERSION]: version };
    },
    toFile(entry: Entry): string {
      const version = entry[VERSION];
      return wrap({ text: textOf(entry, { form }), version: typeof version === 'string' ? version : undefined });
    },
  };
}

/** The file that an entry means. Throws, with what to do, where it cannot be written; the editor shows that. */
export function textOf(entry: Entry, { form }: Pick<CollectionForm, 'form'>): string {
  const written = writeEntry(entry, form, normalise);
  if (written.kind === 'refused') throw new Error(written.reason);
  return written.text;
}

/** What the editor makes of a text that nobody changes. */
function normalise(markdown: string): string {
  const options = { remarkPlugins: CMS.getRemarkPlugins() };
  return slateToMarkdown(markdownToSlate(markdown, options), options);
}
