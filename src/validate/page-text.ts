import { type Anchors, anchorsOf, hasAnchor } from '../domain/story/anchors.ts';
import { describeFragment } from '../diagnostics/fragments.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { RenderedText } from '../markdown/render-text.ts';

/** The places of a page that has a text, and what of it links to places that are not there. `others` are not in the text. */
export function readAnchors(
  { anchors: ofText, fragments }: Pick<RenderedText, 'anchors' | 'fragments'>,
  path: string,
  others: readonly string[] = [],
): { readonly anchors: Anchors; readonly findings: readonly Finding[] } {
  const anchors = anchorsOf([...ofText, ...others]);
  const findings = fragments
    .filter(({ target }) => !hasAnchor(anchors, target))
    .map(
      ({ target, place }): Finding => ({ path, at: { kind: 'text', ...place }, ...describeFragment(target, anchors) }),
    );
  return { anchors, findings };
}
