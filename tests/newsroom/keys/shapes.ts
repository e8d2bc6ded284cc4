import type * as z from 'zod';
import { isMap } from '../../../src/domain/content/source.ts';
import type { FileKind } from '../../../src/newsroom/keys/describe-keys.ts';
import { styleSchema } from '../../../src/newsroom/copy-desk/house-style/style-schema.ts';
import { contributorSchema } from '../../../src/validate/contributors.ts';
import { frontSchema } from '../../../src/validate/fronts.ts';
import { ownPageSchema } from '../../../src/validate/own-pages/keys.ts';
import { validateRedirects } from '../../../src/validate/redirects/redirects.ts';
import { Reader } from '../../../src/validate/reader.ts';
import { checkShape, mapOf } from '../../../src/validate/shape.ts';
import { defaultsSchema } from '../../../src/validate/site/defaults.ts';
import { siteSchema } from '../../../src/validate/site/site-schema.ts';
import { readStandards } from '../../../src/validate/site/standards.ts';
import { articleSchema } from '../../../src/validate/story/article-schema.ts';
import { PHRASE_NAMES } from '../../../src/words/words.ts';
import { aSite, mediaOf } from '../site.ts';

type Values = Readonly<Record<string, unknown>>;

const SCHEMAS: Readonly<Record<Exclude<FileKind, 'redirects'>, z.ZodType<object>>> = {
  story: articleSchema,
  contributor: contributorSchema,
  page: ownPageSchema,
  front: frontSchema,
  site: siteSchema,
  style: styleSchema,
};

/** Whether a file with these values has the shape that validation asks for, whatever its texts say. */
export function hasShape(kind: FileKind, values: Values): boolean {
  if (kind === 'redirects') return targetsAreTexts(values);
  if (checkShape('file.yaml', values, SCHEMAS[kind]).findings.length > 0) return false;
  if (kind === 'page') return values['permalink'] === undefined || isTextOrNothing(values['permalink']);
  return kind !== 'site' || partsHaveShape(values);
}

/** The keys of site.yaml that take anything, and are judged where they are read. */
function partsHaveShape({ standards, defaults, words }: Values): boolean {
  const reader = new Reader('content/site.yaml', { media: mediaOf(undefined) });
  // The names of codes are not of shape: each value is judged under one that there is.
  const values = isMap(standards) ? Object.values(standards) : [];
  for (const value of values) readStandards({ standards: { 'headline-long': value } }, 'UTC', reader);
  const ofShape = reader.findings.filter(({ code }) => code.startsWith('value-') || code.startsWith('key-'));
  const given = { defaults: Array.isArray(defaults) ? defaults.map(withFolderName) : withFolderName(defaults) };
  const ofDefaults = checkShape('content/site.yaml', given, DEFAULTS).findings;
  const phrases = isMap(words) ? Object.values(words).flatMap((each) => (isMap(each) ? Object.keys(each) : [])) : [];
  return ofShape.length + ofDefaults.length === 0 && phrases.every((name) => KNOWN_PHRASES.includes(name));
}

const KNOWN_PHRASES: readonly string[] = PHRASE_NAMES;
const DEFAULTS = mapOf({ defaults: defaultsSchema.optional() }, 'defaults');

function withFolderName(group: unknown): unknown {
  if (!isMap(group) || typeof group['folder'] !== 'number') return group;
  return { ...group, folder: String(group['folder']) };
}

function isTextOrNothing(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

/** Redirects are judged by what they lead to: a text that is put in the place of each tells whether it was one. */
function targetsAreTexts(values: Values): boolean {
  const entries = Object.entries(values).map(([key, value], index) => [
    `/old-${index}-${key.length}/`,
    withAnyText(value),
  ]);
  return validateRedirects(Object.fromEntries(entries), aSite()).findings.length === 0;
}

/** A target that leads somewhere, and a reason of the same length that is one. */
function withAnyText(target: unknown): unknown {
  if (typeof target === 'string') return '/new/';
  if (!isMap(target) || typeof target['gone'] !== 'string') return target;
  return { ...target, gone: 'x'.repeat(target['gone'].length) };
}
