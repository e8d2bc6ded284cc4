/** The codes of what was found, in its order. */
export function codesOf(found: readonly { readonly code: string }[]): readonly string[] {
  return found.map(({ code }) => code);
}

/** File and code of what was found: `content/articles/flood.md link-broken`. */
export function placesOf(found: readonly { readonly path: string; readonly code: string }[]): readonly string[] {
  return found.map(({ path, code }) => `${path} ${code}`);
}
