import type { Article, Reference } from '../../domain/story/article.ts';
import { noticeId } from '../../domain/corrections/notice.ts';
import { pathToCheck, type Site } from '../../domain/site/site.ts';
import type { Credit } from '../../domain/contributors.ts';
import { asHtml } from '../../domain/html.ts';
import { type Manuscript, needlesFor } from '../../domain/content/source.ts';
import { readAnchors } from '../own-pages/page-text.ts';
import { WHOLE_FILE } from '../../diagnostics/finding.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import { printFiles } from '../../domain/media/printed-picture.ts';
import { href } from '../../domain/site/site.ts';
import { partsOfPosts } from '../../markdown/live-blog.ts';
import { printTranscript } from '../../markdown/media/print-recording.ts';
import type { RecordingRead } from '../../markdown/media/read-recording.ts';
import { renderLine, renderText } from '../../markdown/render-text.ts';
import { type Words, wordsIn } from '../../words/words.ts';
import { countWordsRead } from './count-words.ts';
import { readAliases } from '../redirects/redirects.ts';
import { readCredits } from './credits.ts';
import { fillIn, type FilledIn, isOfDefault } from './defaults.ts';
import { readFactCheck } from './fact-check.ts';
import { readLanguage, readTranslations } from '../languages.ts';
import { readLaterMoment } from './dates.ts';
import { readLayout } from './layout.ts';
import { readLive } from '../live-blog.ts';
import { readLiveStrip } from '../site/live-strip.ts';
import { readNotices } from '../corrections.ts';
import { Reader } from '../reader.ts';
import { judgeTextsOfKeys } from '../rules/texts-of-keys.ts';
import { RULES } from '../rules/rules.ts';
import { articleSchema, type ArticleValues } from './article-schema.ts';
import { readSection, readSeriesId } from '../lists.ts';
import type { Setting, Validated } from '../setting.ts';
import { checkShape } from '../shape.ts';
import { findKeysBelow } from './keys-below.ts';
import { readSlug, readStoryPermalink, standInNumber } from './slug.ts';

/** Makes an article of a manuscript whose front matter can be read, and notes all that is wrong with it. */
export function validateArticle(manuscript: Manuscript, setting: Setting): Validated<Article> {
  const { path, frontMatter } = manuscript;
  const { site } = setting;
  const written = frontMatter.kind === 'read' ? frontMatter.values : undefined;
  const { values: given, defaulted } = fillIn(written, path, site);
  const { values, findings } = checkShape<ArticleValues>(path, given, articleSchema);
  const reader = new Reader(path, setting);

  const language = readLanguage(values.language, { fallback: site.language, words: site.words }, reader);
  const date = reader.moment(values.date, site.timeZone, 'date');
  const dek = reader.filled(values.dek, 'dek');
  const section =
    values.section === undefined ? site.sections[0] : readSection(values.section, site, reader, 'section');
  const picture = reader.picture(values.image, language, 'image');
  const audio = reader.recording('audio', values.audio, language);
  const video = reader.recording('video', values.video, language);
  const words = wordsIn(language, site.words);
  const noted = { date, language, timeZone: site.timeZone };
  const corrections = readNotices('corrections', values.corrections, noted, reader);
  const text = renderText(manuscript.body, language, {
    path,
    firstLine: manuscript.bodyLine,
    site,
    media: setting.media,
    words,
    dateline: withoutDash(values.dateline?.trim() ?? '') || undefined,
    sponsored: values.label === 'sponsored',
    story: { date, isLive: Boolean(values.live), corrections: corrections.length },
  });
  const ofText = [...text.usedMedia].filter((path) => !reader.usedMedia.has(path));
  const inText = { html: text.html, media: ofText, references: text.references.length };
  const partsOf = text.posts.length > 0 ? partsOfPosts(inText, (file) => printedAddress(file, setting)) : NO_PARTS;
  const notices = [...corrections, ...text.corrections];
  // Where one of the site leads is looked up once, not of each story.
  const ownStrip = defaulted.has('liveStrip') ? undefined : values.liveStrip;
  const factCheck = readFactCheck(values.factCheck, noted, reader);
  const ofKeys = [
    ownStrip ? ownStrip.url : undefined,
    factCheck?.url && values.factCheck?.url,
    picture?.licence && values.image?.licence,
  ];
  const updates = readNotices('updates', values.updates, noted, reader);
  const { anchors, findings: ofAnchors } = readAnchors(text, path, [
    ...notices.map((_notice, index) => noticeId('correction', index)),
    ...updates.map((_notice, index) => noticeId('update', index)),
    ...[audio, video].flatMap((read) => (read?.transcript === undefined ? [] : [transcriptId(read)])),
  ]);
  const article: Article = {
    path,
    slug: readSlug(values.slug, path, reader),
    headline: renderLine(reader.filled(values.headline, 'headline') ?? '', language),
    shortHeadline: reader.filled(values.shortHeadline, 'shortHeadline'),
    dek: dek === undefined ? undefined : renderLine(dek, language),
    kicker: reader.filled(values.kicker, 'kicker'),
    credits: readCredits(values.contributors, reader).map((credit) => creditFrom(credit, defaulted)),
    date: date ?? { instant: standInNumber(path, STAND_IN_DAYS) * DAY, hasTime: false },
    updated: readLaterMoment(values.updated, { ...noted, hint: 'correct `updated` or `date`' }, reader, 'updated'),
    section: section?.id,
    topics: readTopics(values.topics, reader),
    series: readSeriesId(values.series, setting, reader),
    // What is wrong has nothing in its place, so that those behind it keep theirs.
    related: (values.related ?? []).map((name, index) => reader.filled(name, 'related', index) ?? ''),
    dateline: reader.filled(values.dateline && withoutDash(values.dateline), 'dateline'),
    picture,
    audio: audio?.recording,
    video: video?.recording,
    corrections: notices,
    updates,
    factCheck,
    live: readLive(values.live, { posts: text.posts, partsOf, language, site }, reader),
    liveStrip:
      values.liveStrip === false
        ? false
        : values.liveStrip && readLiveStrip(values.liveStrip, { ...site, date }, reader),
    aliases: readAliases(values.aliases, reader),
    canonical: reader.webAddress(values.canonical, 'canonical'),
    language,
    translations: readTranslations(values.translations, given, reader),
    draft: values.draft ?? false,
    noindex: values.noindex ?? false,
    label: values.label,
    layout: readLayout(values.layout, { known: setting.storyLayouts, for: 'stories' }, reader) ?? 'article',
    body: {
      html: asHtml(text.html + [audio, video].map((read) => printTranscriptOf(read, words)).join('')),
      references: [...text.references, ...referencesOfKeys(ofKeys, manuscript, site)],
      wordCount: countWordsRead(manuscript.body, language, site),
      media: [...reader.usedMedia, ...text.usedMedia],
      anchors,
    },
    permalink: readStoryPermalink(values.permalink, reader),
    ...(date ? {} : { isUndated: true }),
    ...(values.free === false ? { free: false } : {}),
  };
  reader.findings.push(...findKeysBelow(manuscript));
  if (manuscript.body.trim() === '' && frontMatter.kind === 'read') {
    reader.note(
      'body-empty',
      WHOLE_FILE,
      'Unexpected end of the file, expected the text of the story',
      'write the story below the second line of `---`',
    );
  }
  const broken = [...RULES.flatMap((rule) => rule(article)), ...judgeTextsOfKeys(path, values, articleSchema)];
  const all = [...findings, ...reader.findings, ...text.findings, ...ofAnchors, ...broken];
  return { value: article, findings: all.filter((finding) => !isOfDefault(finding, defaulted)) };
}

