import { pictureNotes } from '../domain/content/key-text.ts';
import type { Contributor, ExternalLink, LocalName } from '../domain/contributors.ts';
import type { Manuscript } from '../domain/content/source.ts';
import { readAddress } from '../domain/site/written-address.ts';
import { keyAt, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/wording.ts';
import { plainText } from '../formats/html-text.ts';
import { fillSlots } from '../markdown/slots.ts';
import { asHtml } from '../domain/html.ts';
import type { Setting, Validated } from './setting.ts';
import { judgeTextsOfKeys } from './rules/texts-of-keys.ts';
import { Reader } from './reader.ts';
import { atMost, checkShape, line, listOf, mapOf, name, text, word } from './shape.ts';
import * as z from 'zod';
import { readPageText } from './own-pages/page-text.ts';
import { canonical, languageHint } from './languages.ts';

/** Makes a contributor of a file in `content/contributors/`. */
export function validateContributor(manuscript: Manuscript, setting: Setting): Validated<Contributor> {
  const { path, frontMatter } = manuscript;
  const { site } = setting;
  const given = frontMatter.kind === 'read' ? frontMatter.values : undefined;
  const { values, findings } = checkShape<ContributorValues>(path, given, contributorSchema);
  const reader = new Reader(path, setting);
  const id = reader.fileId('contributor’s');
  const { value: text, findings: ofText } = readPageText(manuscript, site.language, setting);
  const references = text.references.map(({ target, place }) => ({
    code: 'link-broken' as const,
    path,
    at: { kind: 'text' as const, ...place },
    message: `Unexpected link ${quote(target)}, expected a web address`,
    hint: 'biographies link to other sites only; write an address that begins with `https://`',
  }));
  // Of a link that is left out, its words are there.
  const biography = fillSlots(text.html, () => asHtml(''));
  const contributor: Contributor = {
    path,
    id,
    name: reader.filled(values.name, 'name')?.replace(/\s+/g, ' ') ?? id,
    names: readLocalNames(values.names, reader),
    role: reader.filled(values.role, 'role'),
    picture: reader.picture(values.image, site.language, 'image'),
    email: readEmail(values.email, reader),
    links: readContributorLinks(values.links, reader),
    formerNames: readFormerNames(values, reader),
    biography,
    biographyText: plain(biography),
    media: [...reader.usedMedia, ...text.media],
  };
  return {
    value: contributor,
    findings: [
      ...[...findings, ...reader.findings, ...ofText, ...references],
      ...judgeTextsOfKeys(path, values, contributorSchema),
    ],
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
  return plainText(asHtml(/<p(?:\s[^>]*)?>(.*?)<\/p>/s.exec(html)?.[1] ?? ''));
}

const MOST = { names: 100, links: 50, formerNames: 50 } as const;

/** The front matter of a file in `content/contributors/`. */
export const contributorSchema = mapOf(
  {
    name,
    names: atMost(z.record(z.string(), name, { error: 'languages and the name in each' }), MOST.names).optional(),
    role: text.optional(),
    image: mapOf(
      { src: word, alt: text.optional(), caption: line.optional(), credit: text.optional(), focus: word.optional() },
      '`{ src, alt, caption, credit, focus }`',
    ).optional(),
    email: word.optional(),
    links: atMost(
      listOf(
        z.union([word, mapOf({ label: text, url: word }, '`{ label, url }`')], {
          error: 'an address, or `{ label, url }`',
        }),
        'a list of addresses, or of `{ label, url }`',
      ),
      MOST.links,
    ).optional(),
    formerNames: atMost(listOf(name, 'a list of names'), MOST.formerNames).optional(),
  },
  'keys and values, such as `name: …`',
);
export type ContributorValues = z.infer<typeof contributorSchema>;

/**
 * Reads the links of a contributor, each with a label or without: where there is none, the address without its scheme stands
 * for it. They lead to other sites, to pages of this one, or to an e-mail address.
 */
function readContributorLinks(values: ContributorValues['links'] | undefined, reader: Reader): readonly ExternalLink[] {
  const first = new Map<string, readonly (string | number)[]>();
  return (values ?? []).flatMap((value, index): readonly ExternalLink[] => {
    const isText = typeof value === 'string';
    const written = isText ? value : value.url;
    const keys = isText ? (['links', index] as const) : (['links', index, 'url'] as const);
    const label = isText ? undefined : reader.filled(value.label, 'links', index, 'label');
    const url = readContributorLink(written, keys, reader);
    if (url === undefined) return [];
    const isRepeated = first.has(url);
    reader.noteRepeated(url, first, ...keys);
    return isRepeated ? [] : [{ label: label ?? shortForm(url), url }];
  });
}

function readContributorLink(written: string, keys: readonly (string | number)[], reader: Reader): string | undefined {
  const address = readAddress(written);
  if (address.kind !== 'mail') return reader.link(written, ...keys);
  if (isEmail(address.mailbox)) return `mailto:${address.mailbox}`;
  const message = `Unexpected address ${quote(written)}, expected one like \`mailto:name@example.com\``;
  reader.note('url-invalid', valueAt(...keys), message, 'write one e-mail address, and nothing behind it');
  return undefined;
}

/** `https://www.example.com/jane/` → `example.com/jane`. */
function shortForm(url: string): string {
  const shown = readable(url);
  const short = shown.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, '').replace(/\/$/, '');
  return short === '' ? shown : short;
}

/** An address with its letters decoded, unless it then is one that nobody may write: marks of direction would show it as another. */
function readable(address: string): string {
  try {
    const decoded = decodeURI(address);
    return readAddress(decoded).kind === 'fault' ? address : decoded;
  } catch {
    return address;
  }
}

/** Reads what a contributor is called in other languages: one name in each. */
function readLocalNames(values: ContributorValues['names'] | undefined, reader: Reader): readonly LocalName[] {
  const names = new Map<string, string>();
  for (const [key, value] of Object.entries(values ?? {})) {
    const language = canonical(key);
    const name = reader.filled(value, 'names', key)?.replace(/\s+/g, ' ');
    if (language === undefined) {
      const message = `Unexpected language ${quote(key)}, expected a code like \`ar\` or \`zh-Hant\``;
      reader.note('language-invalid', keyAt('names', key), message, languageHint(key));
    } else if (name !== undefined) {
      names.set(language, name);
    }
  }
  return [...names].map(([language, name]) => ({ language, name }));
}

/** Whether a text is an e-mail address that can be written into a link: one `@`, a host with a dot, nothing that ends a link. */
function isEmail(text: string): boolean {
  const [name = '', host = '', ...others] = text.split('@');
  return others.length === 0 && name !== '' && /[^.]\.[^.]/.test(host) && !/[\s<>"?&%\\]/.test(text);
}

/** What is said of the keys of a contributor. */
export const CONTRIBUTOR_NOTES = {
  name: {
    help: 'The name as it is printed, and sorted in the alphabet of the language of the site.',
    examples: ['Jane Doe'],
  },
  names: {
    label: 'Names in other languages',
    help: 'What they are called in other languages. Stories in one of them that credit the id print that name, and stories that credit the name lead to this page.',
    examples: [{ ar: 'جين دو' }],
    names: { from: 'languages', isClosed: false },
  },
  role: { help: 'What they do, printed under the name.', examples: ['Harbour reporter'] },
  image: {
    label: 'Portrait',
    help: 'The portrait, which is also beside their bylines.',
    examples: [{ src: 'jane.jpg', alt: 'Jane Doe at the quay.' }],
    more: 'pictures',
    keys: pictureNotes('jane.jpg'),
  },
  email: { label: 'E-mail', help: 'An e-mail address, printed as a link.', examples: ['jane@post.example'] },
  links: {
    help: 'Links to other sites, to pages of this one or to an e-mail address (`mailto:`): an address alone, or with words. Search engines are told that those to other sites are about the same person.',
    examples: [['https://social.example/@jane', { label: 'Tide notes', url: 'https://example.com/tides' }]],
    content: 'address',
    keys: {
      label: { help: 'The words to print for it.', examples: ['Tide notes'] },
      url: { label: 'Address', help: 'Where it leads.', examples: ['https://example.com/tides'], content: 'address' },
    },
  },
  formerNames: {
    help: 'Earlier names. Stories that credit one of them lead to this page and keep the name that they print; the page says “Formerly …”.',
    examples: [['Jane Roe']],
  },
} as const;
