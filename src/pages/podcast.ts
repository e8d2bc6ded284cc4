import type { Edition, RelatedStory, ResolvedCredit, Story } from '../domain/edition.ts';
import { PODCAST_URL } from '../domain/feed-url.ts';
import { escapeHtml } from '../domain/html.ts';
import { mediaUrl } from '../domain/media-url.ts';
import type { Page } from '../domain/page.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import type { Episode, Podcast } from '../formats/podcast.ts';
import { isRaster } from '../formats/raster.ts';
import { isoTime } from '../time/print-time.ts';
import { wordsIn } from '../words/words.ts';
import { feedIds } from './feed-ids.ts';
import type { Imprint } from './publication.ts';

/** Players show nothing but what the feed has, so it goes further back than a feed of texts, of which it has none. */
const MOST_EPISODES = 100;

/** What the podcast is made of: the newest stories that can be heard. */
export interface PodcastSubject {
  readonly episodes: readonly EpisodeSubject[];
}

interface EpisodeSubject {
  readonly story: Story;
  /** Changes with anything of the article. */
  readonly version: string;
  readonly id: string | undefined;
  readonly bylines: readonly ResolvedCredit[];
}

/** There is none where no story can be heard. */
export function listPodcast(edition: Pick<Edition, 'site' | 'stories'>): readonly PodcastSubject[] {
  const heard: RelatedStory[] = [];
  for (const story of edition.stories) {
    if (heard.length === MOST_EPISODES) break;
    if (isHeard(story)) heard.push(story);
  }
  if (heard.length === 0) return [];
  const idOf = feedIds(edition);
  const episodes = heard.map((story) => ({
    story,
    version: story.entry.version,
    id: idOf(story),
    bylines: story.credits.filter(({ role }) => role === 'byline'),
  }));
  return [{ episodes }];
}

/** Whether a story is in the podcast, if that is long enough. */
export function isHeard({ entry }: Pick<RelatedStory, 'entry'>): boolean {
  return entry.hasAudio && !entry.noindex;
}

/** Makes the podcast. */
export function makePodcast({ episodes: subjects }: PodcastSubject, imprint: Imprint): Page<Podcast> {
  const { site } = imprint.edition;
  const { logo } = site.publisher;
  const episodes = subjects.flatMap((subject) => makeEpisode(subject, site));
  const [newest] = episodes;
  const data: Podcast = {
    title: `${wordsIn(site.language, site.words)('podcast')} – ${site.title}`,
    description: site.description ?? site.title,
    language: site.language,
    home: absoluteUrl(site, '/'),
    self: absoluteUrl(site, PODCAST_URL),
    hub: site.hub,
    publisher: site.publisher.name,
    logo: logo !== undefined && isRaster({ path: logo }) ? absoluteUrl(site, mediaUrl(logo)) : undefined,
    updated: newest?.published ?? { instant: 0, iso: '' },
    episodes,
  };
  return { url: PODCAST_URL, layout: 'podcast', data };
}

function makeEpisode({ story, id, bylines }: EpisodeSubject, site: Site): readonly Episode[] {
  const { audio, picture, headline, dek, language, date } = story.article;
  if (audio?.source.kind !== 'file') return [];
  const { path, type, size } = audio.source;
  const address = (file: string): string => absoluteUrl(site, mediaUrl(file));
  const url = absoluteUrl(site, story.url);
  const image = audio.poster ?? picture?.file;
  const link = `<p><a href="${escapeHtml(url)}">${headline.html}</a></p>`;
  return [
    {
      id: id ?? url,
      url,
      title: headline.text,
      language: language === site.language ? undefined : language,
      published: { instant: date.instant, iso: isoTime(date.instant, site.timeZone) },
      authors: bylines.map((byline) => ({ name: byline.name, url: byline.url && absoluteUrl(site, byline.url) })),
      summary: `${dek ? `<p>${dek.html}</p>` : ''}${link}`,
      sound: { url: address(path), type, size: size ?? 0, duration: audio.duration },
      captions: audio.captions && address(audio.captions.path),
      picture: image && isRaster(image) ? address(image.path) : undefined,
    },
  ];
}
