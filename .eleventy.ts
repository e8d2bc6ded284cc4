/** Broadsheet is an Eleventy project: add plugins, filters and the like for `content/pages/` here. */
export { default } from 'broadsheet';
