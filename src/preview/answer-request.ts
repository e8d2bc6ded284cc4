import { printErrorPage, printOverlay } from './trouble.ts';
import type { PreviewEdition, PreviewFile } from './preview-edition.ts';
import type { Answer } from './preview-server.ts';
import { insertBefore } from './reload-script.ts';
import { type Trouble, troubleWithContent, troubleWithFault } from './trouble.ts';

const NOT_FOUND: PreviewFile = { kind: 'text', type: 'text/plain; charset=utf-8', text: 'Not found\n' };

/** What there is to answer with. */
export interface Answering {
  readonly edition: PreviewEdition | undefined;
  /** Lies over every page. */
  readonly trouble: Trouble | undefined;
  /** Is told why a page cannot be made. */
  readonly onFault: (fault: unknown) => void;
}

/** Answers a request for a path: with what an edition has there, or else with why there is nothing. It never fails. */
export async function answerRequest(path: string, { edition, trouble, onFault }: Answering): Promise<Answer> {
  if (!edition) return pageOf(trouble ?? troubleWithContent([], false));
  try {
    const found = await edition.fileAt(path);
    const file = found ?? (await edition.notFound()) ?? NOT_FOUND;
    return { status: found ? 200 : 404, file: trouble ? withOverlay(file, trouble) : file };
  } catch (fault) {
    // A page of a story that is broken may not be there as it was before.
    if (trouble) return pageOf(trouble);
    onFault(fault);
    return pageOf(troubleWithFault('This page cannot be made', fault));
  }
}

function pageOf(trouble: Trouble): Answer {
  return { status: 500, file: { kind: 'text', type: 'text/html; charset=utf-8', text: printErrorPage(trouble) } };
}

function withOverlay(file: PreviewFile, trouble: Trouble): PreviewFile {
  if (file.kind !== 'text' || !file.type.startsWith('text/html')) return file;
  return { ...file, text: insertBefore(file.text, '</body>', printOverlay(trouble)) };
}
