import type { CorpusStory } from './corpus.ts';
import type { TextFile } from './newsroom-story.ts';

/** A story of the corpus as a page of Hugo. Its year, month and day are terms of taxonomies, which list what belongs to them. */
export function hugoStory({ slug, headline, dek, contributors, date, section, topics, body }: CorpusStory): TextFile {
  const { year, month, day, time } = date;
  const frontMatter = [
    `title: ${headline}`,
    `description: ${dek}`,
    `contributors: [${contributors.map(({ id }) => id).join(', ')}]`,
    `date: ${year}-${month}-${day}T${time}:00`,
    `topics: [${topics.join(', ')}]`,
    `years: ["${year}"]`,
    `months: ["${year}/${month}"]`,
    `days: ["${year}/${month}/${day}"]`,
    `url: /${year}/${month}/${day}/${slug}/`,
  ];
  return { path: `content/${section}/${slug}.md`, text: `---\n${frontMatter.join('\n')}\n---\n${body}` };
}
