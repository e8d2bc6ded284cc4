/** The parts of Eleventy 3.1 that Broadsheet uses; the package has no types of its own. */
export interface EleventyConfig {
  readonly transforms: Readonly<Record<string, unknown>>;
  readonly linters: Readonly<Record<string, unknown>>;
  readonly directories: { readonly input: string; readonly output: string };
  /** What was handed over by `addTemplate`, by path. */
  readonly virtualTemplates: Readonly<Record<string, VirtualTemplate>>;
  readonly globalData: Readonly<Record<string, unknown>>;
  /** What reads files of data of further kinds, by their endings. */
  readonly dataExtensions?: ReadonlyMap<string, DataReader>;
  /** Globs of files that are no templates. */
  readonly ignores: Set<string>;
  readonly benchmarks: { readonly config: { setIsVerbose(isVerbose: boolean): void } };
  addExtension(extension: string, options: ExtensionOptions): void;
  addTemplate(path: string, content: string, data: object): void;
  /** Is asked for the date of each template, before Eleventy looks for one itself. */
  addDateParsing(parse: (this: { readonly page: EleventyData['page'] }, date: unknown) => Date | undefined): void;
  setDataFileSuffixes(suffixes: readonly string[]): void;
  addGlobalData(name: string, value: unknown): void;
  addTransform(name: string, transform: (content: string) => string): void;
  addLayoutAlias(from: string, to: string): void;
  /** Is asked about each template before it is rendered; one for which it says `false` is left out. */
  addPreprocessor(name: string, extensions: string, preprocess: (data: EleventyData) => false | undefined): void;
  addLinter(name: string, linter: (content: string, inputPath: string, outputPath: string | false) => void): void;
  setLibrary(name: string, library: unknown): void;
  setFrontMatterParsingOptions(options: Readonly<Record<string, unknown>>): void;
  setUseGitIgnore(isUsed: boolean): void;
  setDataDeepMerge(isDeep: boolean): void;
  setQuietMode(isQuiet: boolean): void;
  setUseTemplateCache(isUsed: boolean): void;
  /** Is at hand as `this.…` in templates that are JavaScript. */
  addJavaScriptFunction(name: string, value: (value: unknown) => string): void;
  on(event: 'eleventy.config', listener: (config: TemplateConfig) => unknown): void;
  on(event: 'eleventy.before' | 'eleventy.after', listener: (event: EleventyEvent) => unknown): void;
}

/** A configuration as Eleventy's engines read it. */
export interface TemplateConfig {
  /** Which files there are, by their paths from the working folder. */
  readonly existsCache: { set(path: string, exists: boolean): void };
  getConfig(): EleventyConfig & {
    readonly liquidOptions?: object;
    readonly markdownTemplateEngine?: unknown;
    /** The languages that were added. */
    readonly extensionMap?: Iterable<{ readonly extension: string }>;
  };
}

/** A template that an engine has made ready. */
export type CompiledTemplate = (data: Readonly<Record<string, unknown>>) => unknown;

/** A template without a file; a configuration and what Eleventy makes of it each have one of their own. */
export interface VirtualTemplate {
  content: unknown;
  readonly data: object;
}

interface DataReader {
  readonly parser: (content: string, path: string) => unknown;
  readonly options?: { readonly read?: boolean };
}

/** A file of `content/pages/` that Eleventy may run, or take data from. */
export interface ProgramFile {
  /** From the content folder's parent. */
  readonly path: string;
  readonly diskPath: string;
}

export interface EleventyEvent {
  readonly directories: { readonly output: string };
  readonly runMode: 'build' | 'watch' | 'serve';
  /** Of `eleventy.after`. */
  readonly results: readonly EleventyResult[];
}

/** A file that a template made, if it makes one. */
export interface EleventyResult {
  readonly inputPath: string;
  readonly outputPath: string | false;
}

/** What a template or a layout is given. */
export type EleventyData = Readonly<Record<string, unknown>> & {
  readonly page: { readonly url: string | false; readonly inputPath: string };
};

interface ExtensionOptions {
  readonly key?: string;
  readonly read?: boolean;
  readonly getData?: boolean;
  readonly outputFileExtension?: string;
  readonly useLayouts?: boolean;
  readonly compileOptions?: Readonly<Record<string, unknown>>;
  readonly compile: (content: string, inputPath: string) => (data: EleventyData) => unknown;
}

/** What a configuration returns. */
export interface EleventySettings {
  readonly dir: Readonly<Record<'input' | 'output' | 'includes' | 'layouts' | 'data', string>>;
  readonly templateFormats: readonly string[];
  readonly markdownTemplateEngine: false;
  readonly htmlTemplateEngine: false;
}
