import type { CorpusStory } from './corpus.ts';

/** A file to write: its path below the folder of the program's content. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A story of the corpus as an article of Broadsheet. */
export function newsroomStory({
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
    `headline: ${headline}`,
    `dek: ${dek}`,
    `contributors: [${contributors.map(({ id }) => id).join(', ')}]`,
    `date: ${year}-${month}-${day} ${time}`,
    `section: ${section}`,
    `topics: [${topics.join(', ')}]`,
  ];
  return { path: `articles/${year}/${month}/${slug}.md`, text: `---\n${frontMatter.join('\n')}\n---\n${body}` };
}
