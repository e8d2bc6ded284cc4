import english from 'decap-cms-locales/dist/esm/en/index.js';

type Phrases = Readonly<Record<string, unknown>>;

/** What the editor calls things wherever files are. */
const EVERYWHERE: Phrases = {
  editor: {
    editor: { confirmLoadBackup: 'There is a text here that was not saved. Do you want to go on with it?' },
    editorToolbar: { backCollection: ' %{collectionLabel}' },
    editorWidgets: { markdown: { addComponent: 'Put in a picture or a block' } },
  },
  ui: {
    toast: {
      onFailToPersist: '%{details}',
      onFailToLoadEntries: '%{details}',
      onFailToDelete: '%{details}',
      missingRequiredField: 'Something has to be filled first: it is marked in red.',
    },
  },
};

/** Where saving writes a file and nothing else: whether a story is published, its draft switch says, and whoever publishes the site. */
export const OF_FILES = {
  editor: {
    editor: {
      onDeletePublishedEntry: 'Remove the file?',
      onDeleteWithUnsavedChanges: 'Remove the file, with what was not saved?',
    },
    editorToolbar: {
      publish: 'Save',
      publishNow: 'Save',
      publishing: 'Saving …',
      published: 'Saved',
      publishAndCreateNew: 'Save and begin another',
      publishAndDuplicate: 'Save and copy',
      deletePublishedEntry: 'Remove the file',
      deleteEntry: 'Remove the file',
    },
  },
  ui: { toast: { entrySaved: 'The file is saved.' } },
} satisfies Phrases;

/** The phrases of the editor. */
export function phrasesFor(backend: string): Phrases {
  const common = merged(english as Phrases, EVERYWHERE);
  return backend === 'broadsheet' ? merged(common, OF_FILES) : common;
}

function merged(one: Phrases, other: Phrases): Phrases {
  const entries = Object.entries(other).map(([key, value]): [string, unknown] => {
    const before = one[key];
    const areBoth = typeof value === 'object' && typeof before === 'object';
    return [key, areBoth ? merged(before as Phrases, value as Phrases) : value];
  });
  return { ...one, ...Object.fromEntries(entries) };
}
