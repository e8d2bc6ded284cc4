import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lookAtNewsroom } from '../build/look-at-newsroom.ts';
import { readMoment } from '../time/read-moment.ts';
import { describeForbidden, didYouMean, quote, visible } from '../diagnostics/wording.ts';
import { forbiddenCharacters } from '../domain/invisible.ts';
import { isSlug } from '../domain/addresses.ts';
import { slugFrom } from '../validate/story/slug.ts';
import { contentFolder, jobsOf, UsageError } from './arguments.ts';
import { dateAt, yaml } from './front-matter.ts';
import { pathFromHere } from './output/report.ts';
import { print, tell } from './output/terminal.ts';

/** `broadsheet new "Headline"`: makes the file of a story, a draft, ready to be written. */
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
  const [forbidden] = forbiddenCharacters(headline);
  if (forbidden)
    throw new UsageError(
      `Unexpected ${describeForbidden(forbidden.character)} in ${quote(headline)}, expected a headline without it`,
    );
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
  const keys = {
    headline,
    contributors: values.contributor?.length === 1 ? values.contributor[0] : values.contributor,
    date,
    section: values.section,
    draft: true,
  };
  const folder = join(content, 'articles', year, month);
  const name = slug ?? `story-${date.replace(/\D+/g, '-').replace(/-$/, '')}`;
  const file = writeNew(folder, name, `---\n${frontMatter(keys)}---\n\n`);
  print(`${visible(pathFromHere(file))}\n`);
  const missing = keys.contributors === undefined ? 'write who it is by behind `contributors:`, and ' : '';
  tell(`Next: ${missing}write the story below the second line of ---\n`);
  tell('It is a draft: to publish it, take out the line `draft: true`\n');
  return 0;
}

/** Writes a file under a name that nothing has yet: `bridge.md`, or else `bridge-2.md` and so on. Returns its path. */
function writeNew(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${number === 1 ? name : `${name}-${number}`}.md`);
    try {
      // Another command may be looking for a name at the same moment.
      writeFileSync(file, text, { flag: 'wx' });
      return file;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
  }
}

function frontMatter({ contributors, ...keys }: Readonly<Record<string, unknown>>): string {
  const { headline, ...others } = keys;
  const by = contributors === undefined ? 'contributors:\n' : yaml({ contributors });
  return yaml({ headline }) + by + yaml(others);
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
