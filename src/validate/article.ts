import type { Article, Notice } from '../domain/article.ts';
import { asHtml } from '../domain/html.ts';
import type { Manuscript } from '../domain/manuscript.ts';
import type { Moment } from '../domain/moment.ts';
import { isSlug, type Slug } from '../domain/slug.ts';
import { valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { quote } from '../diagnostics/quote.ts';
import { partsOfUpdates } from '../markdown/parts-of-updates.ts';
import { printTranscript } from '../markdown/print-recording.ts';
import type { RecordingRead } from '../markdown/read-recording.ts';
import { renderLine, renderText } from '../markdown/render-text.ts';
import { type Words, wordsIn } from '../words/words.ts';
import { countWords } from './count-words.ts';
import { readAliases } from './aliases.ts';
import { readCredits } from './credits.ts';
import { readFactCheck } from './fact-check.ts';
import { isBefore } from './is-before.ts';
import { readLanguage } from './language.ts';
import { readLive } from './live.ts';
import { readLiveStrip } from './live-strip.ts';
import { Reader } from './reader.ts';
import { RULES } from './rules/rules.ts';
import { type ArticleValues, articleSchema } from './schemas.ts';
import { readSeriesId } from './series.ts';
import type { Setting } from './setting.ts';
import { checkShape } from './shape.ts';
import { slugFromPath } from './slug.ts';
import { readTranslations } from './translations.ts';
import type { Validated } from './validated.ts';

/** Makes an article of a manuscript whose front matter can be read, and notes all that is wrong with it. */
export function validateArticle(manuscript: Manuscript, setting: Setting): Validated<Article> {
  const { path, frontMatter } = manuscript;
  const { site } = setting;
  const given = frontMatter.kind === 'read' ? frontMatter.values : undefined;
  const { values, findings } = checkShape<ArticleValues>(path, given, articleSchema);
  const reader = new Reader(path, setting);

  const language = readLanguage(values.language, { fallback: site.language, words: site.words }, reader);
  const date = reader.moment(values.date, site.timeZone, 'date');
  const dek = reader.filled(values.dek, 'dek');
  const picture = reader.picture(values.image, language, 'image');
  const recordings = RECORDINGS.map((kind) => reader.recording(kind, values[kind], language));
  const words = wordsIn(language, site.words);
  const notices = { date, language, timeZone: site.timeZone };
  const corrections = readNotices('corrections', values.corrections, notices, reader);
  const text = renderText(manuscript.body, language, {
    path,
    firstLine: manuscript.bodyLine,
    site,
    media: setting.media,
    words,
    dateline: values.dateline?.trim() || undefined,
    sponsored: values.label === 'sponsored',
    story: { date, isLive: Boolean(values.live), corrections: corrections.length },
  });
  const ofText = [...text.usedMedia].filter((path) => !reader.usedMedia.has(path));
  const inText = { html: text.html, media: ofText, references: text.references.length };
  const partsOf = text.updates.length > 0 ? partsOfUpdates(inText, site) : NO_PARTS;
  const article: Article = {
    path,
    slug: readSlug(values.slug, path, reader),
    headline: renderLine(reader.filled(values.headline, 'headline') ?? '', language),
    shortHeadline: reader.filled(values.shortHeadline, 'shortHeadline'),
    dek: dek === undefined ? undefined : renderLine(dek, language),
    kicker: reader.filled(values.kicker, 'kicker'),
    credits: readCredits(values.contributors, reader),
    date: date ?? { instant: 0, hasTime: false },
    updated: readUpdated(values.updated, date, site.timeZone, reader),
    section: readSection(values.section, setting, reader),
    topics: readTopics(values.topics, reader),
    series: readSeriesId(values.series, setting, reader),
    related: (values.related ?? []).flatMap((name, index) => reader.filled(name, 'related', index) ?? []),
    dateline: reader.filled(values.dateline, 'dateline'),
    picture,
    audio: recordings[0]?.recording,
    video: recordings[1]?.recording,
    corrections: [...corrections, ...text.corrections],
    updates: readNotices('updates', values.updates, { date, language, timeZone: site.timeZone }, reader),
    factCheck: readFactCheck(values.factCheck, { date, language, timeZone: site.timeZone }, reader),
    live: readLive(values.live, { updates: text.updates, partsOf, language, timeZone: site.timeZone }, reader),
    liveStrip: values.liveStrip === false ? false : values.liveStrip && readLiveStrip(values.liveStrip, site, reader),
    aliases: readAliases(values.aliases, reader),
    canonical: reader.webAddress(values.canonical, 'canonical'),
    language,
    translations: readTranslations(values.translations, given, reader),
    draft: values.draft ?? false,
    noindex: values.noindex ?? false,
    label: values.label,
    layout: readLayout(values.layout, setting, reader),
    body: {
      html: asHtml(text.html + recordings.map((read) => printTranscriptOf(read, words)).join('')),
      references: text.references,
      wordCount: countWords(manuscript.body, language),
      media: [...reader.usedMedia, ...text.usedMedia],
    },
  };
  if (manuscript.body.trim() === '' && frontMatter.kind === 'read') {
    reader.note(
      'body-empty',
      WHOLE_FILE,
      'Unexpected end of the file, expected the text of the story',
      'write the story below the second line of `---`',
    );
  }
  const broken = RULES.flatMap((rule) => rule(article));
  return { value: article, findings: [...findings, ...reader.findings, ...text.findings, ...broken] };
}

const NO_PARTS: ReturnType<typeof partsOfUpdates> = new Map();
const RECORDINGS = ['audio', 'video'] as const;

/** The transcript of a lead recording stands at the end of the text; cards and lists need nothing of it. */
function printTranscriptOf(read: RecordingRead | undefined, words: Words): string {
  if (read?.transcript === undefined) return '';
  const { kind, title } = read.recording;
  return printTranscript(read.transcript, { id: `transcript-${kind}`, title: title?.html, words });
}

function readSlug(value: string | undefined, path: string, reader: Reader): Slug {
  if (value !== undefined) {
    if (isSlug(value)) return value;
    reader.note(
      'slug-invalid',
      valueAt('slug'),
      `Unexpected slug ${quote(value)}, expected a-z, 0-9 and single hyphens, at most 200 of them`,
      'write lower-case words joined by hyphens: `harbour-bridge-closes`',
    );
  }
  const slug = slugFromPath(path);
  if (slug) return slug;
  if (value === undefined) {
    reader.note(
      'slug-missing',
      WHOLE_FILE,
      `Unexpected file name ${quote(path.split('/').at(-1))}, expected one of Latin letters or a \`slug\``,
      'add `slug: some-words` to the front matter; the address of the story is made of it',
    );
  }
  // Never published: it keeps two such files apart until they have a slug.
  return `untitled-${[...path].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7)}` as Slug;
}

function readUpdated(
  value: string | undefined,
  date: Moment | undefined,
  timeZone: string,
  reader: Reader,
): Moment | undefined {
  const updated = reader.moment(value, timeZone, 'updated');
  if (updated && date && isBefore(updated, date)) {
    reader.note(
      'date-order',
      valueAt('updated'),
      `Unexpected ${quote(value)} before the story’s \`date\`, expected a later time`,
      'correct `updated` or `date`',
    );
  }
  return updated;
}

function readSection(value: string | undefined, { site }: Setting, reader: Reader): Slug | undefined {
  const ids = site.sections.map(({ id }) => id);
  if (value === undefined) return ids[0];
  const id = ids.find((known) => known === value.trim());
  if (id) return id;
  const all = ids.map((known) => `\`${known}\``).join(', ');
  const otherwise = ids.length > 0 ? `the sections are ${all}` : 'add `sections:` to content/site.yaml';
  reader.note(
    'section-unknown',
    valueAt('section'),
    `Unexpected section ${quote(value)}, expected one of content/site.yaml`,
    didYouMean(value, ids, otherwise),
  );
  return undefined;
}

function readTopics(values: readonly string[] | undefined, reader: Reader): readonly string[] {
  return (values ?? []).flatMap((value, index) => reader.filled(value, 'topics', index)?.replace(/\s+/g, ' ') ?? []);
}

function readNotices(
  key: 'corrections' | 'updates',
  values: readonly { readonly date: string; readonly text: string }[] | undefined,
  story: { readonly date: Moment | undefined; readonly language: string; readonly timeZone: string },
  reader: Reader,
): readonly Notice[] {
  return (values ?? []).flatMap((value, index) => {
    const date = reader.moment(value.date, story.timeZone, key, index, 'date');
    const text = reader.filled(value.text, key, index, 'text');
    if (date && story.date && isBefore(date, story.date)) {
      reader.note(
        'date-order',
        valueAt(key, index, 'date'),
        `Unexpected ${quote(value.date)} before the story’s \`date\`, expected a later time`,
        'correct the date of the note, or that of the story',
      );
    }
    return date && text !== undefined ? [{ date, text: renderLine(text, story.language) }] : [];
  });
}

function readLayout(value: string | undefined, { storyLayouts }: Setting, reader: Reader): string {
  if (value === undefined || storyLayouts.includes(value)) return value ?? 'article';
  const all = storyLayouts.map((name) => `\`${name}\``).join(', ');
  reader.note(
    'layout-unknown',
    valueAt('layout'),
    `Unexpected layout ${quote(value)}, expected one for stories`,
    didYouMean(value, storyLayouts, `there are ${all}`),
  );
  return 'article';
}
