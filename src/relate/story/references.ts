import type { Reference } from '../../domain/story/article.ts';
import type { ResolvedReference, Story } from '../../domain/story/story.ts';
import { fileName, type TextPlace } from '../../domain/source.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { type Finding, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { didYouMean, nearest } from '../../diagnostics/wording.ts';
import { quote } from '../../diagnostics/wording.ts';
import { contentPaths, pathNames } from '../../markdown/content-paths.ts';
import type { Destination, Destinations } from './destinations.ts';
import { isStoryFile } from './named-stories.ts';

/** A text with references in it, and the file that it is from. */
export interface ReferringText {
  readonly path: string;
  readonly references: readonly Pick<Reference, 'kind' | 'target'>[];
  /** Where one of them stands. */
  readonly placeOf: (index: number) => TextPlace | undefined;
  /** Whether one stands in a part that is under embargo: what it leads to is not published for it. */
  readonly isHidden?: (index: number) => boolean;
}

/** Finds out where the references of a text lead. Files that they need are added to `files`. */
export function resolveReferences(
  text: ReferringText,
  destinations: Destinations,
  notes: { readonly findings: Finding[]; readonly files: Set<string> },
): readonly ResolvedReference[] {
  return text.references.map((reference, index) => {
    const resolver = new Resolver(
      { path: text.path, reference, placeOf: () => text.placeOf(index) },
      destinations,
      text.isHidden?.(index) ? { ...notes, files: new Set() } : notes,
    );
    return reference.kind === 'story' ? resolver.story() : resolver.link();
  });
}

const NOWHERE: ResolvedReference = { kind: 'nowhere' };

class Resolver {
  private readonly path: string;
  private readonly reference: Pick<Reference, 'kind' | 'target'>;
  private readonly placeOf: () => TextPlace | undefined;
  private readonly destinations: Destinations;
  private readonly notes: { readonly findings: Finding[]; readonly files: Set<string> };

  constructor(
    {
      path,
      reference,
      placeOf,
    }: {
      readonly path: string;
      readonly reference: Pick<Reference, 'kind' | 'target'>;
      readonly placeOf: () => TextPlace | undefined;
    },
    destinations: Destinations,
    notes: Resolver['notes'],
  ) {
    this.path = path;
    this.reference = reference;
    this.placeOf = placeOf;
    this.destinations = destinations;
    this.notes = notes;
  }

  story(): ResolvedReference {
    const { target } = this.reference;
    if (target === '') return NOWHERE;
    const { storiesBySlug } = this.destinations;
    const found = storiesBySlug.get(target);
    if (found) return this.published(found, (story) => ({ kind: 'story', story }));
    const hint = didYouMean(
      target,
      [...storiesBySlug.keys()],
      'write the `slug` of a story, mostly its file name without `.md`',
    );
    return this.fail('story-unknown', `Unexpected story ${quote(target)}, expected the slug of one`, hint);
  }

  link(): ResolvedReference {
    const [, address = '', fragment = ''] = /^([^?#]*)(.*)$/s.exec(this.reference.target) ?? [];
    if (isStoryFile(address)) return this.source(address, fragment);
    if (address.startsWith('/')) return this.address(address, fragment);
    return this.file(address);
  }

  /** A link to a Markdown file of the newsroom. */
  private source(written: string, fragment: string): ResolvedReference {
    const paths = written.startsWith('/')
      ? contentPaths(written.slice(1), 'content/x')
      : contentPaths(written, this.path);
    const [likeliest] = paths;
    if (likeliest === undefined) return this.outside();
    const { storiesByPath, pagesByPath } = this.destinations;
    for (const path of paths) {
      const found = storiesByPath.get(path);
      if (found) return this.published(found, ({ url }) => ({ kind: 'page', url, fragment }));
      const page = pagesByPath.get(path);
      if (page !== undefined) return { kind: 'page', url: page, fragment };
    }
    const known = [...storiesByPath.keys()];
    const name = fileName(likeliest);
    const nearestName = nearest(name, known.map(fileName));
    const meant = known.find((path) => fileName(path) === (nearestName ?? name));
    const hint =
      meant === undefined
        ? 'write the path from this file to the other: `../10/report.md`'
        : `did you mean \`${relative(this.path, meant)}\`?`;
    return this.fail('link-broken', `Unexpected link ${quote(written)}, expected the file of a story`, hint);
  }

  /** A link to an address of the site. */
  private address(written: string, fragment: string): ResolvedReference {
    const { hasUrl, heldBackUrls, media, urls, hasUnknownUrls } = this.destinations;
    const names = pathNames(written);
    const variants = names.flatMap((name) => [name, `${name}/`, name.replace(/index\.html$/, '')]);
    const url = variants.find(hasUrl);
    if (url !== undefined) return { kind: 'page', url: url as UrlPath, fragment };
    if (variants.some((variant) => heldBackUrls.has(variant))) return this.unpublished();
    const file = contentPaths(written.slice(1), 'content/x').find((path) => media.find(path).kind === 'found');
    if (file !== undefined) return this.toFile(file);
    if (hasUnknownUrls) return { kind: 'page', url: (names.at(-1) ?? written) as UrlPath, fragment };
    return this.fail(
      'link-broken',
      `Unexpected link ${quote(written)}, expected the address of a page`,
      didYouMean(written, urls, 'link to the Markdown file of a story: `../10/report.md`'),
    );
  }

  /** A link to a picture or another file, beside the story or in `content/media/`. */
  private file(written: string): ResolvedReference {
    const { media } = this.destinations;
    const places = contentPaths(written, this.path, 'content/media/x');
    if (places.length === 0) return this.outside();
    const file = places.find((path) => media.find(path).kind === 'found');
    if (file !== undefined) return this.toFile(file);
    const hint = 'write an address that begins with `https://`, or the path of a Markdown file';
    return this.fail(
      'link-broken',
      `Unexpected link ${quote(this.reference.target)}, expected something that is there`,
      didYouMean(written, media.paths.map(fileName), hint),
    );
  }

  private toFile(path: string): ResolvedReference {
    this.notes.files.add(path);
    return { kind: 'file', url: mediaUrl(path) };
  }

  private published({ published }: Destination, make: (story: Story) => ResolvedReference): ResolvedReference {
    return published ? make(published) : this.unpublished();
  }

  private unpublished(): ResolvedReference {
    return this.fail(
      'link-unpublished',
      `Unexpected link to ${quote(this.reference.target)}, expected a story that is published`,
      'publish that story first; until then the words stand without a link',
    );
  }

  private outside(): ResolvedReference {
    return this.fail(
      'path-outside',
      `Unexpected path ${quote(this.reference.target)}, expected one inside content/`,
      'link to a file in content/, or to an address that begins with `https://`',
    );
  }

  private fail(code: DiagnosticCode, message: string, hint: string): ResolvedReference {
    const place = this.placeOf();
    const at = place ? ({ kind: 'text', ...place } as const) : WHOLE_FILE;
    this.notes.findings.push({ code, path: this.path, at, message, hint });
    return NOWHERE;
  }
}

/** The path from one file to another, both from the content folder's parent. */
function relative(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
