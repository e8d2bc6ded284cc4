/** What stands before paths: the address of the site without its last `/`; nothing where nobody knows it, for exports do not say. */
export function homeOf(url: string | undefined): string {
  return url === undefined ? '' : url.replace(/[?#].*$/s, '').replace(/\/+$/, '');
}

/** Whatever Ghost wrote with `__GHOST_URL__` for the address of the site: texts, fields, trees as JSON. */
export function withHome(text: string, home: string): string {
  return text.includes('__GHOST_URL__') ? text.replace(/__GHOST_URL__(?:\\?\/)?/g, () => `${home}/`) : text;
}
