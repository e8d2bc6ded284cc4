import { broadsheet } from './src/build/eleventy-command.ts';

/** Broadsheet is an Eleventy project: add plugins, filters and the like for `content/pages/` here. */
export default broadsheet;
