import { importEleventy } from './import-module.ts';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { load } from 'js-yaml';
import { causesOf } from '../diagnostics/causes.ts';
import type { Finding, Spot } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/wording.ts';
import { escapeHtml } from '../domain/html.ts';
import { addSources, inlineSources } from '../formats/content-policy.ts';
import { joinParts, type TextParts } from '../formats/text-parts.ts';
import type { Page } from '../pages/page-specs.ts';
import { parseManuscript } from '../parse/manuscript.ts';
import { layoutTemplates, templateFiles } from '../disk/layouts/templates.ts';
import { NEWSROOM, OWN_LAYOUTS } from '../disk/project.ts';
import { ContentFault } from './content-fault.ts';
import type { CompiledTemplate, EleventyConfig, TemplateConfig } from './eleventy-types.ts';
import { reasonOf, spotOfFault } from './template-fault.ts';
import { type MissedField, watchFields } from './watched-fields.ts';

/** Prints a page through a layout that is a template. */
export type TemplatePrinter = (page: Page) => Promise<string>;

/** The layout that a template may name to have Broadsheet's head, masthead and footer around it. */
const DOCUMENT = 'document';

/** A template, compiled, and what its front matter says. */
interface Template {
  readonly values: Readonly<Record<string, unknown>>;
  readonly render: CompiledTemplate;
}

/**
 * The layouts of `layouts/` that are templates of Eleventy's. Eleventy's engines render them, with the filters and shortcodes of
 * `.eleventy.ts`; like all layouts they see the data of their page and nothing else, so that a page is stale when those change.
 */
export class LayoutTemplates {
  private readonly files = layoutTemplates();
  private readonly layouts: ReadonlyMap<string, (data: unknown, url?: string) => TextParts>;
  private readonly compiled = new Map<string, Promise<Template>>();
  private readonly watched = new Map<string, number>();
  private config: TemplateConfig | undefined;

  /** @param layouts The layouts that are components. */
  constructor(config: EleventyConfig, layouts: ReadonlyMap<string, (data: unknown, url?: string) => TextParts>) {
    this.layouts = layouts;
    if (this.files.size === 0) return;
    config.addJavaScriptFunction('escapeHtml', (value: unknown) => escapeHtml(String(value ?? '')));
    config.on('eleventy.config', (templateConfig) => {
      this.config = escaping(templateConfig);
      for (const name of this.files.keys()) templateConfig.existsCache.set(inputPathOf(`${name}.tsx`), true);
    });
  }

  get names(): readonly string[] {
    return [...this.files.keys()];
  }

  /**
   * The path of the file that Eleventy is to take for a layout of own pages that is a template, so that it is printed as all of them are. It
   * need not be there: Eleventy is told that it is, and reads no components.
   */
  standInOf(name: string): string | undefined {
    return this.files.has(name) ? join(OWN_LAYOUTS, `${name}.tsx`) : undefined;
  }

  /** What prints the pages of a layout, if that is a template. */
  printerOf(name: string): TemplatePrinter | undefined {
    const file = this.files.get(name);
    return file === undefined ? undefined : (page) => this.print(file, page);
  }

  private async print(file: string, { url, data }: Page): Promise<string> {
    const { frame, content } = data as { readonly frame?: unknown; readonly content?: unknown };
    const missed: MissedField[] = [];
    const props = this.isWatched(file) ? watchFields(data, (field) => missed.push(field)) : data;
    const given = { props, page: { url, inputPath: inputPathOf(file) } };
    let printed = typeof content === 'string' ? content : '';
    let values: Template['values'] = {};
    const seen = new Set<string>();
    for (let name: unknown = file; name !== undefined; name = nextOf(values, seen)) {
      if (name === DOCUMENT) return allowInlineOf(printed, this.printDocument({ frame, content: printed }, url));
      const current = String(name);
      seen.add(current);
      const template = await this.templateOf(current, [...seen].at(-2) ?? current);
      // What a template says goes before what the one around it says.
      const { layout: _inner, ...inner } = values;
      values = { ...template.values, ...inner };
      printed = await this.render(template, current, { ...values, ...given, content: printed });
      const [first] = missed;
      if (first) throw new ContentFault(fieldMissed(first, current, url));
    }
    return allowInlineOf(printed, printed);
  }

