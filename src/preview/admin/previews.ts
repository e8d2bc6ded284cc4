import { randomBytes } from 'node:crypto';
import { ARTICLES, isAt } from '../../domain/content/content-kinds.ts';
import { json, refusal, type RouteAnswer, type Served } from '../server/route.ts';
import { MOST_BYTES_OF_TEXT, placeOf } from './content-file.ts';
import { renderUnsaved } from './render-unsaved.ts';

/** Pages of stories that were not saved, by their names, the oldest first. */
const shown = new Map<string, string>();
const MOST_SHOWN = 10;

/** Makes the page of a story that was not saved, and says where it is to be seen. */
export async function showUnsaved(
  { path, text }: { readonly path: unknown; readonly text: unknown },
  served: Served,
): Promise<RouteAnswer> {
  const edition = served.site?.edition;
  if (!edition) return refusal(404, 'There is no preview before the newsroom was read');
  if (typeof text !== 'string' || text.length > MOST_BYTES_OF_TEXT)
    return refusal(400, 'This is no text that can be shown');
  // A story that was just begun has no place yet; where it will be makes no difference but for what lies beside it.
  const wanted = path === '' || path === undefined ? `${ARTICLES.folder}unsaved.md` : path;
  const place = placeOf(wanted, 'entry', served);
  if (place.kind === 'refused') return refusal(place.status, place.reason);
  if (!isAt(ARTICLES, place.path)) return refusal(403, 'Only stories have a preview here');
  const { html, diagnostics } = await renderUnsaved(place.path, text, edition);
  const name = randomBytes(9).toString('base64url');
  shown.set(name, withoutScripts(html));
  const [oldest] = shown.keys();
  if (shown.size > MOST_SHOWN && oldest !== undefined) shown.delete(oldest);
  const problems = diagnostics.map(({ severity, message, hint }) => ({ severity, message, hint }));
  return json({ address: `/admin/preview/${name}`, problems });
}

/** What such a page may do: nothing of it runs. */
const POLICY =
  "sandbox allow-same-origin; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Answers with a page that was made before. */
export function answerPreview(path: string): RouteAnswer {
  const html = shown.get(path.slice('/admin/preview/'.length));
  if (html === undefined)
    return { status: 404, type: 'text/plain; charset=utf-8', body: 'This page was made too long ago.\n' };
  return { type: 'text/html; charset=utf-8', body: html, headers: { 'content-security-policy': POLICY } };
}

/** None of them would run, and a browser would tell of each. */
function withoutScripts(html: string): string {
  return html.replaceAll(/<script\b[^>]*>.*?<\/script>/gis, '');
}
