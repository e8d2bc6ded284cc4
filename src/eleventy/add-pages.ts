import { groupBy } from '../domain/group-by.ts';
import type { Page } from '../domain/page.ts';
import { outputPath } from '../domain/url-path.ts';
import type { EleventyConfig, EleventyData } from './eleventy-types.ts';
import type { FileWriter } from './file-writer.ts';
import type { Printer } from './layouts.ts';

const SLICE_LENGTH = 100;

/** The one linter that Broadsheet adds itself; it is for templates of `content/pages/`. */
export const INSIDE_THE_OUTPUT = 'inside-the-output';

/**
 * Gives Eleventy one paginated template a layout. With a writer, Eleventy renders pages by the slice and never holds their
 * text; without one, or if `.eleventy.ts` has transforms or linters for every page, each is an Eleventy page of its own.
 */
export function addPages(
  config: EleventyConfig,
  pages: readonly Page[],
  printers: ReadonlyMap<string, Printer>,
  writer?: FileWriter,
): void {
  const writerNow = (): FileWriter | undefined => (hasOwnSteps(config) ? undefined : writer);
  config.addGlobalData('broadsheet', new Slices(pages, () => (writerNow() ? SLICE_LENGTH : 1)));
  config.addExtension('broadsheet', {
    read: false,
    useLayouts: false,
    compileOptions: { getCacheKey: (layout: string) => layout },
    compile: () => async (data) => {
      const slice = sliceOf(data);
      const sink = writerNow();
      if (!sink) return slice.map((page) => printPage(page, printers)).join('');
      for (const page of slice) await sink.write(outputPath(page.url), printPage(page, printers));
      return undefined;
    },
  });
  for (const layout of new Set(pages.map((page) => page.layout))) {
    config.addTemplate(`${layout}.broadsheet`, layout, {
      pagination: { data: `broadsheet.byLayout.${layout}`, size: 1, alias: 'slice' },
      permalink: (data: EleventyData) => (writerNow() ? false : sliceOf(data)[0]?.url),
      eleventyExcludeFromCollections: true,
    });
  }
}

function printPage({ url, layout, data }: Page, printers: ReadonlyMap<string, Printer>): string {
  const print = printers.get(layout);
  if (!print) throw new Error(`There is no layout ${layout}`);
  try {
    return print(data);
  } catch (cause) {
    throw new Error(`The layout ${layout} failed for the page ${url}`, { cause });
  }
}

function sliceOf(data: EleventyData): readonly Page[] {
  return data['slice'] as readonly Page[];
}

/** Whether `.eleventy.ts` adds steps that see the text of every page. */
function hasOwnSteps({ transforms, linters }: EleventyConfig): boolean {
  const names = [...Object.keys(transforms), ...Object.keys(linters)];
  return names.some((name) => !name.startsWith('@11ty/') && name !== INSIDE_THE_OUTPUT);
}

/** Pages by layout, in slices. A class, so that Eleventy hands it on as it is: it copies plain data into every page. */
class Slices {
  private readonly pages: ReadonlyMap<string, readonly Page[]>;
  private readonly length: () => number;

  /** @param length How many pages a slice has; asked for when the whole configuration is known. */
  constructor(pages: readonly Page[], length: () => number) {
    this.pages = groupBy(pages, ({ layout }) => [layout]);
    this.length = length;
  }

  get byLayout(): Readonly<Record<string, readonly (readonly Page[])[]>> {
    const length = this.length();
    return Object.fromEntries([...this.pages].map(([layout, pages]) => [layout, slicesOf(pages, length)]));
  }
}

function slicesOf<Item>(items: readonly Item[], length: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}
