import { describe, expect, it } from 'vitest';
import { faultsOfNode } from './faults-of-json-ld.ts';

const CONTEXT = { '@context': 'https://schema.org' };

describe('what the vocabulary says', () => {
  it.each([
    [{ '@type': 'NewsArticle', headline: 'A', dateline: 'OSLO', wordCount: 3, isAccessibleForFree: true }],
    [{ '@type': 'ReviewNewsArticle', dateline: 'OSLO', itemReviewed: { '@type': 'Book', name: 'B' } }],
    [{ '@type': 'OpinionNewsArticle', author: [{ '@type': 'Person', name: 'A', sameAs: ['https://a.example/'] }] }],
    [{ '@type': 'NewsMediaOrganization', logo: 'https://a.example/a.png', ethicsPolicy: 'https://a.example/' }],
    [{ '@type': 'ListItem', item: { '@id': 'https://a.example/' }, position: 1 }],
    [{ '@type': 'Claim', datePublished: '2026-11-23', author: { '@type': 'NewsMediaOrganization', name: 'A' } }],
    [{ '@type': 'LiveBlogPosting', coverageStartTime: '2026-11-23T07:30:00+00:00' }],
  ])('is nothing of what is in it: %j', (node) => {
    expect(faultsOfNode({ ...CONTEXT, ...node })).toEqual([]);
  });

  it.each([
    [{ '@type': 'NewsStory' }, ': no type NewsStory'],
    [{ '@type': 'Text' }, ': no type Text'],
    [{ '@type': 'SatiricalArticle', dateline: 'OSLO' }, 'SatiricalArticle.dateline: no property of this type'],
    [{ '@type': 'NewsArticle', headlin: 'A' }, 'NewsArticle.headlin: no property of this type'],
    [{ '@type': 'NewsArticle', headline: '' }, 'NewsArticle.headline: "" is not Text'],
    [{ '@type': 'NewsArticle', wordCount: '3' }, 'NewsArticle.wordCount: "3" is not Integer'],
    [{ '@type': 'NewsArticle', datePublished: '23 November' }, 'is not Date or DateTime'],
    [{ '@type': 'NewsArticle', datePublished: '2026-11-23T07:30:00' }, 'is not Date or DateTime'],
    [{ '@type': 'NewsArticle', author: 'Jo' }, 'NewsArticle.author: "Jo" is not Organization or Person'],
    [{ '@type': 'NewsArticle', author: { '@type': 'Place', name: 'A' } }, 'Place is not Organization or Person'],
    [
      { '@type': 'NewsArticle', author: { '@type': 'Person', nme: 'A' } },
      'NewsArticle.author → Person.nme: no property of this type',
    ],
    [{ '@type': 'NewsArticle', url: '/a/' }, 'NewsArticle.url: "/a/" is not URL'],
    [{ '@type': 'ImageObject', width: 1200 }, 'is not Distance or QuantitativeValue'],
    [{ '@type': 'WebPage', keywords: [] }, 'an empty list'],
    [{ '@type': 'WebPage', '@context': 'http://example.com' }, 'the context'],
  ])('is what is wrong: %j', (node, fault) => {
    expect(faultsOfNode({ ...CONTEXT, ...node })).toEqual([expect.stringContaining(fault)]);
  });
});
