import { describeKeys } from '../../newsroom/keys/describe-keys.ts';
import { printSnippets } from '../../newsroom/keys/snippets.ts';
import type { Files } from './newsroom-files.ts';

/** Where the JSON Schema of each kind of file is in an installed Broadsheet, as VS Code names files of the folder that is open. */
const SCHEMAS = './node_modules/broadsheet/dist/schema';

/** What VS Code knows of a newsroom: the keys of its YAML files, snippets for its texts, and the extension that reads YAML. */
export function editorFiles(): Files {
  return {
    '.vscode/settings.json': json({
      'yaml.schemas': Object.fromEntries(
        describeKeys()
          .filter(({ form }) => form === 'yaml')
          .map(({ kind, files }) => [`${SCHEMAS}/${kind}.json`, files]),
      ),
      // Without these VS Code offers the words of the text in Markdown, and snippets only when asked.
      '[markdown]': {
        'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'off' },
        'editor.snippetSuggestions': 'top',
        'editor.wordBasedSuggestions': 'off',
        'editor.wordWrap': 'on',
      },
      'search.exclude': { _site: true, '.cache': true },
    }),
    '.vscode/extensions.json': json({ recommendations: ['redhat.vscode-yaml'] }),
    '.vscode/broadsheet.code-snippets': json(printSnippets()),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
