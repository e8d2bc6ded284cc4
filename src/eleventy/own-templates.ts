import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { load } from 'js-yaml';
import { readText } from '../disk/read-text.ts';
import { isModuleTemplate, PAGES_FOLDER, programRole } from '../domain/site/programs.ts';
import { parseManuscript } from '../parse/manuscript.ts';
import { readYaml } from '../parse/yaml.ts';
import { ContentFault } from './content-fault.ts';
import type { EleventyConfig, ProgramFile, VirtualTemplate } from './eleventy-types.ts';
import { importModule } from './import-module.ts';
import { bareKey, type Data, mergeData } from './merge-data.ts';
import { checkData, programFault } from './program-fault.ts';
import { TemplateData } from './template-data.ts';

/** A Markdown page that was read and rendered. */
export interface MarkdownTemplate {
  readonly path: string;
  readonly html: string;
  /** They go before those of files of data. */
  readonly values: Data;
}

/** What Eleventy may read of `content/pages/`. */
export interface TemplatesGiven {
  readonly markdown: readonly MarkdownTemplate[];
  readonly programs: readonly ProgramFile[];
}

/** The data of a template. A class, for Eleventy copies plain objects, and these are filled later. */
class TemplateValues {}

/** What makes Eleventy treat a page in another way, which files of data are not to say of a text. */
const FOR_PROGRAMS = ['pagination', 'templateEngineOverride', 'dynamicPermalink', 'permalinkBypassOutputDir'];

/**
 * Hands Eleventy the pages of `content/pages/` one by one: what it may run or take data from is a list, and nothing that it finds
 * itself by patterns. Programs are read when a build begins, and again where Eleventy watches.
 */
export function addTemplates(config: EleventyConfig, { markdown, programs }: TemplatesGiven): void {
  const data = new TemplateData(config, programs);
  const templates = programs.filter(({ path }) => programRole(path) === 'template');
  for (const { path } of [...markdown, ...templates]) config.addTemplate(nameOf(path), '', new TemplateValues());
  for (const [name, read] of data.globals()) {
    // Data of the configuration go before data of files.
    if (!Object.hasOwn(config.globalData, name)) config.addGlobalData(asProperty(name), read);
  }
  let merged: Pick<EleventyConfig, 'virtualTemplates'> = config;
  config.on('eleventy.config', (templateConfig) => {
    merged = templateConfig.getConfig();
  });
  config.on('eleventy.before', async () => {
    const stamp = nextStamp();
    data.renew(stamp);
    const give = (path: string, template: TemplateRead): void => {
      for (const known of new Set([config, merged])) fill(known.virtualTemplates[nameOf(path)], template);
    };
    for (const { path, html, values } of markdown) {
      const local = Object.entries(await data.localOf(path)).filter(([key]) => !FOR_PROGRAMS.includes(bareKey(key)));
      give(path, { content: html, values: mergeData(Object.fromEntries(local), values) });
    }
    for (const file of templates) give(file.path, await readTemplate(file, await data.localOf(file.path), stamp));
  });
  const byName = new Map(templates.map((file) => [nameOf(file.path), file]));
  config.addDateParsing(function (this: { readonly page: { readonly inputPath: string } }, date) {
    const { inputPath } = this.page;
    const file = byName.get(nameWithin(inputPath, config));
    return file && dateOf(date, inputPath, file);
  });
}

/** The path of a template from Eleventy's input folder. */
function nameOf(path: string): string {
  return path.slice(PAGES_FOLDER.length);
}

/** The name under which Eleventy was handed a template. */
function nameWithin(inputPath: string, { directories }: Pick<EleventyConfig, 'directories'>): string {
  return inputPath.startsWith(directories.input) ? inputPath.slice(directories.input.length) : inputPath;
}

/** A name as Eleventy takes it for one and not for a path to some data within others. */
function asProperty(name: string): string {
  return /^[\w$-]+$/.test(name) ? name : `[${JSON.stringify(name)}]`;
}

let count = 0;

/** What no earlier run of this process had. */
function nextStamp(): string {
  count += 1;
  return `${Date.now()}-${count}`;
}

/** What Eleventy renders of a template, and its data with those of its files of data. */
interface TemplateRead {
  readonly content: unknown;
  readonly values: Data;
}

function fill(template: VirtualTemplate | undefined, { content, values }: TemplateRead): void {
  if (!template) return;
  template.content = content;
  for (const key of Object.keys(template.data)) Reflect.deleteProperty(template.data, key);
  Object.assign(template.data, values);
}

