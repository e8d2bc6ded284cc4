import { basename, extname } from 'node:path';
import { readFileSync } from 'node:fs';
import { PAGES_FOLDER, programRole, RESERVED_NAMES } from '../domain/site/programs.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';
import { checkData, programFault } from './program-fault.ts';
import { ContentFault } from './content-fault.ts';
import type { EleventyConfig, ProgramFile } from './eleventy-types.ts';
import { importModule } from './import-module.ts';
import { type Data, isPlain, mergeData } from './merge-data.ts';

const GLOBAL = `${PAGES_FOLDER}_data/`;
/** The endings of files of data; of two of one name, the later in this list goes before. */
const GLOBAL_ENDINGS = ['.json', '.mjs', '.cjs', '.js'];
const LOCAL_ENDINGS = ['.json', '.11tydata.json', '.11tydata.mjs', '.11tydata.cjs', '.11tydata.js'];

/**
 * The data of `content/pages/` for templates, which Eleventy would look for by patterns: read from a list of files, each of which is
 * named where something is wrong with it.
 */
export class TemplateData {
  private readonly config: EleventyConfig;
  private readonly files: ReadonlyMap<string, ProgramFile>;
  private stamp = '';

  constructor(config: EleventyConfig, files: readonly ProgramFile[]) {
    this.config = config;
    this.files = new Map(files.map((file) => [file.path, file]));
  }

  /** Has everything read again. */
  renew(stamp: string): void {
    this.stamp = stamp;
  }

  /** The names of the data that all templates have, each with what reads it. */
  globals(): ReadonlyMap<string, () => Promise<unknown>> {
    const byName = new Map<string, ProgramFile[]>();
    const endings = [...[...(this.config.dataExtensions?.keys() ?? [])].map((name) => `.${name}`), ...GLOBAL_ENDINGS];
    const rank = ({ path }: ProgramFile): number => endings.indexOf(extname(path));
    const files = [...this.files.values()].filter(({ path }) => programRole(path) === 'global-data');
    for (const file of files.filter((one) => rank(one) >= 0).sort((one, other) => rank(one) - rank(other))) {
      const [name = ''] = namesOf(file);
      byName.set(name, [...(byName.get(name) ?? []), file]);
    }
    return new Map([...byName].map(([name, ofName]) => [name, () => this.readAll(ofName)]));
  }

  /** The data of a template, and of the folders that it is in. */
  async localOf(path: string): Promise<Data> {
    const folders = path.split('/').slice(1, -1);
    const stems = folders.map((name, index) => `content/${[...folders.slice(0, index + 1), name].join('/')}`);
    const own = path.replace(/(?:\.11ty\.[cm]?js|\.[^./]+)$/, '');
    const files = [...stems, own].flatMap((stem) => LOCAL_ENDINGS.flatMap((end) => this.files.get(stem + end) ?? []));
    const read: Data[] = [];
    for (const file of new Set(files)) {
      const data = await this.read(file);
      if (!isPlain(data)) continue;
      checkData(data, file.path);
      read.push(data);
    }
    return mergeData(...read);
  }

  private async readAll(files: readonly ProgramFile[]): Promise<unknown> {
    let value: unknown;
    for (const file of files) {
      const [, ...within] = namesOf(file);
      const data = within.reduceRight<unknown>((inner, name) => ({ [name]: inner }), await this.read(file));
      value = isPlain(value) && isPlain(data) ? mergeData(value, data) : data;
    }
    return value;
  }

  private async read(file: ProgramFile): Promise<unknown> {
    const { path, diskPath } = file;
    try {
      if (path.startsWith(GLOBAL)) checkNames(file);
      const value = await this.valueOf(diskPath, extname(path));
      if (path.startsWith(GLOBAL)) {
        const [name = '', ...within] = namesOf(file);
        checkData({ [within.length === 0 ? name : 'value']: value }, path);
      }
      return value;
    } catch (fault) {
      throw programFault(fault, path);
    }
  }

  private async valueOf(diskPath: string, ending: string): Promise<unknown> {
    const own = this.config.dataExtensions?.get(ending.slice(1));
    if (own) return own.parser(own.options?.read === false ? diskPath : readFileSync(diskPath, 'utf8'), diskPath);
    if (ending === '.json') {
      const text = readFileSync(diskPath, 'utf8').trim();
      return text === '' ? {} : JSON.parse(text);
    }
    const value = await importModule(diskPath, this.stamp);
    return typeof value === 'function' ? value({ eleventy: environment(this.config) }) : value;
  }
}

/** The names under which templates find a file of `_data/`: `_data/tides/high.json` → `tides.high`. */
function namesOf({ path }: ProgramFile): readonly string[] {
  const folders = path.slice(GLOBAL.length).split('/').slice(0, -1);
  return [...folders, basename(path, extname(path))];
}

/** What all pages cannot be told at once, ours among them. */
const OF_ONE_TEMPLATE = ['pagination', 'templateEngineOverride'];

function checkNames(file: ProgramFile): void {
  const [name = ''] = namesOf(file);
  const isTaken = RESERVED_NAMES.has(name) || OF_ONE_TEMPLATE.includes(name);
  const reserved = isTaken ? name : namesOf(file).find((one) => one === '__proto__');
  if (reserved === undefined) return;
  throw new ContentFault({
    code: 'template-failed',
    path: file.path,
    at: WHOLE_FILE,
    message: `Unexpected name \`${reserved}\` of data, expected one that Eleventy leaves to templates`,
    hint: 'give the file another name',
  });
}

/** What Eleventy tells files of data. */
function environment({ directories }: EleventyConfig): Data {
  const { ELEVENTY_ROOT: root, ELEVENTY_SOURCE: source, ELEVENTY_RUN_MODE: runMode } = process.env;
  return { env: { root, source, runMode }, directories };
}
