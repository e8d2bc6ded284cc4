import { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';
import type { CollectionForm } from '../config/admin-config.ts';
import { DRAFT, type Entry, VERSION } from '../entries/entry.ts';
import { readEntry } from '../entries/read-entry.ts';
import { writeEntry } from '../entries/write-entry.ts';
import { CMS } from './decap.ts';
import { unwrap, wrap } from './envelope.ts';
import { SAVED_DRAFTS } from './saved-drafts.ts';

/** How the editor reads the files of a collection, and writes them. */
export function formatOf({ form }: CollectionForm) {
  return {
    fromFile(raw: string): Entry {
      const { text, ...state } = unwrap(raw);
      // What was kept of a draft may be taken up in two pages: each is a draft of its own from there on.
      return { ...readEntry(text, form), [VERSION]: SAVED_DRAFTS.versionOf(state), [DRAFT]: crypto.randomUUID() };
    },
    toFile(entry: Entry): string {
      return wrap({ text: textOf(entry, { form }), version: wordOf(entry[VERSION]), draft: wordOf(entry[DRAFT]) });
    },
  };
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
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
