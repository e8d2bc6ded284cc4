import { aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

/** A site in English that has Spanish and Arabic fronts too. */
export const SITE: Keys = {
  language: 'en-GB',
  sections: [
    { id: 'news', title: 'News' },
    { id: 'sport', title: 'Sport' },
  ],
  languages: [
    {
      language: 'es',
      title: 'El Libro del Puerto',
      description: 'Noticias del puerto',
      sections: { news: 'Noticias' },
    },
    { language: 'ar', title: 'سجل الميناء', sections: { news: 'أخبار' } },
  ],
};

/** Such a site with stories in its languages, and in one that has no front. */
export const NEWSROOM: NewsroomGiven = {
  site: SITE,
  articles: {
    'one.md': aStory({ headline: 'One', section: 'news', topics: ['Harbour'] }),
    'uno.md': aStory({ headline: 'Uno', section: 'news', language: 'es', topics: ['Harbour'] }),
    'dos.md': aStory({ headline: 'Dos', section: 'sport', language: 'es-MX', date: '2026-11-22' }),
    'un.md': aStory({ headline: 'Un', section: 'news', language: 'fr', date: '2026-11-21' }),
  },
};
