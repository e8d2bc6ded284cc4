import { anchorsOf } from '../../domain/story/anchors.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { RecordPlace } from './record-log.ts';

/** A story as builds keep it for later ones: what is known of it without reading its file. */
export interface StoredStory {
  /** Of the file's bytes. */
  readonly content: Fingerprint;
  readonly entry: Entry;
  readonly findings: readonly Finding[];
  /** What it asked the media library for, and what the answers were. */
  readonly lookups: readonly (readonly [path: string, answer: string])[];
  /** Where all of it but its text is. */
  readonly record: RecordPlace;
  /** Whether it must be read again each time: its findings depend on files that it did not ask for. */
  readonly isFleeting: boolean;
  /** Where its rendered text is. Of a story that another build has read, that may not be at hand. */
  readonly text: RecordPlace | undefined;
}

/** The packed form of a {@link StoredStory}: without names, and without what most stories lack. Each build reads all. */
export type PackedStory = readonly [
  content: Fingerprint,
  record: RecordPlace,
  text: PackedText | 0,
  entry: readonly [
    url: string,
    slug: string,
    headline: string,
    date: number,
    day: string,
    section: string | 0,
    topics: readonly string[],
    credits: readonly (readonly [role: string, who: string, as: string, place?: string])[],
    language: string,
    layout: string,
    cardFingerprint: string,
    fingerprint: string,
  ],
  seldom?: Seldom,
];

/** A thread's logs of records and of texts have one name, as a rule. */
type PackedText = readonly [start: number, bytes: number, checksum: number, log?: string];

interface Seldom extends Partial<Pick<StoredStory, 'findings' | 'lookups' | 'isFleeting'>> {
  readonly entry?: Partial<Entry>;
}

/** Leaves out names, and what the story lacks. */
export function packStory({ content, entry, findings, lookups, record, isFleeting, text }: StoredStory): PackedStory {
  const { url, slug, headline, date, day, section, topics, credits, language, layout, cardFingerprint, fingerprint } =
    entry;
  const ofEntry: Partial<Entry> = {
    ...(entry.series === undefined ? {} : { series: entry.series }),
    ...(entry.related.length > 0 ? { related: entry.related } : {}),
    ...(entry.references.length > 0 ? { references: entry.references } : {}),
    ...(entry.anchors === '' ? {} : { anchors: entry.anchors }),
    ...(entry.media.length > 0 ? { media: entry.media } : {}),
    ...(entry.lead ? { lead: entry.lead } : {}),
    ...(entry.aliases.length > 0 ? { aliases: entry.aliases } : {}),
    ...(entry.changes.length > 0 ? { changes: entry.changes } : {}),
    ...(entry.corrections.length > 0 ? { corrections: entry.corrections } : {}),
    ...(entry.translations.length > 0 ? { translations: entry.translations } : {}),
    ...(entry.isUndated ? { isUndated: true } : {}),
    ...(entry.draft ? { draft: true } : {}),
    ...(entry.noindex ? { noindex: true } : {}),
    ...(entry.hasPermalink ? { hasPermalink: true } : {}),
    ...(entry.isRepeated ? { isRepeated: true } : {}),
    ...(entry.isPaid ? { isPaid: true } : {}),
    ...(entry.hasAudio ? { hasAudio: true } : {}),
    ...(entry.live ? { live: entry.live } : {}),
    ...(entry.stripUntil === undefined ? {} : { stripUntil: entry.stripUntil }),
  };
  const seldom: Seldom = {
    ...(findings.length > 0 ? { findings } : {}),
    ...(lookups.length > 0 ? { lookups } : {}),
    ...(isFleeting ? { isFleeting } : {}),
    ...(Object.keys(ofEntry).length > 0 ? { entry: ofEntry } : {}),
  };
  const people = credits.map(({ role, who, as, place }) =>
    place === undefined ? ([role, who, as] as const) : ([role, who, as, place] as const),
  );
  const row = [
    content,
    record,
    text ? packText(text, record) : 0,
    [url, slug, headline, date, day, section ?? 0, topics, people, language, layout, cardFingerprint, fingerprint],
  ] as const;
  return Object.keys(seldom).length > 0 ? [...row, seldom] : row;
}

const NONE: readonly never[] = [];
const NO_ANCHORS = anchorsOf([]);

/** The story of a path. Texts and credits that many stories have are in memory once. */
export function unpackStory(path: string, [content, packedRecord, text, ofEntry, seldom]: PackedStory): StoredStory {
  const [url, slug, headline, date, day, section, topics, credits, language, layout, cardFingerprint, fingerprint] =
    ofEntry;
  const entry: Entry = {
    path,
    url: url as Entry['url'],
    slug: slug as Entry['slug'],
    headline,
    date,
    isUndated: seldom?.entry?.isUndated ?? false,
    day: shared(day),
    section: section === 0 ? undefined : (shared(section) as Entry['section']),
    topics: topics.map(shared),
    series: seldom?.entry?.series,
    related: seldom?.entry?.related ?? NONE,
    credits: credits.map(sharedCredit),
    references: seldom?.entry?.references ?? NONE,
    anchors: seldom?.entry?.anchors ?? NO_ANCHORS,
    media: seldom?.entry?.media ?? NONE,
    lead: seldom?.entry?.lead && { path: seldom.entry.lead.path, focus: seldom.entry.lead.focus },
    aliases: seldom?.entry?.aliases ?? NONE,
    changes: seldom?.entry?.changes ?? NONE,
    corrections: seldom?.entry?.corrections ?? NONE,
    language: shared(language),
    translations: seldom?.entry?.translations ?? NONE,
    layout: shared(layout),
    draft: seldom?.entry?.draft ?? false,
    noindex: seldom?.entry?.noindex ?? false,
    hasPermalink: seldom?.entry?.hasPermalink ?? false,
    isRepeated: seldom?.entry?.isRepeated ?? false,
    isPaid: seldom?.entry?.isPaid ?? false,
    hasAudio: seldom?.entry?.hasAudio ?? false,
    live: seldom?.entry?.live && { ...seldom.entry.live, end: seldom.entry.live.end },
    stripUntil: seldom?.entry?.stripUntil,
    cardFingerprint,
    fingerprint,
  };
  const record = [shared(packedRecord[0]), packedRecord[1], packedRecord[2], packedRecord[3]] as const;
  return {
    content,
    entry,
    findings: seldom?.findings ?? NONE,
    lookups: seldom?.lookups ?? NONE,
    record,
    isFleeting: seldom?.isFleeting ?? false,
    text: text === 0 ? undefined : unpackText(text, record),
  };
}

function packText([log, start, bytes, checksum]: RecordPlace, record: RecordPlace): PackedText {
  return log === record[0] ? [start, bytes, checksum] : [start, bytes, checksum, log];
}

function unpackText([start, bytes, checksum, log]: PackedText, record: RecordPlace): RecordPlace {
  return [log === undefined ? record[0] : shared(log), start, bytes, checksum];
}

/** Texts that many stories have: in memory each is there once. */
const texts = new Map<string, string>();

function shared(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}

const people = new Map<string, Entry['credits'][number]>();

function sharedCredit([role, who, as, place]: PackedStory[3][7][number]): Entry['credits'][number] {
  // No name and no place has a zero in it: that is an error of the content.
  const key = [role, as, who, ...(place === undefined ? [] : [place])].join('\0');
  const known = people.get(key);
  if (known) return known;
  const credit = { role, who, as, place } as Entry['credits'][number];
  people.set(key, credit);
  return credit;
}
