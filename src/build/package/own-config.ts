import type { EleventyConfig as Config, EleventyData } from '../../eleventy/eleventy-types.ts';

/** Whatever a template calls: its arguments are what stands in the template. */
type Callback = (...given: never[]) => unknown;

/** What is given a page as it was printed, and gives back what is to be published. */
type Transform = (this: { readonly page: EleventyData['page'] }, content: string) => string | Promise<string>;

/** Eleventy's configuration as `.eleventy.ts` of a newsroom is given it: Eleventy 3.1 has no types of its own, and these are what adds to templates. */
export interface EleventyConfig extends Config {
  addFilter(name: string, filter: Callback): void;
  addAsyncFilter(name: string, filter: Callback): void;
  addShortcode(name: string, shortcode: Callback): void;
  addAsyncShortcode(name: string, shortcode: Callback): void;
  addPairedShortcode(name: string, shortcode: Callback): void;
  addPairedAsyncShortcode(name: string, shortcode: Callback): void;
  addCollection(name: string, collect: Callback): void;
  addPlugin(plugin: object, options?: object): unknown;
  addTransform(name: string, transform: Transform): void;
  addExtension(extension: string | readonly string[], options: object): void;
  addDataExtension(extensions: string, parser: Callback | object): void;
  setLiquidOptions(options: object): void;
  setNunjucksEnvironmentOptions(options: object): void;
}
