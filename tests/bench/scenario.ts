/** What happened since the build before, in the order in which it is tried. */
export const SCENARIOS = ['cold', 'unchanged', 'edited', 'published', 'today', 'layout', 'settings'] as const;

export type Scenario = (typeof SCENARIOS)[number];

/** Those that are made in any case where some are asked for. */
export function withNeeded(asked: readonly Scenario[]): readonly Scenario[] {
  return SCENARIOS.filter(
    (one) => one === 'cold' || asked.includes(one) || (one === 'published' && asked.includes('today')),
  );
}

/** The scenarios as they are named to a reader. */
export const SCENARIO_TITLES: Readonly<Record<Scenario, string>> = {
  cold: 'cold',
  unchanged: 'nothing changed',
  edited: 'an old story edited',
  published: 'one story published',
  today: 'that story edited',
  layout: 'story layout changed',
  settings: 'site title changed',
};