  /** The fields that a template asks for are those of all its pages: those of the first ones say it. */
  private isWatched(file: string): boolean {
    const count = (this.watched.get(file) ?? 0) + 1;
    this.watched.set(file, count);
    return count <= MOST_WATCHED;
  }

  private printDocument(data: { readonly frame: unknown; readonly content: string }, url: string): string {
    const print = this.layouts.get(DOCUMENT);
    if (!print) throw new Error(`There is no layout ${DOCUMENT}`);
    return joinParts(print(data, url));
  }

  private async render({ render }: Template, file: string, data: Readonly<Record<string, unknown>>): Promise<string> {
    const { url } = data['page'] as { readonly url: string };
    let printed: string;
    try {
      printed = String(await render(data));
    } catch (fault) {
      throw layoutFault(fault, file, url);
    }
    // A story may well be about it.
    if (printed.includes(NO_TEXT) && !JSON.stringify(data).includes(NO_TEXT)) throw new ContentFault(noText(file, url));
    return printed;
  }

  /** @param by The file that names it. */
  private templateOf(file: string, by: string): Promise<Template> {
    const known = this.compiled.get(file) ?? this.compile(file, by);
    this.compiled.set(file, known);
    return known;
  }

  private async compile(file: string, by: string): Promise<Template> {
    if (!templateFiles().includes(file)) throw new ContentFault(unknownLayout(file, by));
    const { config: templateConfig } = this;
    if (!templateConfig) throw new Error('Eleventy has not been configured yet');
    if (!isKnown(file, templateConfig)) throw new ContentFault(noLanguage(file));
    const { RenderPlugin } = await importEleventy();
    const inputPath = inputPathOf(file);
    try {
      if (/\.11ty\.\w+$/.test(file))
        return { values: {}, render: await RenderPlugin.File(inputPath, { templateConfig }) };
      const { head, body } = parseManuscript({ path: `layouts/${file}`, text: textOf(file) });
      const values = load(head);
      const render = await RenderPlugin.String(body, inputPath, { templateConfig });
      return { values: typeof values === 'object' && values !== null ? { ...values } : {}, render };
    } catch (fault) {
      throw layoutFault(fault, file, undefined);
    }
  }
}

/** Lets the inline scripts and styles of what a template has printed, which is a program of the newsroom's, through the policy of its page. */
export function allowInlineOf(printed: string, page: string): string {
  return addSources(page, inlineSources(printed));
}

/** The layout around the one that was printed last, if there is one. */
function nextOf(values: Template['values'], seen: ReadonlySet<string>): unknown {
  const { layout } = values;
  if (layout === undefined || layout === null || layout === false || layout === '') return undefined;
  if (!seen.has(String(layout))) return layout;
  const file = [...seen].at(-1) ?? '';
  throw new ContentFault({
    ...faultOf(file),
    message: `Unexpected layout ${quote(layout)} around itself, expected one that stands around others`,
    hint: 'take out `layout`, or name another one',
  });
}

/** Liquid escapes nothing by itself, which Nunjucks does. What is HTML goes through the filter `raw`. */
function escaping(config: TemplateConfig): TemplateConfig {
  const getConfig = (): object => {
    const merged = config.getConfig();
    return { ...merged, liquidOptions: { outputEscape: 'escape', ...merged.liquidOptions } };
  };
  return new Proxy(config, {
    get: (target, key) => {
      if (key === 'getConfig') return getConfig;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' && key !== 'constructor' ? value.bind(target) : value;
    },
  });
}

const LANGUAGES = ['njk', 'liquid', '11ty.js', '11ty.cjs', '11ty.mjs'];

/** Whether a file is in a language of templates. HTML and Markdown are none here: nothing in them is run. */
function isKnown(file: string, config: TemplateConfig): boolean {
  const added = [...(config.getConfig().extensionMap ?? [])];
  // Components are ours.
  const languages = [...LANGUAGES, ...added.map(({ extension }) => extension).filter((name) => name !== 'tsx')];
  return languages.some((ending) => file.endsWith(`.${ending}`));
}

/** The path of a layout as Eleventy takes it: from the newsroom's folder. */
function inputPathOf(file: string): string {
  return `./${relative(NEWSROOM, join(OWN_LAYOUTS, file)).replaceAll(sep, '/')}`;
}

