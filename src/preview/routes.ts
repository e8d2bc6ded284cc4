import { ADMIN_ROUTES } from './admin/admin-routes.ts';
import { VIEW_ROUTES } from './bar/views/view-routes.ts';
import { DESK_ROUTES } from './desk/desk-routes.ts';
import type { Route } from './server/route.ts';

/** All addresses of the preview itself. */
export const ROUTES: readonly Route[] = [...ADMIN_ROUTES, ...DESK_ROUTES, ...VIEW_ROUTES];
