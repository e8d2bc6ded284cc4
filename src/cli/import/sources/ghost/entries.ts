import type { Archive, ArchivePicture, Entry, ImportNote } from '../../archive.ts';
import { lineOfHtml } from '../../convert/html-to-markdown.ts';
import { type PostRow, readPosts } from './export.ts';
import { lineOf, type Row, textOf, withHome } from './fields.ts';
import { momentOf } from './moments.ts';
import { type Facts, outlineOf, type PostOutline } from './outlines.ts';
import { markdownOf } from './text/markdown-of.ts';

/** The posts and pages of an export with their texts, one after the other. */
export async function* entriesOf(facts: Facts): ReturnType<Archive['entries']> {
  for await (const { post, row } of readPosts(facts.archive)) yield entryOf(post, row, facts);
}

function entryOf(post: PostRow, row: Row, facts: Facts): Entry {
  const told = outlineOf(post, facts);
  const { outline } = told;
  const meta = facts.archive.meta.get(post.id) ?? row;
  const description =
    outline.kind === 'page' ? (lineOf(row, 'custom_excerpt') ?? lineOf(meta, 'meta_description')) : undefined;
  const canonical = canonicalOf(row, outline.url, facts.home);
  return {
    ...outline,
    // What themes print under a headline. Where nobody wrote it they print the first words of the text.
    dek: description ?? lineOf(row, 'custom_excerpt'),
    updated: outline.status === 'published' ? momentOf(row, 'updated_at') : undefined,
    credits: outline.contributors.map((key) => ({ contributor: { key } })),
    image: pictureOf(row, meta, facts.home),
    keys: {
      ...(typeof canonical === 'string' ? { canonical } : {}),
      ...(told.isRestricted && outline.kind === 'story' ? { free: false } : {}),
    },
    text: (context) => {
      for (const note of notesOf(row, told, canonical)) context.note(note);
      return markdownOf(row, facts.home, context);
    },
  };
}

/** An address that a post has elsewhere; `null` if it is one of the old site, and not the post's. */
function canonicalOf(row: Row, own: string | undefined, home: string): string | null | undefined {
  const written = textOf(row, 'canonical_url').trim();
  if (written === '') return undefined;
  const isElsewhere = /^https?:\/\/[^\s/]/i.test(written) && URL.canParse(written);
  if (isElsewhere && (home === '' || !written.startsWith(`${home}/`))) return written;
  return own !== undefined && withHome(written, home) === own ? undefined : null;
}

function pictureOf(row: Row, meta: Row, home: string): ArchivePicture | undefined {
  const address = withHome(textOf(row, 'feature_image', 'image').trim(), home);
  if (address === '') return undefined;
  return {
    address,
    // Ghost writes an empty one where nobody has said anything.
    alt: lineOf(meta, 'feature_image_alt'),
    caption: lineOfHtml(withHome(textOf(meta, 'feature_image_caption'), home)) || undefined,
  };
}

function notesOf(
  row: Row,
  { notes, isRestricted, outline }: PostOutline,
  canonical: string | null | undefined,
): readonly ImportNote[] {
  const all = [...notes];
  if (isRestricted && outline.kind === 'story') {
    const advice =
      'it has `free: false`, which locks nothing: see “Stories that are not free” in node_modules/broadsheet/docs/writing.md';
    all.push({ kind: 'look', what: 'story for members', advice, detail: textOf(row, 'visibility') });
  }
  if (canonical === null) {
    const advice = 'left out, for it leads to another page of the old site';
    all.push({ kind: 'lost', what: 'canonical address', advice, detail: textOf(row, 'canonical_url') });
  }
  const injected = textOf(row, 'codeinjection_head') + textOf(row, 'codeinjection_foot');
  if (injected !== '') {
    const advice = 'left out: scripts and styles of single stories have no place';
    all.push({ kind: 'lost', what: 'code injection', advice, detail: injected });
  }
  return all;
}
