import type { Reference } from '../../domain/story/article.ts';
import type { ResolvedReference, Story } from '../../domain/story/story.ts';
import type { TextPlace } from '../../domain/content/source.ts';
import { mediaType, mediaUrl } from '../../domain/media/files.ts';
import type { MediaFound } from '../../domain/media/library.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { hasAnchor } from '../../domain/story/anchors.ts';
import { describeFragment } from '../../diagnostics/fragments.ts';
import { type Finding, type Spot, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { didYouMean } from '../../diagnostics/wording.ts';
import { encodeSpaces, readAddress } from '../../domain/site/written-address.ts';
import { quote } from '../../diagnostics/wording.ts';
import { contentPaths, mediaPaths, pathNames } from '../../markdown/content-paths.ts';
import { addressesNamed } from '../addresses/meant-addresses.ts';
import type { Destination, Destinations } from './destinations.ts';
import { type BrokenLink, hintForFile, hintForPath, hintForSource } from './link-hints.ts';
import { isStoryFile, lastPart } from './named-stories.ts';

/** A text with references in it, and the file that it is from. */
export interface ReferringText {
  readonly path: string;
  readonly references: readonly Pick<Reference, 'kind' | 'target'>[];
  /** Where one of them stands. */
  readonly placeOf: (index: number) => TextPlace | Spot | undefined;
  /** Whether one stands under a key, where it is printed as it is, whatever it leads to. */
  readonly isOfKey?: (index: number) => boolean;
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
      {
        path: text.path,
        reference,
        placeOf: () => text.placeOf(index),
        isOfKey: () => text.isOfKey?.(index) ?? false,
      },
      destinations,
      text.isHidden?.(index) ? { ...notes, files: new Set() } : notes,
    );
    return reference.kind === 'story' ? resolver.story() : resolver.link();
  });
}

const NOWHERE: ResolvedReference = { kind: 'nowhere' };

/** A reference, and where it stands. */
interface Referring extends Pick<ReferringText, 'path'> {
  readonly reference: Pick<Reference, 'kind' | 'target'>;
  readonly placeOf: () => TextPlace | Spot | undefined;
  readonly isOfKey: () => boolean;
}

class Resolver {
  private readonly from: Referring;
  private readonly destinations: Destinations;
  private readonly notes: { readonly findings: Finding[]; readonly files: Set<string> };

  constructor(from: Referring, destinations: Destinations, notes: Resolver['notes']) {
    this.from = from;
    this.destinations = destinations;
    this.notes = notes;
  }

  story(): ResolvedReference {
    const { target } = this.from.reference;
    if (target === '') return NOWHERE;
    const { storiesBySlug } = this.destinations;
    const found = storiesBySlug.get(target);
    if (found?.path === this.from.path) {
      const message = `Unexpected card of ${quote(target)} in that story itself, expected another one`;
      return this.fail('related-itself', message, 'write the slug of another story, or remove it');
    }
    if (found) return this.published(found, (story) => ({ kind: 'story', story }));
    const last = lastPart(target);
    const hint = didYouMean(
      target.includes('/') && storiesBySlug.has(last) ? last : target,
      [...storiesBySlug.keys()],
      'write the `slug` of a story, mostly its file name without `.md`',
    );
    return this.fail('story-unknown', `Unexpected story ${quote(target)}, expected the slug of one`, hint);
  }

