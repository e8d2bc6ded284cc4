import { type Anchors, anchorIds, anchorNamed } from '../domain/story/anchors.ts';
import type { Finding } from './finding.ts';
import { nearest, quote } from './wording.ts';

/** What to say of a fragment that names no place of its page. */
export function describeFragment(fragment: string, anchors: Anchors): Pick<Finding, 'code' | 'message' | 'hint'> {
  const ids = anchorIds(anchors);
  const meant = nearest(anchorNamed(fragment), ids);
  // Footnotes, posts and notices have names of other forms.
  const first = ids.find((id) => !/^(?:fn\d|update-\d|transcript-|[a-z]+_)/.test(id));
  const otherwise =
    first === undefined
      ? 'leave out what begins with `#`: the page has no headings to lead to'
      : `write the words of a heading in lower case, joined by hyphens: \`#${first}\``;
  return {
    code: 'link-fragment',
    message: `Unexpected ${quote(`#${fragment}`)} in a link, expected the name of a place on that page`,
    hint: meant === undefined ? otherwise : `did you mean \`#${meant}\`?`,
  };
}
