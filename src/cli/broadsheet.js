#!/usr/bin/env node
// Node 20 does not read TypeScript: tsx lets it, for what follows. Layouts are found by the project's own tsconfig.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
register();
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
