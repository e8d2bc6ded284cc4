import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { lookAtNewsroom } from '../build/look-at-newsroom.ts';
import { isoTime } from '../time/print-time.ts';
import { readMoment } from '../time/read-moment.ts';
import { didYouMean } from '../diagnostics/wording.ts';
import { isSlug } from '../domain/addresses.ts';
import { slugFrom } from '../validate/story/slug.ts';
import { contentFolder, jobsOf, UsageError } from './arguments.ts';
import { pathFromHere } from './report.ts';

/** `broadsheet new "Headline"`: makes the file of a story, ready to be written. */
export async function newStory(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      content: { type: 'string' },
      section: { type: 'string' },
      contributor: { type: 'string', multiple: true },
      date: { type: 'string' },
    },
  });
  const headline = positionals.join(' ').replace(/\s+/g, ' ').trim();
  if (headline === '')
    throw new UsageError('Unexpected end of the command, expected a headline: npx broadsheet new "Bridge closes"');
  const content = contentFolder(values.content);
  const { edition } = await lookAtNewsroom(
    { content, now: undefined, drafts: true, url: undefined },
    jobsOf(undefined),
  );
  const { site, contributors } = edition;
  const sections = site.sections.map(({ id }) => id);
  if (values.section !== undefined) checkKnown('--section', values.section, sections);
  const ids = contributors.map(({ contributor }) => contributor.id);
  // What is no id is the name of someone who may have no page.
  for (const id of values.contributor?.filter(isSlug) ?? []) checkKnown('--contributor', id, ids);

  const date = dateOf(values.date, site.timeZone);
  const slug = slugFrom(headline);
  const [year = '', month = ''] = date.split('-');
  const folder = join(content, 'articles', year, month);
  const keys = {
    headline,
    contributors: values.contributor?.length === 1 ? values.contributor[0] : values.contributor,
    date,
    section: values.section,
  };
  mkdirSync(folder, { recursive: true });
  const text = `---\n${frontMatter(keys)}---\n\n`;
  const file =
    slug === undefined
      ? writeNumbered(join(folder, `story-${date.replace(/\D+/g, '-').replace(/-$/, '')}`), text)
      : writeNamed(join(folder, `${slug}.md`), text);
  process.stdout.write(`${pathFromHere(file)}\n`);
  const missing = keys.contributors === undefined ? 'write who it is by behind `contributors:`, and ' : '';
  process.stderr.write(`Next: ${missing}write the story below the second line of ---\n`);
  return 0;
}

/** Writes a file that is not there yet. */
function writeNamed(file: string, text: string): string {
  if (writeIfNew(file, text)) return file;
  throw new UsageError(
    `Unexpected file ${pathFromHere(file)}, expected none of this name; choose another headline, or edit that file`,
  );
}

/** A name that says nothing of the story may be taken by another one: `story-2026-11-23-07-30-2.md`. */
function writeNumbered(stem: string, text: string): string {
  let file = `${stem}.md`;
  for (let number = 2; !writeIfNew(file, text); number += 1) file = `${stem}-${number}.md`;
  return file;
}

/** Writes a file unless there is one. Returns whether it did. */
function writeIfNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

function frontMatter({ contributors, ...keys }: Readonly<Record<string, unknown>>): string {
  const { headline, ...others } = keys;
  const by = contributors === undefined ? 'contributors:\n' : yaml({ contributors });
  return yaml({ headline }) + by + yaml(others);
}

/** Keys without a value are left out. */
function yaml(keys: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return given.map(([key, value]) => stringify({ [key]: value }, { lineWidth: 0 })).join('');
}

function checkKnown(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  const hint = didYouMean(value, known, known.length > 0 ? `there are ${known.join(', ')}` : 'there are none yet');
  throw new UsageError(`Unexpected ${option} \`${value}\`, expected one of the newsroom; ${hint}`);
}

/** The date as it was given, or the clock's in the site's zone, to the minute. */
function dateOf(value: string | undefined, timeZone: string): string {
  if (value === undefined) return dateAt(Date.now(), timeZone);
  const read = readMoment(value, timeZone);
  if (read.kind !== 'moment')
    throw new UsageError(`Unexpected --date \`${value}\`, expected a time like "2026-11-23 07:30"`);
  if (!read.skipped) return value.trim();
  throw new UsageError(
    `Unexpected --date \`${value}\`, expected a time that clocks in ${timeZone} show; they were put forward over it, write "${dateAt(read.moment.instant, timeZone)}"`,
  );
}

/** A minute as editors write it; with its offset where clocks show it twice, and the later is meant. */
function dateAt(instant: number, timeZone: string): string {
  const [day = '', clock = ''] = isoTime(instant, timeZone).split('T');
  const written = `${day} ${clock.slice(0, 'hh:mm'.length)}`;
  const read = readMoment(written, timeZone);
  const isThen = read.kind === 'moment' && Math.abs(read.moment.instant - instant) < 60_000;
  return isThen ? written : `${written}${clock.slice('hh:mm:ss'.length)}`;
}
