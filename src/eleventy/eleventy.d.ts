declare module '@11ty/eleventy' {
  export const Eleventy: import('./eleventy-types.ts').EleventyConstructor;
}
