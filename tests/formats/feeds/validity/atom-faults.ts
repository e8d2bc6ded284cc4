import { Check } from './check.ts';
import { contentFaults } from './content-faults.ts';
import { type Cardinality, childrenOf, nameOf, rootOf, shapeFaults, textsOf } from './elements.ts';
import { mediaFaults } from './media-faults.ts';

const FEED: Readonly<Record<string, Cardinality>> = {
  'atom:id': 'one',
  'atom:title': 'one',
  'atom:subtitle': 'optional',
  'atom:updated': 'one',
  'atom:link': 'any',
  'atom:author': 'any',
  'atom:generator': 'optional',
  'atom:logo': 'optional',
  'atom:entry': 'any',
};
const ENTRY: Readonly<Record<string, Cardinality>> = {
  'atom:id': 'one',
  'atom:title': 'one',
  'atom:link': 'any',
  'atom:published': 'optional',
  'atom:updated': 'one',
  'atom:author': 'any',
  'atom:contributor': 'any',
  'atom:category': 'any',
  'atom:summary': 'optional',
  'media:content': 'optional',
  'atom:content': 'one',
};

/** What is wrong with a feed by RFC 4287, and by what the W3C feed validator checks beyond. */
export function atomFaults(xml: string, self: string): readonly string[] {
  const check = new Check();
  const root = rootOf(xml);
  check.demand(nameOf(root) === 'atom:feed', 'no Atom feed');
  check.faults.push(...shapeFaults(root, { children: FEED }));
  const entries = childrenOf(root, 'atom:entry');
  checkCommon(root, check);
  check.language(root.getAttribute('xml:lang'), 'language of the feed');
  for (const logo of textsOf(root, 'atom:logo')) check.webAddress(logo, 'logo');
  const links = childrenOf(root, 'atom:link');
  const own = links.filter((link) => link.getAttribute('rel') === 'self');
  check.demand(own.length === 1 && own[0]?.getAttribute('href') === self, 'no link to itself');
  for (const entry of entries) checkEntry(entry, check);
  const hasAuthors = childrenOf(root, 'atom:author').length > 0;
  check.demand(hasAuthors || entries.every((entry) => childrenOf(entry, 'atom:author').length > 0), 'no author');
  check.unique(
    [root, ...entries].flatMap((element) => textsOf(element, 'atom:id')),
    'an id',
  );
  const times = entries.flatMap((entry) => textsOf(entry, 'atom:updated')).map(Date.parse);
  const updated = Date.parse(textsOf(root, 'atom:updated')[0] ?? '');
  check.demand(updated === Math.max(0, ...times), 'the feed was updated when no entry was');
  return check.faults;
}

/** What a feed and an entry have alike. */
function checkCommon(element: Element, check: Check): void {
  const name = nameOf(element);
  for (const id of textsOf(element, 'atom:id')) check.iri(id, `id of ${name}`);
  for (const time of [...textsOf(element, 'atom:updated'), ...textsOf(element, 'atom:published')]) {
    check.time(time, `a time of ${name}`);
  }
  for (const text of ['atom:title', 'atom:subtitle', 'atom:summary']) {
    for (const said of textsOf(element, text)) check.said(said, `${text} of ${name}`);
  }
  for (const link of childrenOf(element, 'atom:link')) {
    check.faults.push(...shapeFaults(link, { children: {}, attributes: ['rel', 'type', 'href', 'length'] }));
    check.webAddress(link.getAttribute('href'), `a link of ${name}`);
  }
  const alternates = childrenOf(element, 'atom:link').filter((link) => link.getAttribute('rel') === 'alternate');
  check.unique(
    alternates.map((link) => link.getAttribute('type')),
    `an alternate of ${name}`,
  );
  check.demand(alternates.length > 0, `no page for ${name}`);
  for (const person of [...childrenOf(element, 'atom:author'), ...childrenOf(element, 'atom:contributor')]) {
    check.faults.push(...shapeFaults(person, { children: { 'atom:name': 'one', 'atom:uri': 'optional' } }));
    for (const text of textsOf(person, 'atom:name')) check.said(text, 'a name');
    for (const uri of textsOf(person, 'atom:uri')) check.webAddress(uri, 'the page of a person');
  }
}

function checkEntry(entry: Element, check: Check): void {
  check.faults.push(...shapeFaults(entry, { children: ENTRY }));
  checkCommon(entry, check);
  const [published = '', updated = ''] = ['atom:published', 'atom:updated'].map((name) => textsOf(entry, name)[0]);
  check.demand(Date.parse(published) <= Date.parse(updated), 'an entry that was updated before it was published');
  for (const category of childrenOf(entry, 'atom:category')) check.said(category.getAttribute('term'), 'a category');
  const language = entry.getAttribute('xml:lang');
  if (language !== null) check.language(language, 'language of an entry');
  for (const media of childrenOf(entry, 'media:content')) check.faults.push(...mediaFaults(media));
  for (const content of childrenOf(entry, 'atom:content')) {
    check.demand(content.getAttribute('type') === 'html' && content.children.length === 0, 'a content of another type');
    check.faults.push(...contentFaults(content.textContent));
  }
}
