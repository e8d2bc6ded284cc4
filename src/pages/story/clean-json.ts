import { isPublishedCorrection } from '../../domain/corrections/notice.ts';
import type { Moment } from '../../domain/dates.ts';
import type { FactCheck } from '../../domain/story/article.ts';
import { mediaUrl, type Picture, type Recording } from '../../domain/media/files.ts';
import { singlePicture } from '../../domain/media/printed-picture.ts';
import { absoluteUrl, sectionUrl, type Site } from '../../domain/site/site.ts';
import { siteIn } from '../../domain/languages.ts';
import { markdownOf } from '../../formats/clean-text/markdown.ts';
import { noticeJson } from '../../formats/corrections.ts';
import { isoMoment } from '../../time/print-time.ts';
import type { CleanPrinting } from './clean-parts.ts';

/**
 * A story as plain JSON: what its front matter and its page say, and the text as Markdown. What it lacks is left out. Documented for those who
 * read it in docs/writing.md.
 */
export function printCleanJson(printing: CleanPrinting): string {
  const { story, topics, credits, series, translations, changed, site, parts, away } = printing;
  const { article, section, live, url } = story;
  const time = (moment: Moment): string => isoMoment(moment, site.timeZone);
  const whole = (path: string): string => absoluteUrl(site, path);
  const link = (name: string, path: string | undefined): object => ({ name, url: path && whole(path) });
  const published = article.corrections.filter((correction) => isPublishedCorrection(correction, { article, live }));
  const others = (translations?.stories ?? []).filter((other) => other.url !== url);
  const text = [markdownOf(parts.before, away), markdownOf(parts.after, away)].filter((part) => part !== '');
  return `${JSON.stringify({
    url: whole(url),
    language: article.language,
    headline: article.headline.text,
    dek: article.dek?.text,
    kicker: article.kicker,
    label: article.label,
    section: section && link(section.title, sectionUrl(section, siteIn(article.language, site))),
    series: series && link(series.title, series.url),
    topics: list(topics.map((topic) => link(topic.name, topic.url))),
    published: time(article.date),
    updated: changed && time(changed),
    authors: list(credits.filter(({ role }) => role === 'byline').map((person) => link(person.name, person.url))),
    credits: list(
      credits
        .filter(({ role }) => role !== 'byline')
        .map(({ role, name, url: page, place }) => ({ role, ...link(name, page), place })),
    ),
    picture: article.picture && pictureOf(article.picture, site),
    recordings: list([article.video, article.audio].flatMap((recording) => recordingOf(recording, site))),
    factCheck: article.factCheck && factCheckOf(article.factCheck, site),
    live: article.live && {
      state: live?.phase,
      start: time(article.live.start ?? article.date),
      end: article.live.end && time(article.live.end),
    },
    markdown: text.join('\n\n'),
    posts: list(
      parts.posts.map(({ id, date, title, html }) => ({
        url: `${whole(url)}#${id}`,
        published: time(date),
        title: title?.text,
        markdown: markdownOf(html, away),
      })),
    ),
    corrections: list(published.map((notice) => noticeJson(notice, site))),
    updates: list(article.updates.map((notice) => noticeJson(notice, site))),
    translations: list(others.map((other) => ({ language: other.language, url: whole(other.url) }))),
    publisher: { name: site.publisher.name, url: whole(site.home) },
  })}\n`;
}

/** A list; of an empty one, nothing. */
function list<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function pictureOf({ file, alt, caption, credit, licence }: Picture, site: Site): object {
  const { url, width, height } = singlePicture(file, 'whole', { site });
  return { url: absoluteUrl(site, url), width, height, alt, caption: caption?.text, credit, licence };
}

function recordingOf(recording: Recording | undefined, site: Site): readonly object[] {
  if (!recording) return [];
  const { kind, source, title, duration } = recording;
  const url = source.kind === 'elsewhere' ? source.url : absoluteUrl(site, mediaUrl(source.path));
  return [{ kind, url, title: title?.text, seconds: duration }];
}

function factCheckOf({ claim, claimant, date, rating, url }: FactCheck, site: Site): object {
  const { name, scale } = rating;
  return {
    claim: claim.text,
    claimant: claimant.name,
    date: isoMoment(date, site.timeZone),
    url,
    rating: { name, ...scale },
  };
}
