import type * as z from 'zod';
import { type Defaults, DEFAULTS_KEY, SITE_PATH } from '../../domain/site/site.ts';
import { PlainScalar } from '../../domain/source.ts';
import { CATALOGUE } from '../../diagnostics/catalogue.ts';
import { type Finding, findingsUnder, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { Reader } from '../reader.ts';
import type { Setting, Validated } from '../setting.ts';
import { checkShape, date, isMap, mapOf, text } from '../shape.ts';
import { validateArticle } from '../story/article.ts';
import { articleSchema } from '../story/article-schema.ts';
import { DEFAULT_KEYS } from '../story/defaults.ts';

const { contributors, section, topics, series, language, label, layout, kicker, dateline, liveStrip, noindex } =
  articleSchema.shape;

const defaultsSchema = mapOf(
  {
    contributors: contributors.optional(),
    ...{ section, topics, series, language, label, layout, kicker, dateline, liveStrip, noindex },
    before: date.optional(),
    folder: text.optional(),
  },
  'keys and values, such as `{ section: news }`',
);
type DefaultsValues = z.infer<typeof defaultsSchema>;

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
  const { values, findings } = checkShape<DefaultsValues>(SITE_PATH, withFolderName(group), defaultsSchema);
  const reader = new Reader(SITE_PATH, setting);
  const before = reader.moment(values.before, setting.site.timeZone, 'before');
  const folder = readFolder(values.folder, reader);
  const offered = Object.fromEntries(
    DEFAULT_KEYS.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]] as const])),
  );
  const ofStory = judge(offered, setting);
  const all = [...findings, ...reader.findings, ...ofStory.findings];
  for (const key of DEFAULT_KEYS) {
    if (!all.some((finding) => isErrorAt(finding, key))) continue;
    if (key === 'contributors') offered[key] = NOBODY;
    else delete offered[key];
  }
  const credits = ofStory.credits.map((credit) => ({ ...credit, keys: [...keys, ...credit.keys] }));
  return {
    value: { before: before?.instant, folder, values: offered, credits, keys },
    findings: findingsUnder(keys, all),
  };
}

/** Folders may be named after years. */
function withFolderName(group: unknown): unknown {
  if (!isMap(group)) return group;
  const { folder } = group as { readonly folder?: unknown };
  return folder instanceof PlainScalar ? { ...group, folder: folder.written } : group;
}

/** What would be wrong with the keys in a story that had them. */
function judge(
  offered: Readonly<Record<string, unknown>>,
  setting: Setting,
): Pick<Defaults, 'credits'> & { readonly findings: readonly Finding[] } {
  const needed = { headline: 'A story', contributors: 'A Person', date: '2000-01-01', slug: 'a-story' };
  const { value, findings } = validateArticle(
    {
      path: SITE_PATH,
      frontMatter: { kind: 'read', values: { ...needed, ...offered } },
      head: '',
      body: 'Its text.',
      bodyLine: 1,
    },
    { ...setting, site: { ...setting.site, defaults: [] } },
  );
  return { credits: 'contributors' in offered ? value.credits : [], findings };
}

function isErrorAt({ code, at }: Finding, key: string): boolean {
  const isThere = (at.kind === 'key' || at.kind === 'value') && at.keys[0] === key;
  return isThere && CATALOGUE[code].severity === 'error';
}

/** A folder below `content/articles/`, from there or from further up. */
function readFolder(value: string | undefined, reader: Reader): string | undefined {
  const written = reader.filled(value, 'folder');
  if (written === undefined) return undefined;
  const parts = written
    .replace(/^(?:\.?\/)*(?:content\/)?(?:articles(?:\/|$))?/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (!parts.includes('..')) return ['content', 'articles', ...parts, ''].join('/').normalize('NFC');
  const message = `Unexpected folder ${quote(value)}, expected one in content/articles/`;
  reader.note('value-choice', valueAt('folder'), message, 'write the path from content/articles/: `archive/2014`');
  return undefined;
}
