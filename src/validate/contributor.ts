import type { Contributor } from '../domain/contributor.ts';
import type { Manuscript } from '../domain/manuscript.ts';
import { isSlug, type Slug } from '../domain/slug.ts';
import { valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import { renderText } from '../markdown/render-text.ts';
import { fillSlots } from '../markdown/slots.ts';
import { asHtml } from '../domain/html.ts';
import { wordsIn } from '../words/words.ts';
import type { Validated } from './validated.ts';
import { Reader } from './reader.ts';
import { readContributorLinks } from './contributor-links.ts';
import { isEmail } from './email.ts';
import { readLocalNames } from './local-names.ts';
import { contributorSchema, type ContributorValues } from './contributor-schema.ts';
import type { Setting } from './setting.ts';
import { checkShape } from './shape.ts';

/** Makes a contributor of a file in `content/contributors/`. */
export function validateContributor(manuscript: Manuscript, setting: Setting): Validated<Contributor> {
  const { path, frontMatter } = manuscript;
  const { site } = setting;
  const given = frontMatter.kind === 'read' ? frontMatter.values : undefined;
  const { values, findings } = checkShape<ContributorValues>(path, given, contributorSchema);
  const reader = new Reader(path, setting);
  const id = path.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  if (!isSlug(id)) {
    reader.note(
      'slug-invalid',
      WHOLE_FILE,
      `Unexpected file name ${quote(id)}, expected a-z, 0-9 and single hyphens`,
      'rename the file; its name is the contributor’s id',
    );
  }
  const text = renderText(manuscript.body, site.language, {
    path,
    firstLine: manuscript.bodyLine,
    site,
    media: setting.media,
    words: wordsIn(site.language, site.words),
    dateline: undefined,
    sponsored: false,
  });
  const references = text.references.map(({ target, place }) => ({
    code: 'link-broken' as const,
    path,
    at: { kind: 'text' as const, ...place },
    message: `Unexpected link ${quote(target)}, expected a web address`,
    hint: 'biographies link to other sites only; write an address that begins with `https://`',
  }));
  const contributor: Contributor = {
    path,
    id: id as Slug,
    name: reader.filled(values.name, 'name')?.replace(/\s+/g, ' ') ?? id,
    names: readLocalNames(values.names, reader),
    role: reader.filled(values.role, 'role'),
    picture: reader.picture(values.image, site.language, 'image'),
    email: readEmail(values.email, reader),
    links: readContributorLinks(values.links, reader),
    formerNames: readFormerNames(values, reader),
    biography: fillSlots(text.html, () => asHtml('')),
    biographyText: plain(text.html),
    media: [...reader.usedMedia, ...text.usedMedia],
  };
  return {
    value: contributor,
    findings: [...findings, ...reader.findings, ...text.findings, ...references],
  };
}

/** Each once, and without the name that is the present one. */
function readFormerNames({ name, formerNames }: Partial<ContributorValues>, reader: Reader): readonly string[] {
  const names = (formerNames ?? []).flatMap(
    (former, index) => reader.filled(former, 'formerNames', index)?.replace(/\s+/g, ' ') ?? [],
  );
  return [...new Set(names)].filter((former) => former !== name?.trim());
}

function readEmail(value: string | undefined, reader: Reader): string | undefined {
  const email = reader.filled(value, 'email');
  if (email === undefined || isEmail(email)) return email;
  reader.note(
    'url-invalid',
    valueAt('email'),
    `Unexpected address ${quote(email)}, expected one like \`name@example.com\``,
    'correct `email`',
  );
  return undefined;
}

/** The first paragraph's words. */
function plain(html: string): string {
  const paragraph = /<p>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  return paragraph
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
