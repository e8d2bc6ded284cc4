import type { Archive } from '../archive.ts';
import type { Plan } from '../plan/plan-entries.ts';
import type { PlannedContributor } from './contributor-files.ts';
import type { Written } from './manifest.ts';
import { printReport, type ReportNotes } from './report.ts';

/** What an import did, and to what. */
export interface Done {
  readonly archive: Archive;
  readonly from: string;
  readonly isDry: boolean;
  readonly plan: Plan;
  readonly people: ReadonlyMap<string, PlannedContributor>;
  readonly notes: ReportNotes;
  readonly counts: Readonly<Record<'story' | 'page' | 'contributor' | 'media', Readonly<Record<Written, number>>>>;
  readonly redirects: number;
  /** Whether `site.yaml` was made by an import. */
  readonly isNewSite: boolean;
  readonly hasAddress: boolean;
  readonly lacksContributors: boolean;
}

/** What an import did, in numbers. */
export interface Counts {
  readonly stories: number;
  readonly pages: number;
  readonly contributors: number;
  readonly media: number;
  readonly redirects: number;
  /** Files that were left as they are since somebody has changed or removed them. */
  readonly edited: number;
}

export function countsOf({ counts, redirects }: Done): Counts {
  const sum = (written: Readonly<Record<Written, number>>): number => written.new + written.renewed + written.same;
  const edited = Object.values(counts).reduce((count, written) => count + written.edited + written.removed, 0);
  return {
    ...{ stories: sum(counts.story), pages: sum(counts.page), contributors: sum(counts.contributor) },
    ...{ media: sum(counts.media), redirects, edited },
  };
}

/** The report of an import in Markdown. */
export function reportOf(done: Done): string {
  const { archive, from, isDry, plan, people, notes, counts } = done;
  const { stories, pages, contributors, media, redirects, edited } = countsOf(done);
  return printReport(
    {
      ...{ system: archive.system, from, isDry },
      counts: [
        ['stories', stories],
        ['of these, new or with other words than at the last import', counts.story.new + counts.story.renewed],
        ['pages', pages],
        ['contributors', contributors],
        ['media', media],
        ['redirects', redirects],
        ['files left as they are, since somebody has changed or removed them', edited],
        ['things that are not carried', notes.count('lost')],
        ['things that were changed', notes.count('changed')],
        ['things to look at', notes.count('look')],
      ],
      first: firstSteps(done),
      mapped: [
        {
          title: 'Categories',
          rows: [...plan.sectionPlan.byCategory].map(([category, section]) => [
            `category ${category}`,
            `section \`${section}\``,
          ]),
        },
        {
          title: 'People',
          rows: [...people.values()].map(({ person, id }) => [person.name, `\`content/contributors/${id}.md\``]),
        },
      ],
    },
    notes,
  );
}

/** What an editor should settle before all else. */
function firstSteps({ archive, plan, isNewSite, hasAddress, lacksContributors }: Done): readonly string[] {
  const { site } = archive;
  const ofSite = isNewSite
    ? [
        ...(site.title?.trim() ? [] : ['The archive has no title: write it into `content/site.yaml`.']),
        ...(hasAddress
          ? []
          : [
              'The archive does not say at which address it was: write it into `content/site.yaml`, or import again with `--url`.',
            ]),
        ...(site.timeZone
          ? []
          : ['The archive does not say in which time zone it is: `timeZone` in `content/site.yaml` is UTC.']),
        ...(site.language
          ? []
          : ['The archive does not say in which language it is: `language` in `content/site.yaml` is English.']),
      ]
    : [];
  return [
    ...ofSite,
    ...(lacksContributors
      ? [
          'Some stories name nobody who wrote them; the title of the site stands in, see `defaults` in `content/site.yaml`.',
        ]
      : []),
    ...(plan.sectionPlan.sections.length > 0
      ? [
          'Which categories are sections was chosen by how many stories they have: see “Categories” below, and use `--map` for another choice.',
        ]
      : []),
  ];
}
