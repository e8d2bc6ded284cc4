import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile, Plugin } from 'esbuild';
import { PROGRAM, requireInProgram } from '../disk/project.ts';

/** The script of a package; a clone makes its own. */
export const SHIPPED_EDITOR = 'dist/editor.js.gz';

/** The script of the editor in the browser, compressed by gzip. In a clone it is made when it is first asked for, which takes seconds. */
export const editorScript: () => Promise<Buffer> = madeOnce(readOrMake);

/** Makes something when it is first asked for, and again only where that failed: a clone is worked on. */
export function madeOnce<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
}

async function readOrMake(): Promise<Buffer> {
  const shipped = join(PROGRAM, SHIPPED_EDITOR);
  if (existsSync(shipped)) return readFileSync(shipped);
  const { code } = await bundleEditor();
  return gzipSync(code);
}

/** Makes the script of the editor: Decap CMS with all that it needs, and what Broadsheet adds to it. */
export async function bundleEditor(): Promise<{ readonly code: Uint8Array; readonly metafile: Metafile }> {
  const { build } = requireInProgram('esbuild') as typeof import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: PROGRAM,
    entryPoints: ['src/newsroom/admin/browser/cms.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    loader: { '.svg': 'text', '.png': 'dataurl' },
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    plugins: [LEFT_OUT, CHANGED],
  });
  const [file] = outputFiles;
  if (!file) throw new Error('The script of the editor could not be made');
  return { code: file.contents, metafile };
}

/**
 * Parts of Decap CMS that are not used: the test of its settings, which ours are made to pass and which compiles code as it runs, what a content policy
 * forbids; and the conversion of pictures to other formats, which builds do.
 */
const LEFT_OUT: Plugin = {
  name: 'left-out',
  setup: (bundle) => {
    bundle.onLoad({ filter: /decap-cms-core[\\/]dist[\\/]esm[\\/]constants[\\/]configSchema\.js$/ }, () => ({
      contents: 'export function getConfigSchema() { return {}; } export function validateConfig() {}',
    }));
    bundle.onResolve({ filter: /^@jsquash\// }, ({ path }) => ({ path, namespace: 'left-out' }));
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** By which name its packages import what Broadsheet makes of a text that is pasted. */
const PASTED = 'broadsheet-pasted';

/** Has an element that is clicked be pressed by keyboard, too. */
const PRESSED =
  "(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); event.currentTarget.click(); } }";

/** What is other in Decap CMS than it comes: files of its packages, places in each, and what stands there. */
const CHANGES: Readonly<Record<string, readonly (readonly [place: string, change: string])[]>> = {
  // It takes the last part of a picture's path for its name: those in folders of `content/media/` would be found by none.
  'decap-cms-core/dist/esm/reducers/entries.js': [
    [
      'return join(mediaFolder, basename(mediaPath));',
      "return mediaPath.startsWith(mediaFolder + '/') ? mediaPath : join(mediaFolder, mediaPath);",
    ],
    [
      'return join(publicFolder, getMediaPublicPathSegment(mediaPath));',
      "const beside = dirname(entryMap?.get('path') ?? '') + '/'; if (beside.length > 2 && mediaPath.startsWith(beside)) return mediaPath.slice(beside.length); const own = trim(config.media_folder, '/') + '/'; return trim(mediaPath, '/').startsWith(own) ? trim(mediaPath, '/').slice(own.length) : join(publicFolder, getMediaPublicPathSegment(mediaPath));",
    ],
  ],
  'decap-cms-core/dist/esm/reducers/mediaLibrary.js': [
    ['{mediaFolder}/_transformations/`', '{mediaFolder}/`'],
    ['entryFiles.filter(f => isMediaFileInFolder', 'entryFiles.filter(f => f.isBeside || isMediaFileInFolder'],
  ],
  // It asks whether to go on with a text that was not saved while the file is still being read, and has the file take its place then.
  'decap-cms-core/dist/esm/components/Editor/Editor.js': [
    ['    retrieveLocalBackup(collection, slug);\n    if (newEntry) {', '    let begun;\n    if (newEntry) {'],
    [
      '      createEmptyDraft(collection, this.props.location.search);\n    } else {\n      loadEntry(collection, slug);\n    }',
      '      begun = createEmptyDraft(collection, this.props.location.search);\n    } else {\n      begun = loadEntry(collection, slug);\n    }\n    Promise.resolve(begun).then(() => retrieveLocalBackup(collection, slug));',
    ],
  ],
  // It looks once more through what the server has found, by other fields; and two letters are too few for it.
  'decap-cms-core/dist/esm/backend.js': [
    [
      'return fuzzy.filter(searchTerm, collectionEntries, {',
      'return this.implementation.hasSearched ? collectionEntries.map((original) => ({ original, score: Infinity })) : fuzzy.filter(searchTerm, collectionEntries, {',
    ],
    ['}) => score > 5)', '}) => score > (searchTerm.length > 2 ? 5 : searchTerm.length > 1 ? 3 : 0))'],
  ],
  // It puts words for programmers before what the server says.
  'decap-cms-core/dist/esm/actions/mediaLibrary.js': [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code of Decap's
    ['message: `Failed to persist media: ${error}`,', 'message: error.message,'],
  ],
  // Pictures are chosen, and files too, by the mouse alone.
  'decap-cms-core/dist/esm/components/MediaLibrary/MediaLibraryCard.js': [
    ['tabIndex: "-1",', `tabIndex: 0, role: 'button', 'aria-pressed': isSelected, onKeyDown: ${PRESSED},`],
  ],
  'decap-cms-core/dist/esm/components/UI/FileUploadButton.js': [
    ["tabIndex: '0',", `tabIndex: '0', role: 'button', onKeyDown: ${PRESSED},`],
  ],
  // It shows nothing where there is something else than can be chosen, such as a section that was removed.
  'decap-cms-widget-select/dist/esm/SelectControl.js': [
    ['placeholder: ""', "placeholder: value && !selectedValue ? String(value) + ' – not one of these' : ''"],
  ],
  // It joins the words at the ends of the clipboard's lines, knows neither bold words nor lists of Word, and takes its own blocks for their looks.
  'decap-cms-widget-markdown/dist/esm/MarkdownControl/plugins/html/withHtml.js': [
    [
      "import { Transforms } from 'slate';",
      `import { Transforms } from 'slate';\nimport { pastedFragment } from '${PASTED}';`,
    ],
    ['    if (html) {', "    if (html && !html.includes('data-slate-fragment')) {"],
    [
      'const fragment = deserialize(parsed.body);\n      Transforms',
      'const fragment = pastedFragment(parsed.body);\n      if (fragment.length > 0) Transforms',
    ],
  ],
};

/** Puts {@link CHANGES} in. Fails where a place is not there: Decap CMS was updated, and it is to be seen what became of it. */
const CHANGED: Plugin = {
  name: 'changed',
  setup: (bundle) => {
    bundle.onResolve({ filter: new RegExp(`^${PASTED}$`) }, () => ({
      path: join(PROGRAM, 'src/newsroom/admin/browser/pasted/paste.ts'),
    }));
    for (const [file, changes] of Object.entries(CHANGES)) {
      const filter = new RegExp(`${file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`);
      bundle.onLoad({ filter }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const contents = changes.reduce((changed, [place, change]) => {
          if (changed.split(place).length !== 2) throw new Error(`${path} has not once: ${place}`);
          return changed.replace(place, () => change);
        }, text);
        return { contents };
      });
    }
  },
};
