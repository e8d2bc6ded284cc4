import { pathToFileURL } from 'node:url';
import { type FunctionComponent, h, options } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { OwnFileFault } from '../diagnostics/own-file.ts';
import { quote } from '../diagnostics/wording.ts';
import { withFirstPicture } from './rendering/first-picture.ts';
import { FORMATS } from '../formats/formats.ts';
import type { TextParts } from '../formats/text-parts.ts';
import type { Frame } from '../pages/site/frame.ts';
import { layoutTemplates } from '../disk/layouts/templates.ts';
import { HAS_OWN_LAYOUTS, layoutFile, layoutFilesIn } from '../disk/project.ts';
import { isTimed, TimeLimitFault, withinTime } from './program/time-limit.js';
import { type FailedPage, lateLayout } from './rendering/failed-layout.ts';
import { allowInlineOfLayouts } from './rendering/inline-elements.ts';

/** Prints a page's data as the content of its file. Where it does not end, its address is told. */
export type Printer = (data: unknown, url?: string) => TextParts;

/** The names of the layouts that can print a story: `article`, and those that begin with `article-`. */
export function storyLayouts(): readonly string[] {
  return allNames().filter((name) => /^article(?:-|$)/.test(name));
}

/** The names of the layouts that can print a page of `content/pages/`: `page`, `page-…`, and Eleventy's own kinds. */
export function pageLayouts(): readonly string[] {
  const others = layoutFilesIn().filter((name) => /\.(?:njk|liquid|html|md|11ty\.js)$/.test(name));
  return [...allNames().filter((name) => /^page(?:-|$)/.test(name)), ...others];
}

function allNames(): readonly string[] {
  return [...new Set([...layoutNames(), ...layoutTemplates().keys()])].sort();
}

/**
 * Every way to print a page but templates, by name: the layouts of `layouts/` that are components, and the formats that machines read. Where
 * a template has the name of a layout, Eleventy prints its pages, see `src/eleventy/layout-templates.ts`.
 */
export async function loadPrinters(): Promise<ReadonlyMap<string, Printer>> {
  // Whether data and format go together is checked where a kind of page says both, see `src/pages/page-kind.ts`.
  const printers = new Map(Object.entries(FORMATS) as [string, Printer][]);
  for (const name of layoutNames()) {
    const layout = compiledLayouts?.[name] ?? (await importLayout(name));
    printers.set(name, (data, url) => {
      const html = withFirstPicture(endingSoon(() => renderToString(h(layout, data as object)), { name, url }));
      const { frame } = data as { readonly frame?: Pick<Frame, 'gate' | 'loader'> };
      // Put together they would be copied once more.
      return ['<!doctype html>\n', allowInlineOfLayouts(html, frame ? [frame.gate, frame.loader] : []), '\n'];
    });
  }
  return printers;
}

/**
 * Ends a component of the newsroom's own that does not: nothing else could. Where somebody else sees to that for several pages together, it is left
 * to them.
 */
function endingSoon(print: () => string, page: FailedPage): string {
  if (!HAS_OWN_LAYOUTS || isTimed()) return print();
  try {
    return withinTime(print);
  } catch (fault) {
    throw fault instanceof TimeLimitFault ? lateLayout(page) : fault;
  }
}

const AsyncFunction = (async () => {}).constructor;

// What comes of a promise would be missing in the page, and nothing would say so.
if (HAS_OWN_LAYOUTS) {
  options.vnode = ({ type }) => {
    if (typeof type !== 'function' || type.constructor !== AsyncFunction) return;
    // The compiler gives those of one name numbers.
    const name = type.name.replace(/\d+$/, '');
    throw new OwnFileFault(
      'layouts/',
      `Unexpected \`async\` component ${quote(name)}, expected one that hands over its elements at once`,
      'take `async` and `await` out of it: what it needs has to be in the data of its page',
    );
  };
}

const importedLayouts = new Map<string, FunctionComponent>();

async function importLayout(name: string): Promise<FunctionComponent> {
  const imported = importedLayouts.get(name);
  if (imported) return imported;
  const module: unknown = await import(pathToFileURL(layoutFile(`${name}.tsx`)).href);
  const layout = (module as { readonly default: FunctionComponent }).default;
  importedLayouts.set(name, layout);
  return layout;
}

let compiledLayouts: Readonly<Record<string, FunctionComponent>> | undefined;

/**
 * Says which layouts were compiled with the program.
 * @public
 */
export function useCompiledLayouts(layouts: Readonly<Record<string, FunctionComponent>>): void {
  compiledLayouts = layouts;
}

function layoutNames(): readonly string[] {
  return layoutFilesIn()
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -'.tsx'.length));
}
