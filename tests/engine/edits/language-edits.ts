import type { Edit } from './edit.ts';

const LANGUAGES: readonly unknown[] = [
  undefined,
  [{ language: 'fr', title: 'Le Registre' }],
  [{ language: 'fr', sections: { news: 'Actualités' } }, { language: 'ar' }],
  [{ language: 'ar', title: 'سجل', sections: {}, navigation: [{ label: 'ب', url: '/' }] }, { language: 'de' }],
];

/** What editors do to the languages of a site, and to stories that are there in several. */
export const LANGUAGE_EDITS: Readonly<Record<string, Edit>> = {
  'change the languages of the site': ({ newsroom }, random) => {
    newsroom.site['language'] = 'en-GB';
    newsroom.site['languages'] = random.pick(LANGUAGES);
    return JSON.stringify(newsroom.site['languages']) ?? 'none';
  },
  'make a story the translation of another': ({ newsroom: { stories } }, random) => {
    if (stories.length < 2) return undefined;
    const [story, other] = [random.pick(stories), random.pick(stories)];
    if (story === other) return undefined;
    story.translates = other.number;
    other.translates = undefined;
    story.keys['language'] = random.pick(['fr', 'ar', 'de']);
    return `${story.path}, ${other.path}`;
  },
  'make some stories translations of one': ({ newsroom: { stories } }, random) => {
    const other = stories.length === 0 ? undefined : random.pick(stories);
    if (!other) return undefined;
    other.translates = undefined;
    other.keys['language'] = undefined;
    for (const language of ['fr', 'ar', 'de']) {
      const story = random.pick(stories);
      if (story === other) continue;
      story.translates = other.number;
      story.keys['language'] = language;
    }
    return other.path;
  },
  'make a story no translation of another': ({ newsroom: { stories } }, random) => {
    const translations = stories.filter(({ translates }) => translates !== undefined);
    const story = translations.length === 0 ? undefined : random.pick(translations);
    if (story) story.translates = undefined;
    return story?.path;
  },
};
