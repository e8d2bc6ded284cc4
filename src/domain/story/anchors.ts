/**
 * The places of a page that a link can lead to, by their identifiers: headings, footnotes, posts, corrections. Each stands between two
 * spaces, for very many stories have some: ` repairs fn1 `.
 */
export type Anchors = string & { readonly brand: 'Anchors' };

/** The anchors of some identifiers, which have no spaces in them. */
export function anchorsOf(ids: readonly string[]): Anchors {
  return (ids.length === 0 ? '' : ` ${ids.join(' ')} `) as Anchors;
}

/** The identifiers of anchors, in the order of the page. */
export function anchorIds(anchors: Anchors): readonly string[] {
  return anchors.split(' ').filter((id) => id !== '');
}

/** Whether a page has the place that an address names behind `#`, percent-encoded or not; every page has a beginning. */
export function hasAnchor(anchors: Anchors, fragment: string): boolean {
  const id = anchorNamed(fragment);
  if (id === '' || /^(?:top|content)$/i.test(id)) return true;
  // The way back from a footnote is there where the note is: `fnref1`, `fnref1:2`.
  return anchors.includes(` ${id.replace(/^fnref(\d+)(?::\d+)?$/, 'fn$1')} `);
}

/** What a fragment names, without the words that a browser is to look for behind `:~:` (WICG Scroll to Text Fragment). */
export function anchorNamed(fragment: string): string {
  const [id = ''] = fragment.split(':~:', 1);
  try {
    return decodeURIComponent(id).normalize('NFC');
  } catch {
    return id;
  }
}
