/** What happened since the build before, in the order in which it is tried. */
export const SCENARIOS = ['cold', 'unchanged', 'edited', 'published', 'layout', 'settings'] as const;

export type Scenario = (typeof SCENARIOS)[number];

/** The scenarios as they are named to a reader. */
export const SCENARIO_TITLES: Readonly<Record<Scenario, string>> = {
  cold: 'cold',
  unchanged: 'nothing changed',
  edited: 'one story edited',
  published: 'one story published',
  layout: 'story layout changed',
  settings: 'site title changed',
};
