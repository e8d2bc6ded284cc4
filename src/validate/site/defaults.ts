import * as z from 'zod';
import { ARTICLES } from '../../domain/content/content-kinds.ts';
import { type Defaults, DEFAULTS_KEY, SITE_PATH } from '../../domain/site/site.ts';
import { isMap, type Manuscript, PlainScalar } from '../../domain/content/source.ts';
import type { Article } from '../../domain/story/article.ts';
import { entryOf } from '../../diagnostics/catalogue.ts';
import { type Finding, findingsUnder, topKeyOf, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { Reader } from '../reader.ts';
import type { Setting, Validated } from '../setting.ts';
import { checkShape, date, listOf, mapOf, text } from '../shape.ts';
import { validateArticle } from '../story/article.ts';
import { articleSchema } from '../story/article-schema.ts';
import { DEFAULT_KEYS } from '../story/defaults.ts';

const { contributors, section, topics, series, language, label, layout, kicker, dateline, liveStrip, noindex, free } =
  articleSchema.shape;

const groupSchema = mapOf(
  {
    contributors: contributors.optional(),
    ...{ section, topics, series, language, label, layout, kicker, dateline, liveStrip, noindex, free },
    before: date.optional(),
    folder: text.optional(),
  },
  'keys and values, such as `{ section: news }`',
);
type GroupValues = z.infer<typeof groupSchema>;

/** `defaults` as it is judged a group at a time: one group, or a list of them. */
export const defaultsSchema = z.union([groupSchema, listOf(groupSchema, 'a list of groups')]);

/** Who stands in where the default for `contributors` is wrong, so that this is not told of each story too. */
const NOBODY = '?';

/** Reads `defaults` of `site.yaml`: keys that stories lack, for all of them, or by date and folder. */
export function readDefaults(given: unknown, setting: Setting): Validated<readonly Defaults[]> {
  const written = isMap(given) ? given[DEFAULTS_KEY] : undefined;
  const groups = Array.isArray(written)
    ? written.map((group: unknown, index) => ({ group, keys: [DEFAULTS_KEY, index] }))
    : [{ group: written, keys: [DEFAULTS_KEY] }];
  const read = groups
    // Of what is no group, it was said before that it is none.
    .filter(({ group }) => isMap(group))
    .map(({ group, keys }) => readGroup(group, keys, setting));
  return { value: read.map(({ value }) => value), findings: read.flatMap(({ findings }) => findings) };
}

function readGroup(group: unknown, keys: Defaults['keys'], setting: Setting): Validated<Defaults> {
  const { values, findings } = checkShape<GroupValues>(SITE_PATH, withFolderName(group), groupSchema);
  const reader = new Reader(SITE_PATH, setting);
  const before = reader.moment(values.before, setting.site.timeZone, 'before');
  const folder = readFolder(values.folder, reader);
  const offered = Object.fromEntries(
    DEFAULT_KEYS.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]] as const])),
  );
  const { article, findings: ofStory } = judge(offered, setting);
  const credits = 'contributors' in offered ? article.credits : [];
  const all = [...findings, ...reader.findings, ...ofStory];
  for (const key of DEFAULT_KEYS) {
    if (!all.some((finding) => isErrorAt(finding, key))) continue;
    if (key === 'contributors') offered[key] = NOBODY;
    else delete offered[key];
  }
  return {
    value: {
      before: before?.instant,
      folder,
      values: offered,
      credits: credits.map((credit) => ({ ...credit, keys: [...keys, ...credit.keys] })),
      topics: 'topics' in offered ? article.topics : [],
      stripUrl: 'liveStrip' in offered && values.liveStrip ? values.liveStrip.url : undefined,
      keys,
    },
    findings: findingsUnder(keys, all),
  };
}

/** Folders may be named after years. */
function withFolderName(group: unknown): unknown {
  if (!isMap(group)) return group;
  const { folder } = group as { readonly folder?: unknown };
  return folder instanceof PlainScalar ? { ...group, folder: folder.written } : group;
}

/** The story that had the keys, and what would be wrong with them there: in any language of the site, unless they say in which. */
function judge(
  offered: Readonly<Record<string, unknown>>,
  setting: Setting,
): { readonly article: Article; readonly findings: readonly Finding[] } {
  const { language: main, languages } = setting.site;
  const inMain = judgeIn(main, offered, setting);
  if ('language' in offered) return { article: inMain.value, findings: inMain.findings };
  const inOthers = languages.flatMap(({ language }) => judgeIn(language, offered, setting).findings);
  const byText = new Map([...inOthers, ...inMain.findings].map((finding) => [JSON.stringify(finding), finding]));
  return { article: inMain.value, findings: [...byText.values()] };
}

function judgeIn(language: string, offered: Readonly<Record<string, unknown>>, setting: Setting): Validated<Article> {
  const needed = { headline: 'A story', contributors: 'A Person', date: '2000-01-01', slug: 'a-story' };
  const manuscript: Manuscript = {
    path: SITE_PATH,
    frontMatter: { kind: 'read', values: { ...needed, language, ...offered } },
    head: '',
    body: 'Its text.',
    bodyLine: 1,
  };
  const { value, findings } = validateArticle(manuscript, { ...setting, site: { ...setting.site, defaults: [] } });
  // What is said of the site’s own language is said where the site has it.
  return { value, findings: findings.filter(({ at }) => topKeyOf(at) !== 'language' || 'language' in offered) };
}

function isErrorAt({ code, at }: Finding, key: string): boolean {
  return topKeyOf(at) === key && entryOf(code).severity === 'error';
}

/** A folder below `content/articles/`, from there or from further up. */
function readFolder(value: string | undefined, reader: Reader): string | undefined {
  const written = reader.filled(value, 'folder');
  if (written === undefined) return undefined;
  const parts = written
    .replace(/^(?:\.?\/)*(?:content\/)?(?:articles(?:\/|$))?/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (!parts.includes('..')) return (ARTICLES.folder + parts.map((part) => `${part}/`).join('')).normalize('NFC');
  const message = `Unexpected folder ${quote(value)}, expected one in content/articles/`;
  reader.note('value-choice', valueAt('folder'), message, 'write the path from content/articles/: `archive/2014`');
  return undefined;
}
