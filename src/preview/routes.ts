import type { Route } from './server/route.ts';

/** All addresses of the preview itself. */
export const ROUTES: readonly Route[] = [];
