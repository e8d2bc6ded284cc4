// The suite of `npm run test:night`: every test of `npm test`, with all of the inputs of which that tries some, see `tests/at-night.ts`.
process.env['TESTED'] = 'all';

export { default } from '../vitest.config.ts';
