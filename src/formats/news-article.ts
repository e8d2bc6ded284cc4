import type { Label } from '../domain/article.ts';
import type { CreditRole } from '../domain/credit.ts';
import type { RelatedStory, ResolvedCredit } from '../domain/edition.ts';
import type { Html } from '../domain/html.ts';
import { mediaUrl } from '../domain/media-url.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import { isoTime } from '../time/print-time.ts';
import { jsonForScript } from './json-ld.ts';
import { recordingsJsonLd } from './recordings.ts';

const TYPES: Readonly<Record<Label, string>> = {
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  sponsored: 'AdvertiserContentArticle',
  satire: 'SatiricalArticle',
  review: 'ReviewNewsArticle',
};

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

/** A story as structured data: schema.org `NewsArticle` or the subtype that its label says, as JSON-LD. */
export function newsArticleJsonLd(
  story: Pick<RelatedStory, 'article' | 'url' | 'section' | 'topics' | 'credits' | 'part'>,
  site: Site,
): Html {
  const { article, url, section, topics, part } = story;
  const { picture } = article;
  const time = (instant: number): string => isoTime(instant, site.timeZone);
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': article.label ? TYPES[article.label] : 'NewsArticle',
    mainEntityOfPage: article.canonical ?? absoluteUrl(site, url),
    url: absoluteUrl(site, url),
    headline: article.headline.text,
    alternativeHeadline: article.shortHeadline,
    description: article.dek?.text,
    datePublished: time(article.date.instant),
    dateModified: time((article.updated ?? article.date).instant),
    dateline: article.dateline,
    ...peopleOf(story.credits, site),
    publisher: publisherOf(site),
    articleSection: section?.title,
    isPartOf: part && {
      '@type': 'CreativeWorkSeries',
      name: part.series.title,
      url: absoluteUrl(site, part.series.url),
    },
    position: part?.number,
    keywords: topics.length > 0 ? topics.map(({ name }) => name) : undefined,
    inLanguage: article.language,
    isAccessibleForFree: true,
    wordCount: article.body.wordCount,
    image: picture && {
      '@type': 'ImageObject',
      url: absoluteUrl(site, mediaUrl(picture.file.path)),
      width: picture.file.width,
      height: picture.file.height,
      caption: picture.caption?.text,
      creditText: picture.credit,
    },
    ...recordingsJsonLd(article, site),
    correction:
      article.corrections.length > 0
        ? article.corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            datePublished: time(date.instant),
            text: text.text,
          }))
        : undefined,
  });
}

function peopleOf(credits: readonly ResolvedCredit[], site: Site): Readonly<Record<string, readonly object[]>> {
  const people: Record<string, object[]> = {};
  for (const { role, name, url } of credits) {
    const person = { '@type': 'Person', name, url: url && absoluteUrl(site, url) };
    const property = PROPERTIES[role];
    people[property] = [...(people[property] ?? []), person];
  }
  return people;
}

function publisherOf(site: Site): object {
  const { name, logo, corrections, ethics, ownership } = site.publisher;
  const absolute = (url: string | undefined): string | undefined =>
    url?.startsWith('/') ? absoluteUrl(site, url) : url;
  return {
    '@type': 'NewsMediaOrganization',
    name,
    url: absoluteUrl(site, '/'),
    logo: logo && { '@type': 'ImageObject', url: absoluteUrl(site, mediaUrl(logo)) },
    correctionsPolicy: absolute(corrections),
    ethicsPolicy: absolute(ethics),
    ownershipFundingInfo: absolute(ownership),
  };
}
