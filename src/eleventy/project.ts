import { fileURLToPath } from 'node:url';

/** The folder that holds `layouts/`, `src/` and `.eleventy.ts`. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
