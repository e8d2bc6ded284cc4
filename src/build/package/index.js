// What `import 'broadsheet'` is where Eleventy's own command imports a newsroom's settings. In a program that was compiled with these it is
// `index.ts`.
import { foldersHere, load } from '../program/load.js';

/** The program that runs, where Eleventy is run by one. */
const running = globalThis[Symbol.for('broadsheet')];
const { broadsheet } = running ?? (await load(foldersHere(), 'eleventy')).program;

export default broadsheet;
