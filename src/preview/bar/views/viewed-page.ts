import type { PreviewEdition } from '../../preview-edition.ts';
import { isToolPath } from '../../server/guard-route.ts';
import { guardRequest } from '../../server/guard-request.ts';
import { refusal, type RouteAnswer, type RouteRequest, type Served } from '../../server/route.ts';

/** A page that is looked at in another way. */
export interface ViewedPage {
  /** Decoded. */
  readonly path: string;
  readonly html: string;
  /** Path of its file of `content/`, if there is one. */
  readonly source: string | undefined;
  readonly edition: PreviewEdition;
}

/** No page that people read is longer, in characters. */
const LONGEST = 5_000_000;

/** The page of this site that an address names by `?of=`, without what a preview adds to it; or why there is none. */
export async function viewedPage({ query }: RouteRequest, { site }: Served): Promise<ViewedPage | RouteAnswer> {
  const edition = site?.edition;
  if (!edition) return refusal(503, 'There is nothing to look at: the newsroom has not been read yet, or has errors');
  const path = pathIn(query.get('of'));
  if (path === undefined) return refusal(400, 'Expected `of`, the path of a page of this site');
  const found = await edition.fileAt(path);
  const file = found ?? (await edition.notFound());
  if (file?.kind === 'redirect')
    return { status: 302, type: 'text/plain; charset=utf-8', body: '', headers: { location: leadOn(query, file.to) } };
  if (file?.kind !== 'text' || !file.type.startsWith('text/html'))
    return refusal(404, 'There is no page at this address');
  if (file.text.length > LONGEST) return refusal(413, 'The page is too long to be looked at in another way');
  return { path, html: file.text, source: found ? file.source : undefined, edition };
}

/** Whether there is no page, but an answer that says why. */
export function isAnswer(given: ViewedPage | RouteAnswer): given is RouteAnswer {
  return 'body' in given;
}

/** A path as the server itself would take it; nothing where it would refuse it. */
function pathIn(of: string | null): string | undefined {
  if (of === null) return undefined;
  const guarded = guardRequest(
    { method: 'GET', url: encodeURI(of).replace(/[?#]/g, encodeURIComponent), host: 'localhost' },
    undefined,
  );
  return guarded.kind === 'good' && !isToolPath(guarded.path) ? guarded.path : undefined;
}

function leadOn(query: URLSearchParams, to: string): string {
  const path = decodeURI(to);
  return `?${new URLSearchParams([...[...query].filter(([name]) => name !== 'of'), ['of', path]])}`;
}
