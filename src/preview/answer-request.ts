import type { PreviewEdition, PreviewFile } from './preview-edition.ts';
import type { Answer } from './server/preview-server.ts';
import { addSources, inlineSources } from '../formats/content-policy.ts';
import { printBar, printErrorPage, printPanel } from './print-panels.ts';
import { insertAfterTag, insertBefore } from './server/reload-script.ts';
import {
  type ContentNotes,
  type Trouble,
  troubleOnPage,
  troubleWithContent,
  troubleWithFault,
  troubleWithFile,
} from './trouble.ts';

const NOT_FOUND: PreviewFile = { kind: 'text', type: 'text/plain; charset=utf-8', text: 'Not found\n' };

/** What there is to answer with. */
export interface Answering {
  readonly edition: PreviewEdition | undefined;
  /** Lies over every page: something has the whole site stand still. */
  readonly trouble: Trouble | undefined;
  /** What else is wrong with the content. */
  readonly notes: ContentNotes;
  /** Is told why a page cannot be made. */
  readonly onFault: (fault: unknown) => void;
}

/** Answers a request for a path: with what an edition has there, or else with why there is nothing. It never fails. */
export async function answerRequest(path: string, { edition, trouble, notes, onFault }: Answering): Promise<Answer> {
  if (!edition) return pageOf(trouble ?? troubleWithContent([], false));
  const heldUp = edition.heldUpAt(path);
  try {
    const found = await edition.fileAt(path);
    if (!found && heldUp !== undefined && !trouble) return pageOf(troubleWithFile(heldUp, notes));
    const file = found ?? (await edition.notFound()) ?? NOT_FOUND;
    return { status: statusOf(found), file: withNotices(file, { edition, trouble, notes }) };
  } catch (fault) {
    // A page of a file that is broken may not be there as it was before.
    if (trouble) return pageOf(trouble);
    const source = edition.sourceAt(path) ?? heldUp;
    if (source !== undefined && notes.heldUp.has(source)) return pageOf(troubleWithFile(source, notes));
    onFault(fault);
    return pageOf(troubleWithFault('This page cannot be made', fault));
  }
}

function statusOf(found: PreviewFile | undefined): number {
  if (!found) return 404;
  return found.kind === 'text' && found.isGone === true ? 410 : 200;
}

function pageOf(trouble: Trouble): Answer {
  return { status: 500, file: { kind: 'text', type: 'text/html; charset=utf-8', text: printErrorPage(trouble) } };
}

/** A page with what is to be said on it: over its foot what is wrong, and before all else that it is not published yet. */
function withNotices(
  file: PreviewFile,
  { edition, trouble, notes }: Pick<Answering, 'trouble' | 'notes'> & { readonly edition: PreviewEdition },
): PreviewFile {
  if (file.kind !== 'text' || !file.type.startsWith('text/html')) return file;
  const unpublished = file.source === undefined ? undefined : edition.unpublished(file.source);
  const shown = trouble ?? troubleOnPage(file.source, notes);
  const [bar, panel] = [unpublished && printBar(unpublished), shown && printPanel(shown)];
  const withBar = bar === undefined ? file.text : insertAfterTag(file.text, 'body', bar);
  const text = panel === undefined ? withBar : insertBefore(withBar, '</body>', panel);
  return { ...file, text: addSources(text, inlineSources(`${bar ?? ''}${panel ?? ''}`)) };
}
