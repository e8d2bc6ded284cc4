import type { PreviewEdition, PreviewFile } from './preview-edition.ts';
import type { Answer, Asked } from './server/preview-server.ts';
import { printErrorPage } from './bar/print-overlay.ts';
import { lookOf, withLook } from './bar/views/looks.ts';
import { withNotices } from './bar/with-notices.ts';
import { type ContentNotes, type Trouble, troubleWithContent, troubleWithFault, troubleWithFile } from './trouble.ts';

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
export async function answerRequest(
  path: string,
  asked: Asked,
  { edition, trouble, notes, onFault }: Answering,
): Promise<Answer> {
  if (!edition) return pageOf(trouble ?? troubleWithContent([], false));
  const heldUp = edition.heldUpAt(path);
  try {
    const found = await edition.fileAt(path);
    if (!found && heldUp !== undefined && !trouble) return pageOf(troubleWithFile(heldUp, notes));
    const file = found ?? (await edition.notFound()) ?? NOT_FOUND;
    return {
      status: statusOf(found),
      file: prepared(file, { path, asked, isMissing: !found }, { edition, trouble, notes }),
    };
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
  return found.kind === 'text' && found.of === 'withdrawn' ? 410 : 200;
}

function pageOf(trouble: Trouble): Answer {
  return { status: 500, file: { kind: 'text', type: 'text/html; charset=utf-8', text: printErrorPage(trouble) } };
}

/** A file as it is sent: a page with what is to be said on it, unless it stands in a frame, which shows how others see it. */
function prepared(
  file: PreviewFile,
  { path, asked, isMissing }: { readonly path: string; readonly asked: Asked; readonly isMissing: boolean },
  given: Parameters<typeof withNotices>[2],
): PreviewFile {
  const look = lookOf(asked.query);
  if (look) return withLook(file, look);
  if (asked.isFramed) return file;
  const isPage = file.kind === 'text' && file.type.startsWith('text/html') && file.of !== 'redirect';
  return isPage ? withNotices(file, { path, isMissing }, given) : file;
}
