import type { TakesText } from '../validate/front-matter/doubtful-yaml.ts';
import type { ContentKind, ContentRead, ContentValues, EachContentKind } from '../domain/content/content-kinds.ts';
import { eachContentKind } from '../domain/content/content-kinds.ts';
import type { SourceFile } from '../domain/content/source.ts';
import { parseManuscript } from '../parse/manuscript.ts';
import { readUnreadable } from '../parse/unreadable-draft.ts';
import { validateContributor } from '../validate/contributors.ts';
import { CONTENT_SCHEMAS } from '../validate/front-matter/content-schemas.ts';
import { textsOf } from '../validate/front-matter/takes-text.ts';
import { validateFront } from '../validate/fronts.ts';
import { isMarkdownPage } from '../domain/site/own-pages.ts';
import { validateOwnPage } from '../validate/own-pages/own-page.ts';
import { validatePermanentAddresses } from '../validate/site/permanent-addresses.ts';
import { validateRedirects } from '../validate/redirects/redirects.ts';
import type { Setting, Validated } from '../validate/setting.ts';
import { readTextFile, readYamlFile } from './read-files.ts';

/** Where the keys of each kind take texts that are printed. */
const TEXTS = eachContentKind((kind) => textsOf(CONTENT_SCHEMAS[kind]));
/** Of redirects, why a page is gone; that it is gone is said in other ways. */
const REASONS: TakesText = ([, key], value) =>
  key === 'gone' && typeof value === 'string' && !/^(?:yes|no|on|off|y|n)$/i.test(value);

/** Reads one file of a kind: parse → validate. It depends on the setting and on nothing else. */
type ContentReader<Value> = (file: SourceFile, setting: Setting) => Validated<Value>;

/** How the files of each kind are read. */
export const CONTENT_READERS: { readonly [Kind in ContentKind]: ContentReader<ContentValues[Kind]> } = {
  contributors: (file, setting) =>
    readTextFile(file, TEXTS.contributors, (manuscript) => validateContributor(manuscript, setting)),
  ownPages: (file, setting) => {
    const manuscript = parseManuscript(file);
    const { kind } = manuscript.frontMatter;
    // A template may do without front matter.
    const isPlain = !isMarkdownPage(file.path) && (kind === 'missing' || kind === 'empty-file');
    return isPlain
      ? validateOwnPage(manuscript, setting)
      : readTextFile(file, TEXTS.ownPages, (it) => validateOwnPage(it, setting), readUnreadable);
  },
  fronts: (file, setting) => readYamlFile(file, TEXTS.fronts, (given) => validateFront(file.path, given, setting)),
  redirects: (file, { site }) => readYamlFile(file, REASONS, (given) => validateRedirects(given, site)),
  addresses: validatePermanentAddresses,
};

/** Reads all files of each kind. */
export function readContent(files: EachContentKind<readonly SourceFile[]>, setting: Setting): Validated<ContentRead> {
  const read = eachContentKind((kind) => files[kind].map((file) => CONTENT_READERS[kind](file, setting)));
  return {
    value: eachContentKind((kind) => read[kind].map(({ value }) => value)) as ContentRead,
    findings: Object.values(read).flatMap((ofKind) => ofKind.flatMap(({ findings }) => findings)),
  };
}
