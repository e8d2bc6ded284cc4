import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { type RelatedStory, type Relations, relationsOf, type Story } from '../../domain/story/story.ts';
import type { Html } from '../../domain/html.ts';
import { lastChange } from '../../domain/story/changes.ts';
import type { Moment } from '../../domain/dates.ts';
import { href, sectionUrl, type Site } from '../../domain/site/site.ts';
import { siteIn } from '../../domain/languages.ts';
import { breadcrumbJsonLd } from '../../formats/structured-data/web-page.ts';
import { claimReviewJsonLd } from '../../formats/structured-data/claim-review.ts';
import { liveBlogJsonLd } from '../../formats/structured-data/live-blog.ts';
import { newsArticleJsonLd } from '../../formats/structured-data/news-article.ts';
import { isPublishedCorrection } from '../../domain/corrections/notice.ts';
import type { Picture, Recording } from '../../domain/media/files.ts';
import type { Label } from '../../domain/story/article.ts';
import { type PrintedNotice, printNotices } from '../../markdown/directives/correction.ts';
import { cutPosts } from '../../markdown/live-blog.ts';
import { printRecording } from '../../markdown/media/print-recording.ts';
import { printTime } from '../../time/print-time.ts';
import { type Words, wordsIn } from '../../words/words.ts';
import {
  type Card,
  makeCard,
  makeHeadline,
  type PrintedLabel,
  type PrintedPicture,
  printLabel,
  printPicture,
} from './card.ts';
import { printCreditSentences } from './credits.ts';
import { facesIn, printFaces } from './faces.ts';
import { printReadingTime } from './reading-time.ts';
import { type PrintedFactCheck, printFactCheck } from './fact-check.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import type { Link } from '../site/link.ts';
import { socialCard } from '../site/social-card.ts';
import { makeLiveStrip, type PrintedStrip } from './live-strip.ts';
import { openGraphOf, socialImageOf } from './open-graph.ts';
import { type LanguageLink, makeTranslationLinks } from '../languages.ts';
import { type PartOnPage, partOnPage, type PrintedPart, printPart } from '../lists/series-page.ts';
import { type PhrasedTime, phraseTime, type PrintedHistory, printHistory } from './history.ts';
import { printNames, type TextPart } from './names.ts';
import { type PrintedLive, printLive } from '../live-blog.ts';
import type { Materials } from '../surroundings.ts';
import { printBody } from './body.ts';
import { linkCleanTexts } from './clean-text.ts';
import { type PrintedViewer, printViewer } from './picture-viewer.ts';
import type { PageKind } from '../page-kind.ts';
import type { Claim } from '../../diagnostics/claim.ts';
import { valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';

/** What the layouts of stories print. */
export interface ArticlePage {
  readonly frame: Frame;
  readonly liveStrip: PrintedStrip | undefined;
  readonly kicker: { readonly text: string; readonly href: string | undefined } | undefined;
  readonly label: PrintedLabel | undefined;
  readonly headline: Html;
  readonly dek: Html | undefined;
  readonly byline: readonly TextPart[];
  /** Portraits of those who wrote it. */
  readonly faces: readonly PrintedPicture[];
  /** “6 minutes to read”, of what takes that long. */
  readonly readingTime: string | undefined;
  /** Which of the forms it has that look different from news. */
  readonly form: StoryForm | undefined;
  readonly published: PhrasedTime;
  readonly updated: PhrasedTime | undefined;
  /** The ways to the story in other languages, each in its own words. */
  readonly translations: readonly LanguageLink[];
  readonly picture: PrintedPicture | undefined;
  /** Sound and moving pictures at the head of the story. */
  readonly recordings: readonly Html[];
  readonly factCheck: PrintedFactCheck | undefined;
  /** Of a live blog, what stands before its posts. */
  readonly body: Html;
  /** Of a story with pictures that open larger. */
  readonly viewer: PrintedViewer | undefined;
  readonly live: PrintedLive | undefined;
  readonly credits: readonly (readonly TextPart[])[];
  readonly notices: readonly PrintedNotice[];
  readonly history: PrintedHistory | undefined;
  readonly topics: { readonly label: string; readonly links: readonly Link[] };
  /** Its place in its series. */
  readonly part: PrintedPart | undefined;
  /** Stories to read after it. */
  readonly related: { readonly title: string; readonly cards: readonly Card[] };
  /** What readers can do with it, where a script makes that work: see `layouts/scripts/reader.js`. */
  readonly share: { readonly share: string; readonly copy: string; readonly copied: string };
}

/** The forms of journalism that have a look of their own. */
type StoryForm = Exclude<Label, 'sponsored' | 'satire'>;

/** What the page of a story is made of. */
export interface ArticleSubject extends Relations, Pick<RelatedStory, 'related' | 'translations'> {
  readonly story: Story;
  readonly part: PartOnPage | undefined;
  readonly layout: string;
  /** Changes with anything of the article. */
  readonly fingerprint: string;
  /** When it was changed last, if it was. */
  readonly changed: Moment | undefined;
  /** Whether it has a live strip at the moment of publication; from `until` on, a strip is not printed any more. */
  readonly hasStrip: boolean;
  /** The portraits of those who wrote it. */
  readonly faces: readonly Picture[];
}

export const articlePage: PageKind<ArticleSubject, ArticlePage> = {
  list: listArticles,
  urlOf: ({ story }) => story.url,
  layout: (subject) => subject.layout,
  make: makeArticlePage,
  sitemap: { none: 'stories have sitemaps of their own' },
  claims: { story: claimArticles },
  everyShard: 'with its story',
  changesAt: changesOfStories,
  navigation: undefined,
};

function listArticles(edition: Edition): readonly ArticleSubject[] {
  const { site, stories, now } = edition;
  const facesOf = facesIn(edition);
  const hasSiteStrip = (site.liveStrip?.until ?? Number.POSITIVE_INFINITY) > now;
  return stories.map((story) => {
    const { entry, part, related, translations } = story;
    const hasStrip = entry.stripUntil === undefined ? hasSiteStrip : entry.stripUntil > now;
    const { layout, fingerprint } = entry;
    const onPage = part && partOnPage(part);
    const changed = lastChange(entry, now);
    const faces = facesOf(story.credits);
    const ofEdition = { part: onPage, related, translations, changed, hasStrip, faces };
    return { story, layout, fingerprint, ...relationsOf(story), ...ofEdition };
  });
}

function* claimArticles({ checked }: EditionToBe): Generator<Claim> {
  for (const { url, entry } of checked) {
    const { path, hasPermalink, draft } = entry;
    const at = hasPermalink ? valueAt('permalink') : WHOLE_FILE;
    yield { url, holderOf: () => ({ path, at, what: 'this story', isChosen: hasPermalink, isDraft: draft }) };
  }
}

/**
 * When an embargo or a live strip ends, a live blog begins, has a post that is due, or ends, or what a story says of itself is
 * not of the future any more.
 */
function* changesOfStories({ site, stories, heldBack }: Edition): Generator<number> {
  for (const { until } of heldBack) if (until !== undefined) yield until;
  if (site.liveStrip?.until !== undefined) yield site.liveStrip.until;
  for (const { entry } of stories) {
    const { stripUntil, changes, live } = entry;
    if (stripUntil !== undefined) yield stripUntil;
    for (const { date } of changes) yield date.instant;
    if (!live) continue;
    yield live.start;
    if (live.end !== undefined) yield live.end;
    yield* live.posts;
  }
}

/** Makes the page of a story. */
function makeArticlePage(subject: ArticleSubject, materials: Materials): ArticlePage {
  const { story, topics, credits, references, part, related, translations, changed, faces } = subject;
  const { url, section, live, article } = story;
  const { site } = materials;
  const { language } = article;
  const words = wordsIn(language, site.words);
  const printing = { site, language };
  const bylines = credits.filter(({ role }) => role === 'byline');
  const local = siteIn(language, site);
  const frontUrl = section && sectionUrl(section, local);
  const { time: published } = makeHeadline(story, site);
  const updated = changed && printTime(changed, language, site.timeZone);
  const kicker = article.kicker ?? section?.title;
  const cut = cutPosts(materials.textOf(story));
  const print = (html: Html): Html => printBody({ html, references }, site);
  const posts = new Map(cut.posts.map(({ index, html }) => [index, print(html)]));
  const text = { before: print(cut.before), after: print(cut.after) };
  const corrections = article.corrections.filter((notice) => isPublishedCorrection(notice, { article, live }));
  const ofLive = live && liveBlogJsonLd({ article, url, live, posts }, site);
  const data: ArticlePage = {
    frame: makeFrame(
      {
        url,
        title: article.shortHeadline ?? article.headline.text,
        language,
        description: article.dek?.text ?? article.headline.text,
        canonical: article.canonical,
        alternates: translations?.stories,
        isIndexed: !article.noindex,
        hasPodcast: article.audio?.source.kind === 'file' && !article.noindex,
        sectionUrl: frontUrl,
        texts: linkCleanTexts(story, site),
        properties: openGraphOf({ article, changed, section, topics, credits }, site),
        image: socialImageOf(article, site),
        card: socialCard({ language, headline: article.headline.text, section: section?.id, hasKicker: true }, site),
        structuredData: newsArticleJsonLd(
          { article: { ...article, corrections }, url, changed, section, topics, credits, part, translations, ofLive },
          local,
        ),
        furtherData: furtherDataOf(story, local),
        bodies: [text.before, ...posts.values(), text.after],
      },
      materials,
    ),
    liveStrip: subject.hasStrip ? makeLiveStrip(story, site) : undefined,
    kicker: kicker === undefined ? undefined : { text: kicker, href: frontUrl && href(site, frontUrl) },
    label: article.label && printLabel(article.label, words),
    headline: article.headline.html,
    dek: article.dek?.html,
    byline: bylines.length > 0 ? printNames(words('by'), bylines, printing) : [],
    faces: printFaces(faces, site),
    readingTime: printReadingTime(article, site),
    form: formOf(article.label),
    published: phraseTime(words('published'), published),
    updated: updated && updated.text !== published.text ? phraseTime(words('updated'), updated) : undefined,
    translations: makeTranslationLinks(translations?.stories ?? [], url, site),
    picture: article.picture && printPicture(article.picture, 'whole', site),
    recordings: [article.video, article.audio].flatMap((recording) => printLead(recording, { site, words, article })),
    factCheck: article.factCheck && printFactCheck(article.factCheck, printing),
    body: text.before,
    viewer: printViewer([text.before, ...posts.values(), text.after], {
      site,
      language,
      viewer: materials.assets.viewer,
    }),
    live:
      article.live &&
      live &&
      printLive(
        {
          article,
          url,
          blog: article.live,
          live,
          posts,
          after: text.after,
          script: href(site, materials.assets.liveBlog),
        },
        site,
      ),
    credits: printCreditSentences(credits, words, printing),
    notices: printNotices(article, { site, words }),
    history: printHistory({ article, live, changed }, { site, words }),
    topics: {
      label: words('topics'),
      links: topics.map((topic) => ({ label: topic.name, href: href(site, topic.url) })),
    },
    part: part && printPart(part, language, site),
    related: { title: words('related'), cards: related.map((one) => makeCard(one, site)) },
    share: { share: words('share'), copy: words('copyLink'), copied: words('linkCopied') },
  };
  return data;
}

function formOf(label: Label | undefined): StoryForm | undefined {
  return label === 'sponsored' || label === 'satire' ? undefined : label;
}

function printLead(
  recording: Recording | undefined,
  {
    site,
    words,
    article: { language, label },
  }: { readonly site: Site; readonly words: Words } & Pick<Story, 'article'>,
): readonly Html[] {
  if (!recording) return [];
  const transcriptId = recording.hasTranscript ? `transcript-${recording.kind}` : undefined;
  return [printRecording(recording, { site, language, words, sponsored: label === 'sponsored', transcriptId })];
}

/** The way to a story, as far as it prints it: its section; and what it found of a claim. */
function furtherDataOf(story: Story, site: Site): readonly Html[] {
  const { article, url, section } = story;
  const steps = section && [
    { label: section.title, href: href(site, sectionUrl(section, site)) },
    { label: article.headline.text, href: href(site, url) },
  ];
  return [
    ...(steps ? [breadcrumbJsonLd(steps, site)] : []),
    ...(article.factCheck ? [claimReviewJsonLd(article.factCheck, story, site)] : []),
  ];
}
