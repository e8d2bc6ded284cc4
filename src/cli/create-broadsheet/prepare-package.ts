// What `npm pack` of this folder runs first: makes `dist/`, which the package has and the repository has not.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTo } from './bundle.ts';

const DIST = join(import.meta.dirname, 'dist');

rmSync(DIST, { recursive: true, force: true });
if (process.argv[2] !== '--remove') await bundleTo(DIST);
