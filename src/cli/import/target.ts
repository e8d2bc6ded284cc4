import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import * as z from 'zod';
import { ImportError } from './archive.ts';
import type { Target } from './plan/plan-entries.ts';

/** The newsroom that an archive moves into. */
export interface Newsroom {
  /** Its folder, absolute: what is no content stands here. */
  readonly folder: string;
  /** Absolute. */
  readonly content: string;
  /** What `site.yaml` says, where it is there. */
  readonly site: NewsroomSite | undefined;
  /** Paths of all its files from the content folder. */
  readonly files: readonly string[];
}

const siteSchema = z.looseObject({
  title: z.coerce.string(),
  url: z.string(),
  language: z.string().default('en-US'),
  timeZone: z.string().default('UTC'),
  permalink: z.string().default('/{yyyy}/{mm}/{dd}/{slug}/'),
  defaults: z
    .array(
      z.looseObject({
        before: z.coerce.string().optional(),
        folder: z.unknown().optional(),
        contributors: z.unknown().optional(),
      }),
    )
    .default([]),
  standards: z.record(z.string(), z.unknown()).default({}),
  sections: z.array(z.looseObject({ id: z.coerce.string(), title: z.coerce.string() })).default([]),
});

export type NewsroomSite = z.infer<typeof siteSchema>;

/**
 * Looks at the newsroom in a folder, which may be empty or not there yet. A folder of the name `content` is its content folder.
 *
 * @throws {ImportError} if it is a file, or `site.yaml` cannot be read.
 */
export function lookAtTarget(folder: string): Newsroom {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new ImportError(`Unexpected --to \`${folder}\`, expected a folder: that of the newsroom, which may be new`);
  const isContent = basename(folder) === 'content' || existsSync(join(folder, 'site.yaml'));
  const content = isContent ? folder : join(folder, 'content');
  const files = existsSync(content)
    ? readdirSync(content, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(content, join(entry.parentPath, entry.name)).split(sep).join('/'))
    : [];
  return {
    folder: isContent ? join(folder, '..') : folder,
    content,
    site: readSite(join(content, 'site.yaml')),
    files,
  };
}

function readSite(file: string): NewsroomSite | undefined {
  if (!existsSync(file)) return undefined;
  let value: unknown;
  try {
    // Days are to stay as they are written.
    value = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA });
  } catch {
    value = undefined;
  }
  const read = siteSchema.safeParse(value);
  if (read.success) return read.data;
  throw new ImportError(
    `Unexpected site.yaml in ${file}, expected one that \`npx broadsheet check\` finds nothing wrong with`,
  );
}

/** The day before which a newsroom says by `defaults` who wrote stories that name nobody; the empty text where it does not. */
export function namedBefore({ defaults }: NewsroomSite): string {
  const days = defaults.flatMap(({ before, folder, contributors }) =>
    folder === undefined && contributors !== undefined ? [before ?? '9999-12-31'] : [],
  );
  return days.toSorted().at(-1) ?? '';
}

/** The last day on which what is dated counts as old by `standards`; `undefined` where they say nothing of days. */
export function lastOldDay({ standards }: Pick<NewsroomSite, 'standards'>): string | undefined {
  const days = Object.values(standards)
    .flat()
    .flatMap((one) => {
      const before = typeof one === 'object' && one !== null && 'before' in one ? String(one.before) : '';
      return /^\d{4}-\d\d-\d\d$/.test(before) ? [before] : [];
    });
  const last = days.toSorted().at(-1);
  return last === undefined ? undefined : dayBefore(last);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** What the plan of an import needs to know of a newsroom. */
export function targetOf({ site, files }: Newsroom, timeZone: string): Target {
  return {
    timeZone: site?.timeZone ?? timeZone,
    permalink: site?.permalink,
    sections: site?.sections.map(({ id, title }) => ({ id, title })),
    files: new Set(files.map((file) => file.toLowerCase())),
  };
}
