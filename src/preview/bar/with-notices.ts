import { addSources, inlineSources } from '../../formats/content-policy.ts';
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts';
import { byPlace } from '../../diagnostics/pinpoint.ts';
import { ARTICLES, isAt } from '../../domain/content/content-kinds.ts';
import { entryAddress } from '../../newsroom/admin/config/entry-address.ts';
import type { PreviewEdition, PreviewFile } from '../preview-edition.ts';
import { insertBefore } from '../server/reload-script.ts';
import { type ContentNotes, isAbout, type Trouble, troubleOnPage } from '../trouble.ts';
import { insertIntoBody } from './insert-into-body.ts';
import { deskAddress } from '../desk/story-links.ts';
import { openableSource, stateOf, type ShownPage } from './page-state.ts';
import { printBar } from './print-bar.ts';
import { proofreadPage, type ProofreadPage } from '../proofread.ts';
import { printOverlay } from './print-overlay.ts';

type TextFile = Extract<PreviewFile, { readonly kind: 'text' }>;

/** What there is to be said on a page. */
export interface Notices {
  readonly edition: PreviewEdition;
  /** Lies over every page: something has the whole site stand still. */
  readonly trouble: Trouble | undefined;
  readonly notes: ContentNotes;
}

/**
 * A page with the bar before all else of it, and over its foot what has errors.
 *
 * @param path Decoded, of the request.
 */
export function withNotices(
  file: TextFile,
  { path, isMissing }: { readonly path: string; readonly isMissing: boolean },
  { edition, trouble, notes }: Notices,
): TextFile {
  const { source } = file;
  const page: ShownPage = {
    ...{ source, of: file.of, isMissing },
    isHeldUp: source !== undefined && notes.heldUp.has(source),
  };
  const shown = trouble ?? troubleOnPage(source, notes);
  const opened = openableSource(page, edition);
  const bar = printBar({
    state: stateOf(page, edition),
    source: opened,
    admin: opened === undefined ? undefined : entryAddress(opened),
    desk: opened !== undefined && isAt(ARTICLES, opened) ? deskAddress(opened) : '/_desk/',
    path,
    warnings: warningsOn(source, notes, proofreadPage(opened, edition)),
  });
  const overlay = shown ? printOverlay(shown) : '';
  const text = insertBefore(insertIntoBody(file.text, bar), '</body>', overlay);
  return { ...file, text: addSources(text, inlineSources(`${bar}${overlay}`)) };
}

function warningsOn(
  source: string | undefined,
  { diagnostics }: ContentNotes,
  { diagnostics: ofCopyDesk, hasSpelling }: ProofreadPage,
): Parameters<typeof printBar>[0]['warnings'] {
  const isOwn: (diagnostic: Diagnostic) => boolean = source === undefined ? () => false : isAbout(source);
  const warnings = diagnostics.filter((diagnostic) => !isError(diagnostic));
  return {
    own: [...warnings.filter(isOwn), ...ofCopyDesk].sort(byPlace),
    others: warnings.filter((diagnostic) => !isOwn(diagnostic)),
    errors: diagnostics.filter((diagnostic) => isError(diagnostic) && isOwn(diagnostic)).length,
    hasSpelling,
  };
}
