import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { RelatedStory, ResolvedCredit, Story } from '../../domain/story/story.ts';
import { PODCAST_URL } from '../../domain/feeds.ts';
import { escapeHtml } from '../../domain/html.ts';
import { isRaster, mediaUrl } from '../../domain/media/files.ts';
import { singlePicture } from '../../domain/media/printed-picture.ts';
import { isHeard } from '../../domain/story/entry.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { Episode, Podcast } from '../../formats/feeds/podcast.ts';
import { wordsIn } from '../../words/words.ts';
import { feedPerson, feedTime, makeChannel } from './feed-channel.ts';
import { feedIds } from './feed-list.ts';
import type { Materials } from '../surroundings.ts';
import { noMoments, type PageKind } from '../page-kind.ts';
import type { Claim } from '../../diagnostics/claim.ts';
import { WHOLE_FILE } from '../../diagnostics/finding.ts';

/** Players show nothing but what the feed has, so it goes further back than a feed of texts, of which it has none. */
const MOST_EPISODES = 100;

/** What the podcast is made of: the newest stories that can be heard. */
export interface PodcastSubject {
  readonly episodes: readonly EpisodeSubject[];
}

interface EpisodeSubject {
  readonly story: Story;
  /** Changes with anything of the article. */
  readonly fingerprint: string;
  readonly id: string | undefined;
  readonly bylines: readonly ResolvedCredit[];
}

export const podcast: PageKind<PodcastSubject, Podcast> = {
  list: listPodcast,
  urlOf: () => PODCAST_URL,
  layout: () => 'podcast',
  make: makePodcast,
  sitemap: { none: 'players look for it, not search engines' },
  claims: { follows: claimPodcast },
  everyShard: true,
  changesAt: noMoments,
  // Only pages that have to do with it lead to it.
  navigation: undefined,
};

/** There is none where no story can be heard. */
function listPodcast(edition: Edition): readonly PodcastSubject[] {
  const heard: RelatedStory[] = [];
  for (const story of edition.stories) {
    if (heard.length === MOST_EPISODES) break;
    if (isHeard(story.entry)) heard.push(story);
  }
  if (heard.length === 0) return [];
  const idOf = feedIds(edition);
  const episodes = heard.map((story) => ({
    story,
    fingerprint: story.entry.fingerprint,
    id: idOf(story),
    bylines: story.credits.filter(({ role }) => role === 'byline'),
  }));
  return [{ episodes }];
}

function claimPodcast({ published }: EditionToBe): readonly Claim[] {
  const heard = published.find(({ entry }) => isHeard(entry));
  if (!heard) return [];
  const { path } = heard.entry;
  return [{ url: PODCAST_URL, holderOf: () => ({ path, at: WHOLE_FILE, what: 'the podcast' }) }];
}

/** Makes the podcast. */
function makePodcast({ episodes: subjects }: PodcastSubject, materials: Materials): Podcast {
  const { site } = materials;
  const episodes = subjects.flatMap((subject) => makeEpisode(subject, site));
  const [newest] = episodes;
  const title = `${wordsIn(site.language, site.words)('podcast')} – ${site.title}`;
  const updated = newest?.published.instant;
  const given = { title, description: undefined, front: '/' as UrlPath, url: PODCAST_URL, updated };
  return { ...makeChannel(given, site), episodes };
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
      published: feedTime(date.instant, site),
      authors: bylines.map((byline) => feedPerson(byline, site)),
      summary: `${dek ? `<p>${dek.html}</p>` : ''}${link}`,
      sound: { url: address(path), type, size: size ?? 0, duration: audio.duration },
      captions: audio.captions && address(audio.captions.path),
      picture: image && isRaster(image) ? absoluteUrl(site, singlePicture(image, 'whole', { site }).url) : undefined,
    },
  ];
}
