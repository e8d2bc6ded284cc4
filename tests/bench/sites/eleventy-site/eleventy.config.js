// The configuration of the plain Eleventy site of the benchmark. What is the same for many pages is made once.
import { readFileSync } from 'node:fs';
import slugify from '@sindresorhus/slugify';
import markdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';

const PER_PAGE = 50;
const IN_FEED = 20;
const ZONE = 'Europe/London';
const SITE = JSON.parse(readFileSync('src/_data/site.json', 'utf8'));
const { sections, contributors } = JSON.parse(readFileSync('newsroom.json', 'utf8'));
const people = new Map(contributors.map((person) => [person.id, { ...person, url: `/contributors/${person.id}/` }]));
const titles = new Map(sections.map(({ id, title }) => [id, title]));
const markdown = markdownIt({ typographer: true }).use(footnote).use(headingIds);

// biome-ignore lint/style/noDefaultExport: Eleventy asks for it.
export default function configure(eleventy) {
  eleventy.setLibrary('md', markdown);
  eleventy.addPassthroughCopy({ 'src/assets': 'assets' });

  eleventy.addFilter('iso', (date) => timeOf(date).iso);
  eleventy.addFilter('printed', (date) => timeOf(date).text);
  eleventy.addFilter('rfc822', (date) => date.toUTCString());
  eleventy.addFilter('person', (id) => people.get(id));
  eleventy.addFilter('topicUrl', topicUrl);
  eleventy.addFilter('sectionTitle', (id) => titles.get(id));
  eleventy.addFilter('markdown', (text) => markdown.render(text));
  eleventy.addFilter('headline', once(headline));
  eleventy.addFilter('structuredData', structuredData);
  eleventy.addFilter('rssItem', once(rssItem));
  eleventy.addFilter('atomEntry', once(atomEntry));
  eleventy.addFilter('jsonItem', once(jsonItem));
  eleventy.addShortcode('masthead', once(masthead));

  const stories = lastOf((api) =>
    api
      .getAllSorted()
      .filter(({ data }) => data.layout === 'story.njk')
      .reverse(),
  );
  eleventy.addCollection('stories', stories);
  eleventy.addCollection('newest', (api) => stories(api).slice(0, 37));
  eleventy.addCollection('sectionPages', (api) => {
    const groups = groupBy(stories(api), ({ data }) => [data.section]);
    return sections.flatMap(({ id, title }) => pagesOf(groups.get(id) ?? [], `/${id}/`, { id, title }));
  });
  eleventy.addCollection('topicPages', (api) =>
    [...groupBy(stories(api), ({ data }) => data.topics)].flatMap(([title, group]) =>
      pagesOf(group, topicUrl(title), { title }),
    ),
  );
  eleventy.addCollection('contributorPages', (api) => {
    const groups = groupBy(stories(api), ({ data }) => data.contributors);
    return [...people.values()].flatMap((person) => pagesOf(groups.get(person.id) ?? [], person.url, { person }));
  });
  eleventy.addCollection('feeds', (api) => {
    const all = stories(api);
    const feed = (href, title, group) => ({
      href,
      title: title ? `${title} – ${SITE.title}` : SITE.title,
      stories: (group ?? []).slice(0, IN_FEED),
    });
    const bySection = groupBy(all, ({ data }) => [data.section]);
    const byPerson = groupBy(all, ({ data }) => data.contributors);
    return [
      feed('/', undefined, all),
      ...sections.map(({ id, title }) => feed(`/${id}/`, title, bySection.get(id))),
      ...[...groupBy(all, ({ data }) => data.topics)].map(([title, group]) => feed(topicUrl(title), title, group)),
      ...[...people.values()].map(({ id, name, url }) => feed(url, name, byPerson.get(id))),
    ];
  });
  eleventy.addCollection('days', (api) => timesOf(stories(api), 10));
  eleventy.addCollection('months', (api) => timesOf(stories(api), 7));
  eleventy.addCollection('years', (api) => timesOf(stories(api), 4));

  return { dir: { input: 'src' }, markdownTemplateEngine: false };
}

/** What links to a part of a story: headings have the id that Hugo would give them. */
function headingIds(md) {
  md.core.ruler.push('heading-ids', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type === 'heading_open') token.attrSet('id', slugify(tokens[index + 1].content));
    });
  });
}

/** The stories of a list, fifty a page, from the newest on. */
function pagesOf(stories, href, list) {
  const count = Math.max(1, Math.ceil(stories.length / PER_PAGE));
  const address = (index) => (index === 0 ? href : `${href}page/${index + 1}/`);
  return Array.from({ length: count }, (_, index) => ({
    ...list,
    front: href,
    href: address(index),
    isFirst: index === 0,
    stories: stories.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
    earlier: index + 1 < count ? address(index + 1) : undefined,
    later: index > 0 ? address(index - 1) : undefined,
  }));
}

/** Days, months or years, by so many letters of the date: each with its stories and with the times within it. */
function timesOf(stories, letters) {
  const times = groupBy(stories, ({ date }) => [timeOf(date).iso.slice(0, letters)]);
  return [...times].reverse().map(([key, group]) => ({
    key,
    href: `/${key.replaceAll('-', '/')}/`,
    title: dayTitle(group[0].date, letters),
    stories: group,
    parts: [...groupBy(group, ({ date }) => [timeOf(date).iso.slice(0, letters + 3)])]
      .reverse()
      .map(([part, inner]) => ({
        href: `/${part.replaceAll('-', '/')}/`,
        title: dayTitle(inner[0].date, letters + 3),
        count: inner.length,
      })),
  }));
}