async function readTemplate(file: ProgramFile, local: Data, stamp: string): Promise<TemplateRead> {
  const { path, diskPath } = file;
  try {
    if (isModuleTemplate(path)) return { content: await instanceOf(diskPath, { path, local, stamp }), values: {} };
    const read = readText(path, diskPath);
    if (read.kind === 'failed') throw new ContentFault(read.finding);
    const { head, body } = parseManuscript(read.file);
    const own = readPageValues(head);
    checkData(own, path);
    // Eleventy looks for front matter itself, and is not to take the beginning of the text for some.
    return { content: `---\n---\n${body}`, values: mergeData(local, own) };
  } catch (fault) {
    throw programFault(fault, path);
  }
}

/**
 * What the front matter of a template holds. Dates are the texts that were written, as everywhere else (`title: 1903-05-01`), but under
 * `date`, which Eleventy takes for one.
 */
function readPageValues(yaml: string): Data {
  const values = load(yaml);
  if (typeof values !== 'object' || values === null) return {};
  const read = readYaml(yaml, 1);
  const written = read.kind === 'read' ? Object.entries(read.values ?? {}) : [];
  const texts = written.filter(([key, value]) => key !== 'date' && typeof value === 'string');
  return { ...values, ...Object.fromEntries(texts) };
}

/** A template in JavaScript as Eleventy renders it. */
interface ModuleTemplate {
  data?: unknown;
  render?: unknown;
}

/** The data that templates said themselves, for one may be imported once and rendered several times. */
const ownData = new WeakMap<object, unknown>();

/** What a template in JavaScript exports: a text, a function, a class, or data and a function; with its files of data before its own. */
async function instanceOf(
  diskPath: string,
  { path, local, stamp }: { readonly path: string; readonly local: Data; readonly stamp: string },
): Promise<ModuleTemplate> {
  const instance = instantiate(await importModule(diskPath, stamp));
  if (!ownData.has(instance)) ownData.set(instance, instance.data);
  const said = ownData.get(instance);
  const own: unknown = await (typeof said === 'function' ? said.call(instance) : said);
  if (typeof own !== 'object' && own !== undefined) throw new Error(`\`data\` is ${typeof own} and no object`);
  checkData({ ...own }, path);
  const data = mergeData(local, { ...own });
  return Object.defineProperty(instance, 'data', { value: data, configurable: true, enumerable: true, writable: true });
}

function instantiate(exported: unknown): ModuleTemplate {
  const { default: main = exported, data } = isObject(exported) ? exported : { data: undefined };
  if (typeof main === 'function') {
    const { prototype } = main as { readonly prototype?: ModuleTemplate };
    if (!prototype?.render && !prototype?.data) return { data: data ?? (main as ModuleTemplate).data, render: main };
    const instance = new (main as new () => ModuleTemplate)();
    instance.data ??= data;
    return instance;
  }
  if (typeof main === 'string' || Buffer.isBuffer(main) || main instanceof Promise) return { data, render: () => main };
  if (!isObject(main) || !('data' in main || 'render' in main)) {
    throw new Error('it exports no text, no function, no class and no `render`');
  }
  return Object.isExtensible(main) ? main : { ...main };
}

function isObject(value: unknown): value is ModuleTemplate & { readonly default?: unknown } {
  return typeof value === 'object' && value !== null;
}

/** The date of a template whose data have none, or one of Eleventy's words for one; else Eleventy reads it. */
function dateOf(written: unknown, inputPath: string, { diskPath }: ProgramFile): Date | undefined {
  const isNone = written === undefined || written === null || written === '' || written === false || written === 0;
  if (isNone) return /\d{4}-\d{2}-\d{2}/.test(inputPath) ? undefined : birthOf(diskPath);
  switch (typeof written === 'string' ? written.toLowerCase() : undefined) {
    case 'created':
      return birthOf(diskPath);
    case 'last modified':
      return statSync(diskPath).ctime;
    case 'git created':
      return commitDate(diskPath, ['--diff-filter=A', '--follow']);
    case 'git last modified':
      return commitDate(diskPath, []);
    default:
      return undefined;
  }
}

/** When a file was made; now, where the disk does not know. */
function birthOf(diskPath: string): Date {
  const { birthtimeMs } = statSync(diskPath);
  return birthtimeMs === 0 ? new Date() : new Date(birthtimeMs);
}

/** When a file was committed; now, where it is not yet. */
function commitDate(diskPath: string, options: readonly string[]): Date {
  const args = ['log', '-1', '--format=%at', ...options, '--', basename(diskPath)];
  const { stdout } = spawnSync('git', args, { cwd: dirname(diskPath), encoding: 'utf8' });
  const seconds = Number.parseInt(stdout ?? '', 10);
  return Number.isNaN(seconds) ? new Date() : new Date(seconds * 1000);
}
