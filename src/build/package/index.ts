/** Eleventy's configuration for a newsroom: `.eleventy.ts` exports it, or a function that calls it and adds to it. */
export { broadsheet as default } from '../eleventy-command.ts';
export type { EleventyConfig } from './own-config.ts';
