import { groupBy } from '../domain/lists/grouping.ts';
import type { PageSpec } from '../pages/page-specs.ts';
import type { EleventyConfig, EleventyData } from './eleventy-types.ts';
import type { TemplatePrinter } from './layout-templates.ts';

const SLICE_LENGTH = 100;

/** The one linter that Broadsheet adds itself; it is for templates of `content/pages/`. */
export const INSIDE_THE_OUTPUT = 'inside-the-output';

/** How pages are printed: to their files, or as texts. */
export interface PagePrinter {
  /** Prints pages to their files, sooner or later. Eleventy never has their texts. */
  readonly toFiles: ((pages: readonly PageSpec[]) => Promise<void>) | undefined;
  /** The text of one page, for Eleventy to write; through a template, where its layout is one. */
  toText(page: PageSpec, template: TemplatePrinter | undefined): Promise<string>;
}

/** What pages are printed by. */
export interface PagePrinting {
  readonly printer: PagePrinter;
  /** Of the layouts that are templates. */
  readonly templateOf: (layout: string) => TemplatePrinter | undefined;
}

/**
 * Gives Eleventy one paginated template a layout. Eleventy renders pages by the slice; where it must have the text of each,
 * because nobody else can write them, because their layout is a template, or because `.eleventy.ts` has transforms or linters for every
 * page, each is an Eleventy page of its own.
 */
export function addPages(
  config: EleventyConfig,
  pages: readonly PageSpec[],
  { printer, templateOf }: PagePrinting,
): void {
  const toFilesNow = (layout: string): PagePrinter['toFiles'] =>
    hasOwnSteps(config) || templateOf(layout) ? undefined : printer.toFiles;
  config.addExtension('broadsheet', {
    read: false,
    useLayouts: false,
    compileOptions: { getCacheKey: (layout: string) => layout },
    compile: (layout) => async (data) => {
      const slice = sliceOf(data);
      const toFiles = toFilesNow(layout);
      if (toFiles) return toFiles(slice);
      return (await Promise.all(slice.map((page) => printer.toText(page, templateOf(layout))))).join('');
    },
  });
  for (const [layout, ofLayout] of groupBy(pages, (page) => [page.layout])) {
    const data = {
      slices: new Slices(ofLayout, () => (toFilesNow(layout) ? SLICE_LENGTH : 1)),
      pagination: { data: 'slices.all', size: 1, alias: 'slice' },
      permalink: (data: EleventyData) => (toFilesNow(layout) ? false : sliceOf(data)[0]?.url),
      eleventyExcludeFromCollections: true,
      ...AS_WITHOUT_DATA,
    };
    config.addTemplate(`${layout}.broadsheet`, layout, Object.assign(new SlicesData(), data));
  }
}

/** The data of our templates. A class, for of plain objects Eleventy makes a copy without `override:`. */
class SlicesData {}

/** What data of `content/pages/` for all templates are not to change in ours. */
const AS_WITHOUT_DATA = { 'override:eleventyComputed': {}, 'override:dynamicPermalink': true, date: new Date(0) };

function sliceOf(data: EleventyData): readonly PageSpec[] {
  return data['slice'] as readonly PageSpec[];
}

/** Whether `.eleventy.ts` adds steps that see the text of every page. */
function hasOwnSteps({ transforms, linters }: EleventyConfig): boolean {
  const names = [...Object.keys(transforms), ...Object.keys(linters)];
  return names.some((name) => !name.startsWith('@11ty/') && name !== INSIDE_THE_OUTPUT);
}

/** Pages in slices. A class, so that Eleventy hands it on as it is: it copies plain data into every page. */
class Slices {
  private readonly pages: readonly PageSpec[];
  private readonly length: () => number;

  /** @param length How many pages a slice has; asked for when the whole configuration is known. */
  constructor(pages: readonly PageSpec[], length: () => number) {
    this.pages = pages;
    this.length = length;
  }

  get all(): readonly (readonly PageSpec[])[] {
    const length = this.length();
    return Array.from({ length: Math.ceil(this.pages.length / length) }, (_, index) =>
      this.pages.slice(index * length, (index + 1) * length),
    );
  }
}
