import type { ArticleLeaf, AudioObjectLeaf, NewsArticleLeaf, PersonLeaf, VideoObjectLeaf } from 'schema-dts';
import type { ArticleRecord, Label } from '../../domain/story/article.ts';
import type { CreditRole } from '../../domain/contributors.ts';
import type { RelatedStory, ResolvedCredit, SeriesPart } from '../../domain/story/story.ts';
import type { Html } from '../../domain/html.ts';
import type { Moment } from '../../domain/dates.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import { isoTime } from '../../time/print-time.ts';
import { correctionsJsonLd } from '../corrections.ts';
import { defined, jsonForScript } from './json-ld.ts';
import { leadPictureData, publisherData } from './json-ld.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import { singlePicture } from '../../domain/media/printed-picture.ts';
import type { Recording } from '../../domain/media/files.ts';

const TYPES = {
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  sponsored: 'AdvertiserContentArticle',
  satire: 'SatiricalArticle',
  review: 'ReviewNewsArticle',
  interview: 'NewsArticle',
  obituary: 'NewsArticle',
} as const satisfies Readonly<Record<Label, string>>;

const PROPERTIES: Readonly<Record<CreditRole, 'author' | 'contributor' | 'editor' | 'translator'>> = {
  byline: 'author',
  contributed: 'contributor',
  'reported-from': 'contributor',
  photography: 'contributor',
  illustration: 'contributor',
  graphics: 'contributor',
  editing: 'editor',
  translation: 'translator',
  research: 'contributor',
};

type StoryType = (typeof TYPES)[Label];
/** What all kinds of stories have. */
type ArticleData = Omit<ArticleLeaf, '@type'>;
/** What those have that are no satire and no advertisement: these are articles, but no news. */
type NewsData = Pick<NewsArticleLeaf, 'dateline'>;

const IS_NEWS: Readonly<Record<StoryType, boolean>> = {
  NewsArticle: true,
  OpinionNewsArticle: true,
  AnalysisNewsArticle: true,
  ReviewNewsArticle: true,
  AdvertiserContentArticle: false,
  SatiricalArticle: false,
};

/** A story as structured data: schema.org `NewsArticle` or the subtype that its label says, as JSON-LD. */
export function newsArticleJsonLd(
  story: Pick<RelatedStory, 'article' | 'url' | 'section' | 'topics' | 'credits' | 'translations'> & {
    /** Its place in a series; the number of the first parts only. */
    readonly part: (Omit<SeriesPart, 'number'> & { readonly number: number | undefined }) | undefined;
    /** When it was changed last, if it was. */
    readonly changed: Moment | undefined;
    /** What a live blog has beside. */
    readonly ofLive?: Readonly<Record<string, unknown>> | undefined;
  },
  site: Site,
): Html {
  const { article, url, changed, section, topics, part } = story;
  const type: StoryType = article.label ? TYPES[article.label] : 'NewsArticle';
  const time = (instant: number): string => isoTime(instant, site.timeZone);
  const data = defined<ArticleData>({
    mainEntityOfPage: article.canonical ?? absoluteUrl(site, url),
    url: absoluteUrl(site, url),
    headline: article.headline.text,
    alternativeHeadline: article.shortHeadline,
    description: article.dek?.text,
    datePublished: time(article.date.instant),
    dateModified: time((changed ?? article.date).instant),
    ...peopleOf(story.credits, site),
    publisher: publisherData(site),
    articleSection: section?.title,
    isPartOf: part && {
      '@type': 'CreativeWorkSeries',
      name: part.series.title,
      url: absoluteUrl(site, part.series.url),
    },
    position: part?.number,
    keywords: topics.length > 0 ? topics.map(({ name }) => name) : undefined,
    inLanguage: article.language,
    ...translationsOf(story, site),
    ...accessOf(article),
    wordCount: article.body.wordCount,
    image: article.picture && leadPictureData(article.picture, site),
    ...recordingsJsonLd(article, site),
    ...story.ofLive,
    correction: correctionsJsonLd(article.corrections, site),
  });
  const ofNews = IS_NEWS[type] ? defined<NewsData>({ dateline: article.dateline }) : {};
  return jsonForScript({ '@context': 'https://schema.org', '@type': type, ...data, ...ofNews });
}

