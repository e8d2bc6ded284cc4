// What `import 'broadsheet'` is where Eleventy's own command imports a newsroom's settings. In a program that was compiled with these it is
// `index.ts`.
import { foldersHere, load } from '../program/load.js';

const { program } = await load(foldersHere(), () => import('../eleventy-command.ts'));

export default program.broadsheet;
