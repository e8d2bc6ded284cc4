import { resolve } from 'node:path';
import { PROJECT } from './project.ts';

/** How to build: where from, where to, and when. */
export interface BuildOptions {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** Absolute path of the output folder. */
  readonly output: string;
  /** The moment of publication as it was written, or `undefined` for the clock's. */
  readonly now: string | undefined;
  readonly drafts: boolean;
  /** The site's address for this build, in place of `url` in `site.yaml`. */
  readonly url: string | undefined;
}

/** The options of a build that was started by Eleventy's own command: the defaults, and `BROADSHEET_NOW`. */
export function optionsFromEnvironment(environment: NodeJS.ProcessEnv): BuildOptions {
  return {
    content: resolve(PROJECT, environment['BROADSHEET_CONTENT'] ?? 'content'),
    output: resolve(PROJECT, '_site'),
    now: environment['BROADSHEET_NOW'],
    drafts: environment['BROADSHEET_DRAFTS'] === 'true',
    url: environment['BROADSHEET_URL'],
  };
}
