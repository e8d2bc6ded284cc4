import { ARTICLES, CONTENT_KINDS } from '../../domain/content-kinds.ts';
import { REDIRECTS_PATH } from '../../domain/redirects.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import { contributorSchema } from '../../validate/contributors.ts';
import { frontSchema } from '../../validate/fronts.ts';
import { ownPageSchema } from '../../validate/own-pages/keys.ts';
import { siteSchema } from '../../validate/site/site-schema.ts';
import { articleSchema } from '../../validate/story/article-schema.ts';
import { describeGroup } from './describe.ts';
import type { FileKeys, FileKind } from './described.ts';
import { CONTRIBUTOR } from './notes/contributor.ts';
import { FRONT } from './notes/front.ts';
import { OWN_PAGE } from './notes/own-page.ts';
import { SITE } from './notes/site.ts';
import { STORY } from './notes/story.ts';

let described: readonly FileKeys[] | undefined;

/** What may be written in each kind of file, in the order in which editors meet them: made of the schemas that the files are checked against. */
export function describeKeys(): readonly FileKeys[] {
  described ??= [
    {
      kind: 'story',
      title: 'Story',
      help: 'The front matter of a story: what stands above its text.',
      files: [`${ARTICLES.folder}**/*.md`],
      form: 'front matter',
      value: describeGroup(articleSchema, STORY),
    },
    {
      kind: 'contributor',
      title: 'Contributor',
      help: 'The front matter of someone who has a page. The name of the file is their id, and the text below is their biography.',
      files: [`${CONTENT_KINDS.contributors.folder}*.md`],
      form: 'front matter',
      value: describeGroup(contributorSchema, CONTRIBUTOR),
    },
    {
      kind: 'page',
      title: 'Page',
      help: 'The front matter of a page in Markdown, such as “About us”.',
      files: [`${CONTENT_KINDS.ownPages.folder}**/*.md`],
      form: 'front matter',
      value: describeGroup(ownPageSchema, OWN_PAGE),
    },
    {
      kind: 'front',
      title: 'Front',
      help: 'Which stories lead the home page (`home.yaml`) or the page of a section, whose id is the name of the file. Every key may be left out.',
      files: [`${CONTENT_KINDS.fronts.folder}*.yaml`, `${CONTENT_KINDS.fronts.folder}*/*.yaml`],
      form: 'yaml',
      value: describeGroup(frontSchema, FRONT),
    },
    {
      kind: 'site',
      title: 'Site',
      help: 'What holds for every page.',
      files: [SITE_PATH],
      form: 'yaml',
      value: describeGroup(siteSchema, SITE),
    },
    {
      kind: 'redirects',
      title: 'Redirects',
      help: 'Old addresses and where they lead now: for each path on this site a path, or a web address.',
      files: [REDIRECTS_PATH],
      form: 'yaml',
      value: { kind: 'entries', of: { kind: 'text', form: 'word' }, mayBeEmpty: false },
    },
  ];
  return described;
}

/** What may be written in one kind of file. */
export function keysOf(kind: FileKind): FileKeys {
  const found = describeKeys().find((each) => each.kind === kind);
  if (!found) throw new Error(`There is no kind of file ${kind}`);
  return found;
}
