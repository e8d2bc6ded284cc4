import type { Edition } from '../../domain/edition.ts';
import type { RelatedStory } from '../../domain/related-story.ts';

/**
 * The identifiers of stories in feeds where addresses do not serve: a site whose addresses name the section gives a story
 * another address when it moves to another section, and readers of its feeds would have it twice. They are tags (RFC 4151)
 * of the host, the day and the slug; of several stories with the same, the later ones have their section too.
 */
export function feedIds({
  site,
  stories,
}: Pick<Edition, 'site' | 'stories'>): (story: RelatedStory) => string | undefined {
  if (!site.permalink.includes('{section}')) return () => undefined;
  const host = new URL(site.origin).hostname;
  const taken = new Map<string, RelatedStory>();
  const idOf = ({ entry: { day, slug } }: RelatedStory): string =>
    `tag:${host},${day}:${encodeURI(site.basePath)}/${slug}`;
  for (let index = stories.length - 1; index >= 0; index -= 1) {
    const story = stories[index];
    if (story && !taken.has(idOf(story))) taken.set(idOf(story), story);
  }
  return (story) => {
    const id = idOf(story);
    return taken.get(id) === story ? id : `${id}/${story.entry.section ?? ''}`;
  };
}
