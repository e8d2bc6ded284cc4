import { type Anchors, anchorsOf, hasAnchor } from '../../domain/story/anchors.ts';
import { describeFragment } from '../../diagnostics/fragments.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Manuscript } from '../../domain/content/source.ts';
import type { PageText } from '../../domain/story/article.ts';
import { type RenderedText, renderText } from '../../markdown/render-text.ts';
import { wordsIn } from '../../words/words.ts';
import type { Setting, Validated } from '../setting.ts';

/** Reads the text below the front matter of a page that is no story. */
export function readPageText(
  { path, body, bodyLine }: Manuscript,
  language: string,
  { site, media }: Setting,
): Validated<PageText> {
  const text = renderText(body, language, {
    path,
    firstLine: bodyLine,
    site,
    media,
    words: wordsIn(language, site.words),
    dateline: undefined,
    sponsored: false,
  });
  const { anchors, findings } = readAnchors(text, path);
  return {
    value: { html: text.html, references: text.references, media: [...text.usedMedia], anchors },
    findings: [...text.findings, ...findings],
  };
}

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
