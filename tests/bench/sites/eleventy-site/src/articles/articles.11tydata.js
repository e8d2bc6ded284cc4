// biome-ignore lint/style/noDefaultExport: Eleventy asks for it.
export default {
  layout: 'story.njk',
  permalink: ({ page }) => `/${page.date.toISOString().slice(0, 10).replaceAll('-', '/')}/${page.fileSlug}/`,
};
