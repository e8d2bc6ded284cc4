import { expect, test } from 'vitest';
import { contradictionsOf, nodesIn } from '../formats/structured-data/contradictions-of.ts';
import { faultsOfNode } from '../formats/structured-data/faults-of-json-ld.ts';
import { demoPages, ORIGIN } from './demo.ts';
import { documentOf } from '../newsroom/document-of.ts';

const PAGES = () =>
  demoPages()
    .filter(({ html }) => !html.includes('http-equiv="refresh"'))
    .map(({ path, html }) => ({ path, document: documentOf(html) }));

test('the structured data of every page is valid by the vocabulary of schema.org', () => {
  const nodes = PAGES().flatMap(({ path, document }) => nodesIn(document).map((node) => ({ path, node })));
  const faults = nodes.flatMap(({ path, node }) => faultsOfNode(node).map((fault) => `${path} ${fault}`));

  expect(nodes.length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});

test('the structured data of every page says what the page says', () => {
  const pages = PAGES();
  const types = pages.flatMap(({ document }) => nodesIn(document).map((node) => node['@type']));
  const wanted = ['NewsArticle', 'OpinionNewsArticle', 'CollectionPage', 'BreadcrumbList', 'ClaimReview', 'WebSite'];

  expect(wanted.filter((type) => !types.includes(type))).toEqual([]);
  expect(
    pages.flatMap(({ path, document }) => contradictionsOf(document, ORIGIN).map((it) => `${path} ${it}`)),
  ).toEqual([]);
});
