/** Whether all is tried, as by `npm run test:night`; `npm test` tries of much that differs by its input alone only some. */
export const IS_NIGHT = process.env['TESTED'] === 'all';

/** Cases that differ by their input alone from others that `npm test` tries: there are none but at night. */
export function atNight<Case>(...cases: readonly Case[]): readonly Case[] {
  return IS_NIGHT ? cases : [];
}

/** Of a list that differs by its input alone: at night all, otherwise each `step`th, from the first on. */
export function each<Case>(step: number, cases: readonly Case[]): readonly Case[] {
  return IS_NIGHT ? cases : cases.filter((_, index) => index % step === 0);
}
