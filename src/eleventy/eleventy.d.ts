declare module '@11ty/eleventy' {
  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly config: (config: import('./eleventy-types.ts').EleventyConfig) => void;
      },
    );
    disableLogger(): void;
    write(): Promise<unknown>;
  }

  type TemplateOptions = { readonly templateConfig: import('./eleventy-types.ts').TemplateConfig };
  type Compiled = Promise<import('./eleventy-types.ts').CompiledTemplate>;

  /** Compiles templates as Eleventy does: a text, in the language that a path ends with; or a file. */
  export const RenderPlugin: {
    String(text: string, path: string, options: TemplateOptions): Compiled;
    File(path: string, options: TemplateOptions): Compiled;
  };
}
