import { join } from 'node:path';
import { PROGRAM } from '../../../disk/project.ts';
import type { Route, RouteAnswer, RouteRequest } from '../../server/route.ts';
import { frameView } from './frame-view.ts';
import { readerView } from './reader-view.ts';
import { sharingView } from './sharing-view.ts';
import { isAnswer, type ViewedPage, viewedPage } from './viewed-page.ts';

const CLIENT = join(PROGRAM, 'src/preview/bar/client');

/** A page of the site in another way: `GET /_desk/views/…?of=/2026/11/23/flood/`. */
function viewRoute(
  name: 'frame' | 'reader' | 'sharing',
  show: (page: ViewedPage, request: RouteRequest) => RouteAnswer | Promise<RouteAnswer>,
): Route {
  return {
    method: 'GET',
    path: `/_desk/views/${name}`,
    respond: async (request, served) => {
      const page = await viewedPage(request, served);
      return isAnswer(page) ? page : show(page, request);
    },
  };
}

function fileRoute(name: string, type: string): Route {
  return {
    method: 'GET',
    path: `/_desk/views/${name}`,
    respond: () => ({ type, body: { diskPath: join(CLIENT, name) } }),
  };
}

/** The addresses of all views that the bar leads to, and of what these load. */
export const VIEW_ROUTES: readonly Route[] = [
  viewRoute('frame', frameView),
  viewRoute('reader', readerView),
  viewRoute('sharing', sharingView),
  fileRoute('view.css', 'text/css; charset=utf-8'),
  fileRoute('view.js', 'text/javascript; charset=utf-8'),
];