  link(): ResolvedReference {
    const [, address = '', fragment = ''] = /^([^?#]*)(.*)$/s.exec(this.from.reference.target) ?? [];
    if (isStoryFile(address)) return this.source(address, fragment);
    if (address.startsWith('/')) return this.address(address, fragment);
    return this.file(address);
  }

  /** A link to a Markdown file of the newsroom. */
  private source(written: string, fragment: string): ResolvedReference {
    const paths = written.startsWith('/')
      ? contentPaths(written.slice(1), 'content/x')
      : contentPaths(written, this.from.path);
    if (paths.length === 0) return this.outside();
    const { storiesByPath, pagesByPath, heldBackPages } = this.destinations;
    for (const path of paths) {
      if (heldBackPages.has(path)) return this.unpublished('page');
      const found = storiesByPath.get(path);
      if (found) return this.published(found, ({ url }) => this.toPage(url, fragment));
      const page = pagesByPath.get(path);
      if (page !== undefined) return this.toPage(page, fragment);
    }
    const hint = hintForSource(this.broken(written), this.destinations);
    return this.fail('link-broken', `Unexpected link ${quote(written)}, expected the file of a story`, hint);
  }

  private broken(written: string): BrokenLink {
    return { written, from: this.from.path, isOfKey: this.from.isOfKey() };
  }

  /** A link to an address of the site. */
  private address(written: string, fragment: string): ResolvedReference {
    const { hasUrl, heldBackUrls, media, hasUnknownUrls, isElsewhere } = this.destinations;
    const names = pathNames(written);
    const variants = names.flatMap(addressesNamed);
    const url = variants.find(hasUrl);
    if (url !== undefined) return this.toPage(url as UrlPath, fragment);
    if (variants.some((variant) => heldBackUrls.has(variant))) return this.unpublished('page');
    const places = mediaPaths(written, this.from.path);
    const file = places.find((path) => media.find(path).kind === 'found');
    if (file !== undefined) return this.toFile(file);
    const broken = places.map((path) => media.find(path)).find(({ kind }) => kind === 'unreadable');
    if (broken) return this.unreadable(broken);
    const isPath = readAddress(encodeSpaces(written)).kind === 'path';
    if (isPath && (hasUnknownUrls || names.some(isElsewhere)))
      return { kind: 'page', url: (names.at(-1) ?? written) as UrlPath, fragment };
    const hint = hintForPath(this.broken(written), this.destinations);
    return this.fail('link-broken', `Unexpected link ${quote(written)}, expected the address of a page`, hint);
  }

  /** A link to a picture or another file, beside the story or in `content/media/`. */
  private file(written: string): ResolvedReference {
    const { media } = this.destinations;
    const places = mediaPaths(written, this.from.path);
    if (places.length === 0 && !written.includes('\\')) return this.outside();
    const file = places.find((path) => media.find(path).kind === 'found');
    if (file !== undefined) return this.toFile(file);
    const { heldBackPages, pagesByPath } = this.destinations;
    if (places.some((path) => heldBackPages.has(path))) return this.unpublished('page');
    const asIs = places.find((path) => pagesByPath.has(path));
    if (asIs !== undefined) return this.page(asIs);
    const broken = places.map((path) => media.find(path)).find(({ kind }) => kind === 'unreadable');
    if (broken) return this.unreadable(broken);
    return this.fail(
      'link-broken',
      `Unexpected link ${quote(this.from.reference.target)}, expected something that is there`,
      hintForFile(this.broken(written), this.destinations),
    );
  }

  /** `behind` is what follows the address: a query, a fragment. */
  private toPage(url: UrlPath, behind: string): ResolvedReference {
    const fragment = behind.includes('#') ? behind.slice(behind.indexOf('#') + 1) : '';
    const anchors = fragment === '' ? undefined : this.destinations.anchorsAt(url);
    if (anchors !== undefined && !hasAnchor(anchors, fragment)) this.note(describeFragment(fragment, anchors));
    return { kind: 'page', url, fragment: behind };
  }

  private page(path: string): ResolvedReference {
    return { kind: 'page', url: this.destinations.pagesByPath.get(path) as UrlPath, fragment: '' };
  }

  /** A picture or a recording that is no such thing. */
  private unreadable(found: MediaFound): ResolvedReference {
    const reason = found.kind === 'unreadable' ? found.reason : '';
    const message = `Unexpected bytes in ${quote(this.from.reference.target)}, expected what its name says (${reason})`;
    const code = mediaType(this.from.reference.target) === undefined ? 'media-unreadable' : 'picture-unreadable';
    return this.fail(code, message, 'export the file again, and put it in the place of this one');
  }

  private toFile(path: string): ResolvedReference {
    this.notes.files.add(path);
    return { kind: 'file', url: mediaUrl(path) };
  }

  private published({ published }: Destination, make: (story: Story) => ResolvedReference): ResolvedReference {
    return published ? make(published) : this.unpublished('story');
  }

  private unpublished(what: 'story' | 'page'): ResolvedReference {
    return this.fail(
      'link-unpublished',
      `Unexpected link to ${quote(this.from.reference.target)}, expected a ${what} that is published`,
      `publish that ${what} first; until then ${this.from.isOfKey() ? 'this link leads nowhere' : 'the words stand without a link'}`,
    );
  }

  private outside(): ResolvedReference {
    return this.fail(
      'path-outside',
      `Unexpected path ${quote(this.from.reference.target)}, expected one inside content/`,
      'link to a file in content/, or to an address that begins with `https://`',
    );
  }

  private fail(code: DiagnosticCode, message: string, hint: string): ResolvedReference {
    this.note({ code, message, hint });
    return NOWHERE;
  }

  private note(description: Pick<Finding, 'code' | 'message' | 'hint'>): void {
    const place = this.from.placeOf() ?? WHOLE_FILE;
    const at: Spot = 'kind' in place ? place : { kind: 'text', ...place };
    this.notes.findings.push({ path: this.from.path, at, ...description });
  }
}
