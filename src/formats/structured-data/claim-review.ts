import type { ClaimReview, WithContext } from 'schema-dts';
import type { Story } from '../../domain/story/story.ts';
import type { FactCheck } from '../../domain/story/article.ts';
import type { Html } from '../../domain/html.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import { isoMoment } from '../../time/print-time.ts';
import { jsonForScript } from './json-ld.ts';
import { publisherData } from './json-ld.ts';

/** What a story found of a claim as structured data: schema.org `ClaimReview`, as JSON-LD. */
export function claimReviewJsonLd(
  check: FactCheck,
  { article, url }: Pick<Story, 'article' | 'url'>,
  site: Site,
): Html {
  const { claim, claimant, date, rating } = check;
  const { name, scale } = rating;
  const review: WithContext<ClaimReview> = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: absoluteUrl(site, url),
    datePublished: isoMoment(article.date, site.timeZone),
    inLanguage: article.language,
    author: publisherData(site),
    claimReviewed: claim.text,
    itemReviewed: {
      '@type': 'Claim',
      text: claim.text,
      author: { '@type': claimant.isOrganization ? 'Organization' : 'Person', name: claimant.name },
      datePublished: isoMoment(date, site.timeZone),
      ...(check.url === undefined ? {} : { appearance: { '@type': 'CreativeWork', url: check.url } }),
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: name,
      ...(scale ? { ratingValue: scale.value, bestRating: scale.best, worstRating: scale.worst } : {}),
    },
  };
  return jsonForScript(review);
}
