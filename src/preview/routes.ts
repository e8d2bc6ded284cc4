import { ADMIN_ROUTES } from './admin/admin-routes.ts';
import type { Route } from './server/route.ts';

/** All addresses of the preview itself. */
export const ROUTES: readonly Route[] = [...ADMIN_ROUTES];
