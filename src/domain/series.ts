import type { Slug } from './slug.ts';

/** Stories that belong together, in the order of their dates. schema.org: `CreativeWorkSeries`. */
export interface Series {
  readonly id: Slug;
  readonly title: string;
  readonly description: string | undefined;
}
