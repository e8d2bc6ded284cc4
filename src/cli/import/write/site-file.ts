import { entryOf, STANDARDS } from '../../../diagnostics/catalogue.ts';
import { yaml } from '../../init/front-matter.ts';
import type { Section } from '../plan/sections.ts';

/** What holds for every page of a newsroom that is made for an archive. */
export interface SiteFacts {
  readonly title: string;
  readonly url: string;
  readonly description: string | undefined;
  readonly language: string;
  readonly timeZone: string;
  readonly permalink: string;
  readonly sections: readonly Section[];
  /** The day of the import, `2026-11-23`: what is older need not be mended before the first build. */
  readonly before: string;
  /** Whether some stories name nobody who wrote them. */
  readonly lacksContributors: boolean;
}

/** Those that are not about stories, or may be there to hold one back. */
const STRICT = /^(?:front|key|redirect|layout|section|series|story|related)-/;

/** What may be wrong with the stories of an archive, and is told without holding up a build. */
const LENIENT = STANDARDS.filter((code) => entryOf(code).severity === 'error' && !STRICT.test(code));

/** The file `content/site.yaml` of a newsroom that had none. */
export function printSite(facts: SiteFacts): string {
  const { title, url, description, language, timeZone, permalink, sections, before } = facts;
  return [
    '# What holds for every page. All that may stand here: node_modules/broadsheet/docs/writing.md\n',
    yaml({ title, url, description, language, timeZone }),
    '# Most stories of the archive keep their addresses by this pattern, the others by a `permalink` of their own.\n',
    yaml({ permalink, sections: sections.length > 0 ? sections : undefined }),
    ...(facts.lacksContributors
      ? [
          '# Who is named where a story of the archive names nobody.\n',
          yaml({ defaults: [{ before, contributors: title }] }),
        ]
      : []),
    `# What is wrong with stories from before the move is told and left out of pages; newer ones have to be right.\n`,
    standards(before),
    '# For social networks, a picture is drawn of each page that has none.\n',
    yaml({ pictures: { cards: true } }),
    '# Files of content/pages/ are text: nothing that somebody puts there is run by a build.\n',
    yaml({ pages: 'text' }),
  ].join('');
}

function standards(before: string): string {
  return `standards:\n${LENIENT.map((code) => `  ${code}: { before: ${before}, severity: warn }\n`).join('')}`;
}
