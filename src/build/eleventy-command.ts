import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import { joinParts } from '../formats/text-parts.ts';
import { makePage } from '../pages/page-specs.ts';
import { fingerprintOfBytes } from '../plan/fingerprint.ts';
import { isOfBuild, makeWorkspace } from './publishing/workspace.ts';
import { writePictures } from './pictures/place-pictures.ts';
import { Cache } from './cache/cache.ts';
import { filesIn, stateOf } from '../disk/files.ts';
import type { EleventyConfig } from '../eleventy/eleventy-types.ts';
import { loadPrinters } from './layouts.ts';
import { optionsFromEnvironment } from './building.ts';
import { configurationWith, type RenderJob } from '../eleventy/configuration.ts';
import { prepareBuild } from './planning/prepared-build.ts';
import { importOwnFiles } from './program/own-files.ts';
import { withAdmin } from './publishing/admin-files.ts';
import { copyContent } from './publishing/copy-content.ts';
import { type MadeFile, publish } from './publishing/publish.ts';
import { readNewsroom } from '../pipeline.ts';
import { SourceFiles } from './reading/source-files.ts';
import { walkContent } from '../disk/walk-content.ts';
import { materialsFrom } from './workers/story-reader.ts';
import { printPage, printThroughTemplate } from './workers/print-pages.ts';
import { Workers } from './workers/workers.ts';
import { groupByCause, MOST_CAUSES, mostUrgent } from '../diagnostics/group-by-cause.ts';
import { printCauses } from '../diagnostics/print-report.ts';

const OUTPUT = '_site';
const CACHE = '.cache';

/** Eleventy's configuration, see {@link configurationWith}. `.eleventy.ts` gives it to Eleventy. */
export const broadsheet = configurationWith(prepareFromEnvironment);

/**
 * The build of Eleventy's own command, which has nothing but the environment to go by. It makes everything anew, and it too is
 * put in place only when all of it is there, unless Eleventy serves or watches its output.
 */
async function prepareFromEnvironment(config: EleventyConfig): Promise<RenderJob> {
  await importOwnFiles();
  const options = optionsFromEnvironment(process.env);
  const output = resolve(OUTPUT);
  const workspace = makeWorkspace(output);
  process.on('exit', workspace.remove);
  const cache = new Cache(workspace.cache);
  const files = new SourceFiles(walkContent(options.content), cache.sources, Date.now());
  const workers = new Workers(1);
  const newsroom = await readNewsroom(options, { files, cache, workers });
  const { diagnostics, sourceOf } = newsroom;
  if (diagnostics.some(isError)) throw contentError(diagnostics);
  const build = await withAdmin(prepareBuild(newsroom, options.content));
  const { surroundings, specs, copies, pictures, bytes } = build;
  workers.share('pages', {
    surroundings,
    records: cache.records,
    texts: cache.texts,
    entries: workspace.entries,
  });
  const { materials, storyAt } = materialsFrom(sourceOf);
  const layouts = await loadPrinters();
  const isBuild = process.env['ELEVENTY_RUN_MODE'] === 'build';
  config.on('eleventy.after', async ({ directories }) => {
    for (const [from, to] of copies) {
      copyContent(files.publishedOf(from), join(directories.output, to));
    }
    for (const [to, content] of bytes) {
      mkdirSync(dirname(join(directories.output, to)), { recursive: true });
      writeFileSync(join(directories.output, to), content);
    }
    await writePictures(pictures.values(), { cache: resolve(CACHE), files, output: directories.output });
    if (isBuild && resolve(directories.output) === workspace.own) publishAll(workspace.own, output, cache);
  });
  return {
    build,
    pages: specs,
    printer: {
      toFiles: undefined,
      toText: async (spec, template) => {
        const page = makePage(spec, storyAt, materials);
        return template ? printThroughTemplate(page, template) : joinParts(printPage(page, layouts));
      },
    },
    layouts,
    output: isBuild ? relative(process.cwd(), workspace.own) : OUTPUT,
  };
}

/** Makes an output what a folder is. */
function publishAll(site: string, output: string, { outputs }: Cache): void {
  const made = new Map(
    filesIn(site).map((path): readonly [string, MadeFile] => {
      const file = join(site, path);
      const content = fingerprintOfBytes(readFileSync(file));
      return [path, { fingerprint: content, content, state: stateOf(statSync(file)) }];
    }),
  );
  const there = filesIn(output).filter((path) => !isOfBuild(path));
  const gone = there.filter((path) => !made.has(path));
  publish({ site, output, made, gone, spoilt: new Set(there), fresh: 0, isLookedAt: true }, outputs);
}

/** What Eleventy's own command is told when the content has errors: the report, and no stack, for nothing broke. */
function contentError(diagnostics: readonly Diagnostic[]): Error {
  const count = diagnostics.filter(isError).length;
  const shown = mostUrgent(groupByCause(diagnostics), MOST_CAUSES, ({ first }) => first);
  const error = new Error(
    `The content has ${count} error${count === 1 ? '' : 's'}; nothing was written.\n\n${printCauses(shown)}`,
  );
  error.name = 'ContentError';
  // Eleventy prints no stack for an error that says so.
  return Object.assign(error, { stack: error.message, skipOriginalStack: true });
}