function textOf(file: string): string {
  return readFileSync(join(OWN_LAYOUTS, file), 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
}

function faultOf(file: string): Pick<Finding, 'code' | 'path' | 'at'> {
  return { code: 'template-failed', path: `layouts/${file}`, at: { kind: 'key', keys: ['layout'] } };
}

function unknownLayout(file: string, by: string): Finding {
  return {
    ...faultOf(by),
    message: `Unexpected layout ${quote(file)}, expected \`${DOCUMENT}\` or the path of a template from layouts/`,
    hint: 'write it with its ending: `layout: around.njk`',
  };
}

/** To watch what a template asks for takes time. */
const MOST_WATCHED = 50;

/** It may stand in a file that the template includes. */
function fieldMissed({ name, meant }: MissedField, file: string, url: string): Finding {
  const word = new RegExp(`\\b${name.replace(/[^\w]/g, '\\$&')}\\b`);
  const path = [file, ...templateFiles()].find((one) => word.test(textOf(one))) ?? file;
  return {
    ...faultOf(path),
    at: {
      kind: 'text',
      lines: [1, 1_000_000],
      needles: [
        { before: '.', text: name },
        { before: '', text: name },
      ],
      nth: 0,
    },
    message: `Unexpected ${quote(name)}, expected a field that the data of the page ${url} has`,
    hint: `did you mean ${quote(meant)}?`,
  };
}

/** What JavaScript makes of a value that is no text where a text is to be. */
const NO_TEXT = '[object Object]';

function noText(file: string, url: string): Finding {
  return {
    ...faultOf(file),
    at: { kind: 'file' },
    message: `Unexpected \`${NO_TEXT}\` in what this layout prints for the page ${url}, expected texts`,
    hint: 'print fields of such a value, or each of its items: the types of `broadsheet/layouts` say which it has',
  };
}

function noLanguage(file: string): Finding {
  return {
    ...faultOf(file),
    at: { kind: 'file' },
    message:
      'Unexpected layout in no language of templates, expected `.njk`, `.liquid`, `.11ty.js`, or one that `.eleventy.ts` adds',
    hint: 'give it another ending, or take it out of layouts/',
  };
}

/** What went wrong in a template, with its place: where that is known, in the file that it includes. */
function layoutFault(fault: unknown, file: string, url: string | undefined): ContentFault {
  if (fault instanceof ContentFault) return fault;
  const { path, at } = placeOf(fault, file);
  const where = url === undefined ? '' : `, for the page ${url}`;
  return new ContentFault({
    code: 'template-failed',
    path: `layouts/${path}`,
    at,
    message: `Unexpected mistake in this layout, expected what Eleventy can render${where}: ${reasonOf(fault)}`,
    hint: 'correct the file, or remove it: Broadsheet has a layout of its own where it is no new one',
  });
}

function placeOf(fault: unknown, file: string): { readonly path: string; readonly at: Spot } {
  const { mark } = fault as { readonly mark?: { readonly line: number } };
  // Of YAML; its first line is that of the dashes.
  if (mark) return { path: file, at: { kind: 'position', line: mark.line + 2, column: 1 } };
  const causes = causesOf(fault);
  const all = causes.map(({ message, stack }) => `${message}\n${stack}`).join('\n');
  const others = templateFiles().filter((one) => one !== file && all.includes(`layouts/${one}`));
  const path = others.sort((one, other) => other.length - one.length)[0] ?? file;
  const inStack = placeInStack(causes.at(-1)?.stack ?? '', path);
  return { path, at: inStack ?? spotOfFault(fault, path === file ? bodyLineOf(file) : 1) };
}

/** Of a template that is a program, its place in the stack: `layouts/article.11ty.js?_cache_bust=1:3:5`. */
function placeInStack(stack: string, file: string): Spot | undefined {
  if (!/\.[cm]?js$/.test(file)) return undefined;
  const start = stack.indexOf(`layouts/${file}`);
  if (start < 0) return undefined;
  const [, line, column] =
    /^(?:\?[^:\s)]*)?:(\d+)(?::(\d+))?/.exec(stack.slice(start + `layouts/${file}`.length)) ?? [];
  return line === undefined ? undefined : { kind: 'position', line: Number(line), column: Number(column ?? 1) };
}

function bodyLineOf(file: string): number {
  return parseManuscript({ path: file, text: textOf(file) }).bodyLine;
}