function dayTitle(date, letters) {
  const { day, month, year } = timeOf(date);
  if (letters === 4) return year;
  return letters === 7 ? `${month} ${year}` : `${day} ${month} ${year}`;
}

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const MONTHS = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(2026, index, 15)),
);
const times = new Map();

/** A time as it is printed in the newsroom's zone. */
function timeOf(date) {
  const known = times.get(date.getTime());
  if (known) return known;
  const parts = Object.fromEntries(PARTS.formatToParts(date).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, timeZoneName: zone } = parts;
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  const offset = zone === 'BST' ? '+01:00' : '+00:00';
  const time = {
    ...{ year, month, day },
    iso: `${year}-${number}-${day.padStart(2, '0')}T${hour}:${minute}:00${offset}`,
    text: `${day} ${month} ${year} at ${hour}:${minute} ${zone}`,
  };
  times.set(date.getTime(), time);
  return time;
}

const topicUrls = new Map();

function topicUrl(name) {
  if (!topicUrls.has(name)) topicUrls.set(name, `/topics/${slugify(name)}/`);
  return topicUrls.get(name);
}

function headline({ url, data, date }) {
  const { iso, text } = timeOf(date);
  return `<li><a href="${url}" lang="en-GB" dir="ltr">${escapeHtml(data.title)}</a> <time datetime="${iso}">${text}</time></li>`;
}

/** A story in feeds: what an address of a part of it leads to is told in full. */
function contentOf({ url, data, content }) {
  return `<p><em>${escapeHtml(data.description)}</em></p>${content.replaceAll('href="#', `href="${SITE.url}${url}#`)}`;
}

function rssItem(story) {
  const { url, data, date } = story;
  const creators = data.contributors.map((id) => `<dc:creator>${escapeHtml(people.get(id).name)}</dc:creator>`);
  const tags = [titles.get(data.section), ...data.topics].map((tag) => `<category>${escapeHtml(tag)}</category>`);
  const address = SITE.url + url;
  return `<item><title>${escapeHtml(data.title)}</title><link>${address}</link><guid isPermaLink="true">${address}</guid><pubDate>${date.toUTCString()}</pubDate>
${creators.join('')}${tags.join('')}
<description>${escapeHtml(data.description)}</description><content:encoded><![CDATA[${contentOf(story)}]]></content:encoded></item>`;
}

function atomEntry(story) {
  const { url, data, date } = story;
  const { iso } = timeOf(date);
  const authors = data.contributors.map(
    (id) =>
      `<author><name>${escapeHtml(people.get(id).name)}</name><uri>${SITE.url}${people.get(id).url}</uri></author>`,
  );
  const tags = [titles.get(data.section), ...data.topics].map((tag) => `<category term="${escapeHtml(tag)}"/>`);
  const address = SITE.url + url;
  return `<entry><id>${address}</id><title>${escapeHtml(data.title)}</title><link rel="alternate" type="text/html" href="${address}"/><published>${iso}</published><updated>${iso}</updated>
${authors.join('')}${tags.join('')}
<summary>${escapeHtml(data.description)}</summary><content type="html"><![CDATA[${contentOf(story)}]]></content></entry>`;
}

function jsonItem(story) {
  const { url, data, date } = story;
  const { iso } = timeOf(date);
  return JSON.stringify({
    id: SITE.url + url,
    url: SITE.url + url,
    title: data.title,
    content_html: contentOf(story),
    summary: data.description,
    date_published: iso,
    date_modified: iso,
    authors: data.contributors.map((id) => ({ name: people.get(id).name, url: SITE.url + people.get(id).url })),
    tags: [titles.get(data.section), ...data.topics],
  });
}

/** With the section that one is in marked; on the home page the name of the paper is the heading. */
function masthead(current) {
  const name = escapeHtml(SITE.title);
  const links = sections.map(
    ({ id, title }) =>
      `<li><a href="/${id}/"${id === current ? ' aria-current="page"' : ''}>${escapeHtml(title)}</a></li>`,
  );
  const plate =
    current === 'home'
      ? `<h1 class="nameplate"><a href="/" aria-current="page">${name}</a></h1>`
      : `<p class="nameplate"><a href="/">${name}</a></p>`;
  return `<header class="site-header" lang="en-GB" dir="ltr"><a class="skip-link" href="#content">Skip to content</a>${plate}<nav class="sections" aria-label="Sections"><ul>${links.join('')}</ul></nav></header>`;
}

function structuredData(content, page, title, description, contributors, section, topics) {
  const url = `${SITE.url}${page.url}`;
  const { iso } = timeOf(page.date);
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    url,
    headline: title,
    description,
    datePublished: iso,
    dateModified: iso,
    author: contributors.map((id) => ({
      '@type': 'Person',
      name: people.get(id).name,
      url: SITE.url + people.get(id).url,
    })),
    publisher: { '@type': 'NewsMediaOrganization', name: SITE.title, url: `${SITE.url}/` },
    articleSection: titles.get(section),
    keywords: topics,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    wordCount: content.replace(/<[^>]*>/g, ' ').match(/\S+/g).length,
  }).replaceAll('<', '\\u003c');
}

function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function groupBy(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** A function that gives what it gave before for the same argument. */
function once(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}

/** The same for the latest argument only. */
function lastOf(make) {
  let last;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
