import { pathToFileURL } from 'node:url';
import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { withFirstPicture } from './rendering/first-picture.ts';
import { FORMATS } from '../formats/formats.ts';
import type { TextParts } from '../formats/text-parts.ts';
import type { Frame } from '../pages/site/frame.ts';
import { layoutTemplates } from '../disk/layouts/templates.ts';
import { layoutFile, layoutFilesIn } from '../disk/project.ts';
import { allowInlineOfLayouts } from './rendering/inline-elements.ts';

/** Prints a page's data as the content of its file. */
export type Printer = (data: unknown) => TextParts;

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
    printers.set(name, (data) => {
      const html = withFirstPicture(renderToString(h(layout, data as object)));
      const { frame } = data as { readonly frame?: Pick<Frame, 'gate' | 'loader'> };
      // Put together they would be copied once more.
      return ['<!doctype html>\n', allowInlineOfLayouts(html, frame ? [frame.gate, frame.loader] : []), '\n'];
    });
  }
  return printers;
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