/** The class of the element that layouts put a story in. Search engines take a class and nothing more exact. */
const TEXT = '.story-body';

/** Whether all may read a story. Of one that not all may read, search engines want to know where on the page it stands. */
function accessOf({ free }: ArticleRecord): Pick<ArticleData, 'isAccessibleForFree' | 'hasPart'> {
  if (free === undefined) return { isAccessibleForFree: true };
  const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: TEXT } as const;
  return { isAccessibleForFree: false, hasPart: part };
}

type People = { [Property in (typeof PROPERTIES)[CreditRole]]?: PersonLeaf[] };

function peopleOf(credits: readonly ResolvedCredit[], site: Site): People {
  const people: People = {};
  for (const { role, name, url } of credits) {
    const person = defined<PersonLeaf>({ '@type': 'Person', name, url: url && absoluteUrl(site, url) });
    const property = PROPERTIES[role];
    people[property] = [...(people[property] ?? []), person];
  }
  return people;
}

/** The oldest is what all others are translations of. */
function translationsOf(
  { url, translations }: Pick<RelatedStory, 'url' | 'translations'>,
  site: Site,
): Pick<ArticleData, 'workTranslation' | 'translationOfWork'> {
  if (!translations) return {};
  const works = translations.stories.map((story) => ({
    path: story.url,
    work: { '@type': 'NewsArticle', url: absoluteUrl(site, story.url), inLanguage: story.language } as const,
  }));
  if (url === translations.original) {
    return { workTranslation: works.filter(({ path }) => path !== url).map(({ work }) => work) };
  }
  const original = works.find(({ path }) => path === translations.original);
  return original ? { translationOfWork: original.work } : {};
}

/** The lead recordings of a story as structured data: schema.org `AudioObject` and `VideoObject`. */
function recordingsJsonLd(
  article: ArticleRecord,
  site: Site,
): { readonly audio: AudioObjectLeaf | undefined; readonly video: VideoObjectLeaf | undefined } {
  const { audio, video } = article;
  return {
    audio: audio && { '@type': 'AudioObject', ...describe(audio, article, site) },
    video: video && { '@type': 'VideoObject', ...describe(video, article, site) },
  };
}

/** What sound and moving pictures both have. */
type RecordingData = Omit<AudioObjectLeaf, '@type'> & Omit<VideoObjectLeaf, '@type'>;

function describe(
  { source, title, duration, poster, captions }: Recording,
  article: ArticleRecord,
  site: Site,
): RecordingData {
  const { headline, dek, picture, date, language } = article;
  const address = (path: string): string => absoluteUrl(site, mediaUrl(path));
  const thumbnail = poster ?? picture?.file;
  return defined<RecordingData>({
    name: title?.text ?? headline.text,
    description: dek?.text ?? headline.text,
    ...(source.kind === 'file'
      ? {
          contentUrl: address(source.path),
          encodingFormat: source.type,
          contentSize: source.size === undefined ? undefined : String(source.size),
        }
      : { url: source.url }),
    duration: duration === undefined ? undefined : isoDuration(duration),
    thumbnailUrl: thumbnail && absoluteUrl(site, singlePicture(thumbnail, 'whole', { site }).url),
    uploadDate: isoTime(date.instant, site.timeZone),
    inLanguage: language,
    caption: captions && { '@type': 'MediaObject', contentUrl: address(captions.path), encodingFormat: 'text/vtt' },
  });
}

/** ISO 8601: `PT1H2M30S`. */
function isoDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', rest > 0 ? `${rest}S` : ''].join('');
  return `PT${parts || '0S'}`;
}