/** A credit with where it stands, which is in `site.yaml` where a story has no contributors of its own. */
function creditFrom(credit: Credit, defaulted: FilledIn['defaulted']): Credit {
  const keys = defaulted.get('contributors');
  return keys ? { ...credit, keys: [...keys, ...credit.keys] } : credit;
}

/** A story whose date cannot be read is never published; it has a day of its own, so that no two have one address by it. */
const STAND_IN_DAYS = 20_000;
const DAY = 86_400_000;

/** The address with which a text shows a file. */
function printedAddress(path: string, { media, site }: Setting): string {
  const found = media.find(path);
  return found.kind === 'found' ? printFiles(found.file, 'whole', { site }).src : href(site, mediaUrl(path));
}

const NO_PARTS: ReturnType<typeof partsOfPosts> = new Map();

function transcriptId({ recording }: RecordingRead): string {
  return `transcript-${recording.kind}`;
}

/** Addresses of the site in front matter lead somewhere too: they are looked up with what the text leads to. */
function referencesOfKeys(
  urls: readonly (string | undefined)[],
  { bodyLine }: Manuscript,
  site: Site,
): readonly Reference[] {
  return urls.flatMap((written): readonly Reference[] => {
    const url = written?.trim();
    const target = url === undefined ? undefined : pathToCheck(url, site);
    if (url === undefined || target === undefined) return [];
    const place = { lines: [1, bodyLine], needles: needlesFor([url], BEFORE_ADDRESSES), nth: 0 } as const;
    return [{ kind: 'link', target, place, isOfKey: true }];
  });
}

const BEFORE_ADDRESSES = [...['url', 'licence'].flatMap((key) => [`${key}: `, `${key}: "`, `${key}: '`]), ''];

/** The transcript of a lead recording stands at the end of the text; cards and lists need nothing of it. */
function printTranscriptOf(read: RecordingRead | undefined, words: Words): string {
  if (read?.transcript === undefined) return '';
  const { title } = read.recording;
  return printTranscript(read.transcript, { id: transcriptId(read), title: title?.html, words });
}

function readTopics(values: readonly string[] | undefined, reader: Reader): readonly string[] {
  return (values ?? []).map((value, index) => reader.filled(value, 'topics', index)?.replace(/\s+/g, ' ') ?? '');
}

/** A dateline without the dash behind it, which the page prints by itself. */
function withoutDash(dateline: string): string {
  return dateline.replace(/(?<=\S)(?:\s*[—–]|\s+-{1,3})\s*$/, '');
}
