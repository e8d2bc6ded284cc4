import type { CorpusStory } from './corpus.ts';
import type { TextFile } from './newsroom-story.ts';

/** A story of the corpus as a Markdown template of Eleventy. */
export function eleventyStory({
  slug,
  headline,
  dek,
  contributors,
  date,
  section,
  topics,
  body,
}: CorpusStory): TextFile {
  const { year, month, day, time } = date;
  const frontMatter = [
    `title: ${headline}`,
    `description: ${dek}`,
    `contributors: [${contributors.map(({ id }) => id).join(', ')}]`,
    `date: ${year}-${month}-${day}T${time}:00${offsetOn(`${year}-${month}-${day}`)}`,
    `section: ${section}`,
    `topics: [${topics.join(', ')}]`,
  ];
  return { path: `src/articles/${year}/${month}/${slug}.md`, text: `---\n${frontMatter.join('\n')}\n---\n${body}` };
}

const ZONE_NAME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' });
const offsets = new Map<string, string>();

/** Eleventy has no zone for the site: its dates must say their own. */
function offsetOn(day: string): string {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const offset = ZONE_NAME.format(new Date(`${day}T12:00:00Z`)).endsWith('BST') ? '+01:00' : '+00:00';
  offsets.set(day, offset);
  return offset;
}
