import { posix } from 'node:path';
import { adminConfig } from '../../newsroom/admin/config/admin-config.ts';
import { ADMIN_PAGE, policyOf } from '../../newsroom/admin/config/admin-page.ts';
import { editorScript } from '../../assets/editor-script.ts';
import { pageLayouts, storyLayouts } from '../../build/layouts.ts';
import { ARTICLES, MEDIA_FOLDER } from '../../domain/content/content-kinds.ts';
import { policyFor } from '../../domain/media/policy.ts';
import { choicesIn } from '../../newsroom/keys/newsroom-choices.ts';
import { contentTypeOf } from '../preview-edition.ts';
import { json, refusal, type Route, type RouteAnswer, type Served } from '../server/route.ts';
import { answerAction } from './actions.ts';
import { placeOf, type PlaceOnDisk } from './content-file.ts';
import { answerPreview } from './previews.ts';

/** Pictures come as text, which takes a third more bytes than they have. */
const MOST_BYTES = 80 * 1024 * 1024;

/** The addresses of the editor in the browser. */
export const ADMIN_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/admin',
    respond: () => ({ status: 302, type: 'text/plain; charset=utf-8', body: '', headers: { location: '/admin/' } }),
  },
  {
    method: 'GET',
    path: '/admin/',
    respond: ({ origin }) => ({
      type: 'text/html; charset=utf-8',
      body: ADMIN_PAGE,
      headers: { 'content-security-policy': policyOf([origin]) },
    }),
  },
  {
    method: 'GET',
    path: '/admin/config.json',
    respond: (_request, { site }) => {
      const edition = site?.written?.edition;
      if (!edition) return refusal(503, 'The newsroom cannot be read: the preview says why');
      const { title, timeZone } = edition.site;
      const layouts = { storyLayouts: storyLayouts(), pageLayouts: pageLayouts() };
      const choices = choicesIn(edition, layouts);
      return json(adminConfig({ title, timeZone, choices, backend: { name: 'broadsheet' } }));
    },
  },
  {
    method: 'GET',
    path: '/admin/editor.js',
    respond: async () => ({
      type: 'text/javascript; charset=utf-8',
      body: await editorScript(),
      headers: { 'content-encoding': 'gzip' },
    }),
  },
  {
    method: 'GET',
    path: '/admin/media/*',
    respond: ({ path, query }, served) => answerMedium(path, query.get('of'), served),
  },
  { method: 'GET', path: '/admin/preview/*', respond: ({ path }) => answerPreview(path) },
  {
    method: 'POST',
    path: '/admin/api',
    mostBytes: MOST_BYTES,
    respond: ({ body }, served) => answerAction(body, served),
  },
];

/**
 * A picture that is in the newsroom, whether something shows it or not.
 *
 * @param of The story that names it, from its folder and without its ending: what lies beside it comes first.
 */
function answerMedium(path: string, of: string | null, served: Served): RouteAnswer {
  const name = path.slice('/admin/media/'.length);
  const beside = of === null ? undefined : posix.join(ARTICLES.folder, posix.dirname(of), name);
  const place = placeOfMedium([...(beside === undefined ? [] : [beside]), `${MEDIA_FOLDER}${name}`], served);
  if (place.kind === 'refused') return refusal(place.status, place.reason);
  if (place.size === undefined) return refusal(404, 'There is no such file');
  const type = contentTypeOf(place.path);
  const policy = `${policyFor(place.path) ?? "default-src 'none'"}; sandbox`;
  return { type, body: { diskPath: place.diskPath }, headers: { 'content-security-policy': policy } };
}

/** The first of some files that is there; or else what is to be said of the last. */
function placeOfMedium([path = '', ...others]: readonly string[], served: Served): PlaceOnDisk {
  const place = placeOf(path, 'shown', served);
  const isThere = place.kind === 'place' && place.size !== undefined;
  return isThere || others.length === 0 ? place : placeOfMedium(others, served);
}
