import { ARTICLES, CONTENT_KINDS } from '../../domain/content/content-kinds.ts';
import { REDIRECTS_PATH } from '../../domain/redirects/redirects.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import { CONTRIBUTOR_NOTES, contributorSchema } from '../../validate/contributors.ts';
import { FRONT_NOTES, frontSchema } from '../../validate/fronts.ts';
import { OWN_PAGE_NOTES, ownPageSchema } from '../../validate/own-pages/keys.ts';
import { LONGEST_REASON } from '../../validate/redirects/redirects.ts';
import { siteSchema } from '../../validate/site/site-schema.ts';
import { articleSchema } from '../../validate/story/article-schema.ts';
import { STYLE_NOTES, STYLE_PATH, styleSchema } from '../copy-desk/house-style/style-schema.ts';
import { describeGroup } from './describe.ts';
import type { FileKeys, GroupValue } from './described.ts';
import { SITE } from './notes/site.ts';
import { STORY } from './notes/story.ts';

/** What may be written in each kind of file, in the order in which editors meet them: made of the schemas that the files are checked against. */
const FILES = {
  story: () => ({
    title: 'Story',
    help: 'The front matter of a story: what stands above its text.',
    files: [`${ARTICLES.folder}**/*.md`],
    form: 'front matter',
    value: describeGroup(articleSchema, STORY),
  }),
  contributor: () => ({
    title: 'Contributor',
    help: 'The front matter of someone who has a page. The name of the file is their id, and the text below is their biography.',
    files: [`${CONTENT_KINDS.contributors.folder}*.md`],
    form: 'front matter',
    value: describeGroup(contributorSchema, CONTRIBUTOR_NOTES),
  }),
  page: () => ({
    title: 'Page',
    help: 'The front matter of a page in Markdown, such as “About us”.',
    files: [`${CONTENT_KINDS.ownPages.folder}**/*.md`],
    form: 'front matter',
    value: describeGroup(ownPageSchema, OWN_PAGE_NOTES),
  }),
  front: () => ({
    title: 'Front',
    help: 'Which stories lead the home page (`home.yaml`) or the page of a section, whose id is the name of the file. Every key may be left out.',
    files: [`${CONTENT_KINDS.fronts.folder}*.yaml`, `${CONTENT_KINDS.fronts.folder}*/*.yaml`],
    form: 'yaml',
    value: describeGroup(frontSchema, FRONT_NOTES),
  }),
  site: () => ({
    title: 'Site',
    help: 'What holds for every page.',
    files: [SITE_PATH],
    form: 'yaml',
    value: describeGroup(siteSchema, SITE),
  }),
  redirects: () => ({
    title: 'Redirects',
    help: 'Old addresses and where they lead now: for each path on this site a path or a web address, or `{ gone: true }` if the page was taken down for good. `/blog/:slug/` and `/shop/*` stand for many.',
    files: [REDIRECTS_PATH],
    form: 'yaml',
    value: {
      kind: 'entries',
      of: { kind: 'either', of: [{ kind: 'text', form: 'word' }, WITHDRAWAL] },
      mayBeEmpty: false,
    },
  }),
  style: () => ({
    title: 'House style',
    help: 'What the copy desk of `check` holds stories to.',
    files: [STYLE_PATH],
    form: 'yaml',
    value: describeGroup(styleSchema, STYLE_NOTES),
  }),
} as const satisfies Readonly<Record<string, () => FileKeys>>;

export type FileKind = keyof typeof FILES;
export const FILE_KINDS = Object.keys(FILES) as readonly FileKind[];

/** A kind of file by its name. */
export interface DescribedFile extends FileKeys {
  readonly kind: FileKind;
}

let described: readonly DescribedFile[] | undefined;

/** What may be written in each kind of file. */
export function describeKeys(): readonly DescribedFile[] {
  described ??= FILE_KINDS.map((kind) => ({ kind, ...FILES[kind]() }));
  return described;
}

/** What may stand in the place of a new address. It is read with the address, not by a schema. */
const WITHDRAWAL: GroupValue = {
  kind: 'group',
  keys: [
    {
      name: 'gone',
      label: 'Gone',
      help: 'That the page was taken down and is nowhere else: `true`, or why, in words for readers.',
      isRequired: true,
      value: {
        kind: 'either',
        of: [
          { kind: 'choice', of: [true] },
          { kind: 'text', form: 'plain', mostCharacters: LONGEST_REASON },
        ],
      },
      examples: ['Taken down at the request of the family.', true],
      more: 'withdrawn-for-good',
    },
  ],
};

/** What may be written in one kind of file. */
export function keysOf(kind: FileKind): DescribedFile {
  const found = describeKeys().find((each) => each.kind === kind);
  if (!found) throw new Error(`There is no kind of file ${kind}`);
  return found;
}
