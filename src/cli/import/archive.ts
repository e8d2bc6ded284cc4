import type { CreditRole } from '../../domain/contributors.ts';

/**
 * An archive of another system, as its reader tells of it. What is small is known of all of it at once; texts are read one after the other, so
 * that an archive of any size can be moved in with bounded memory.
 */
export interface Archive {
  /** The system that wrote it, as its users call it: `WordPress`. */
  readonly system: string;
  readonly site: ArchiveSite;
  readonly contributors: readonly ArchiveContributor[];
  /** All stories and pages, in an order that is the same each time the archive is read. */
  readonly outlines: readonly Outline[];
  /** Addresses of the old site that are lists of stories. */
  readonly lists: readonly ArchiveList[];
  /** Other addresses of the old site and where they lead, both as the archive has them: a path or a whole address. */
  readonly redirects: readonly {
    readonly from: string;
    readonly to: string;
    /** Whether somebody wrote it, who is told where it leads nowhere now. */
    readonly isWritten?: true;
  }[];
  /** Likewise of many addresses, in the form of `redirects.yaml`: `/blog/:slug/` → `/:slug/`. */
  readonly patterns?: readonly { readonly from: string; readonly to: string }[];
  /**
   * What the old system answered behind the address of each story, page and list, and where that leads: `{ ending: 'amp/' }` to the page itself, otherwise
   * as in `redirects`. A part that begins with `:` stands for any; `ofHome` says where the ending leads that stands behind the address of the site.
   */
  readonly endings?: readonly { readonly ending: string; readonly to?: string; readonly ofHome?: string }[];
  /** What could stand before the path of each: `index.php/`. */
  readonly beginnings?: readonly string[];
  /** What was found of the whole that no entry can be told for. */
  readonly notes: readonly ImportNote[];
  /** The stories and pages with their texts, in the order of `outlines`, each `key` once. May be called more than once. */
  entries(): AsyncIterable<Entry>;
  /**
   * The absolute path of a medium's file on this machine.
   *
   * @param address As a text or a key of the archive has it: a whole address, a path of the old site, or one that is relative to the entry.
   * @returns `undefined` where the archive came without it; it may then be fetched.
   */
  findMedia(address: string, entry: Outline): string | undefined;
}

export interface ArchiveSite {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Its address, whole: `https://old.example/blog/`. Paths of the archive are below its host. */
  readonly url?: string | undefined;
  /** Other hosts that it had, in small letters, such as `www.old.example`. */
  readonly hosts?: readonly string[];
  /** BCP 47. */
  readonly language?: string | undefined;
  /** IANA. */
  readonly timeZone?: string | undefined;
}

export interface ArchiveContributor {
  /** As `Entry.credits` names them. */
  readonly key: string;
  readonly name: string;
  readonly role?: string | undefined;
  /** Web addresses. */
  readonly links?: readonly string[];
  /** The address of a portrait, as in {@link Archive.findMedia}. */
  readonly image?: string | undefined;
  /** Their biography in Markdown. */
  readonly text?: (context: TextContext) => string;
}

/** A page of the old site that listed stories. */
export interface ArchiveList {
  /** A path or a whole address. */
  readonly url: string;
  /** Other addresses that led there, likewise. */
  readonly otherUrls?: readonly string[];
  /** Addresses of its feeds, likewise. */
  readonly feeds?: readonly string[];
  readonly of:
    | { readonly kind: 'category'; readonly id: string }
    | { readonly kind: 'topic'; readonly name: string }
    | { readonly kind: 'contributor'; readonly key: string };
}

/** A rubric of the old site. Some become sections, the others topics. */
export interface Category {
  /** As the old system had it in addresses, mostly: `local-news`. */
  readonly id: string;
  readonly title: string;
}

/** A story or a page, without its text. */
export interface Outline {
  /** The same each time the archive is exported, and no other's: `post 123`. */
  readonly key: string;
  /** Where it stands in the archive, for people: a file and a line, or `post 123`. */
  readonly place: string;
  readonly kind: 'story' | 'page';
  /** Plain text, entities decoded, without markup. May be empty. */
  readonly title: string;
  /** The last part of its old address, not percent-encoded. */
  readonly slug?: string | undefined;
  /**
   * When it was first published: with an offset (`2019-03-01T07:30:00+01:00`, `…Z`) an instant, without one
   * (`2019-03-01 07:30`, `2019-03-01`) by the clocks of the site.
   */
  readonly date?: string | undefined;
  /** Where readers found it: a path or a whole address. A draft may have none. */
  readonly url?: string | undefined;
  /** Other addresses that lead to it, likewise; a query is allowed: `/?p=123`. */
  readonly otherUrls?: readonly string[];
  /** `draft` also stands for what was private, or waited for somebody's word. What is dated in the future is `published`, under embargo. */
  readonly status: 'published' | 'draft';
  /** BCP 47, where it differs from the site's. */
  readonly language?: string | undefined;
  /** The main one first. */
  readonly categories: readonly Category[];
  /** Keys of its contributors; see {@link Entry.credits}. */
  readonly contributors: readonly string[];
  /** Names, as readers saw them. */
  readonly topics: readonly string[];
}

export interface Entry extends Outline {
  /** The title as a line of Markdown, where it has emphasis; see `lineOfHtml`. */
  readonly headline?: string | undefined;
  /** Plain text. */
  readonly dek?: string | undefined;
  /** Likewise dated as `date`. */
  readonly updated?: string | undefined;
  readonly credits: readonly ArchiveCredit[];
  readonly image?: ArchivePicture | undefined;
  /** Its text in Markdown of Broadsheet's. Called once. */
  readonly text: (context: TextContext) => string;
  /** Further keys of front matter that need nothing done to them: `{ canonical, noindex, kicker, shortHeadline, label, series }`. */
  readonly keys?: Readonly<Record<string, unknown>>;
  /** Keys of entries that are this one in other languages, by language. */
  readonly translations?: Readonly<Record<string, string>>;
}

export interface ArchiveCredit {
  /** A {@link ArchiveContributor.key}, or a name of somebody who has no page. */
  readonly contributor: { readonly key: string } | { readonly name: string };
  /** `byline` if there is none. */
  readonly credit?: CreditRole | undefined;
}

export interface ArchivePicture {
  /** As in {@link Archive.findMedia}. */
  readonly address: string;
  /** What it shows; `undefined` where the archive does not say, `''` for a decoration. */
  readonly alt?: string | undefined;
  /** Lines of Markdown. */
  readonly caption?: string | undefined;
  /** Plain text. */
  readonly credit?: string | undefined;
}

/** What a text may ask while it is written anew. */
export interface TextContext {
  readonly entry: Outline;
  /**
   * Where a link is to lead now: a path of the new site for a story, a page, a list or a medium of the archive, otherwise the whole address; the empty text
   * where it must not lead anywhere: its words stay.
   *
   * @param address As in the text: whole, a path, relative, or `#place`.
   */
  link(address: string): string;
  /**
   * The name in `content/media/` that a medium gets, and from now on it is moved in.
   *
   * @returns With `/media/` before it; `undefined` where there is to be none, which is noted: a file of a kind that is not published, such as a
   *   script, or one that a page would lack.
   */
  media(address: string): string | undefined;
  /** What is to stand in place of a shortcode, by the mapping file; `undefined` where that has nothing to say. */
  shortcode(call: Shortcode): string | undefined;
  note(note: ImportNote): void;
}

/** A command of another system within a text: `[caption id="7"]…[/caption]`, `{{< figure src="a.jpg" >}}`. */
export interface Shortcode {
  readonly name: string;
  /** By name, or by position from `0` on. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between its beginning and its end, where it has one; Markdown. */
  readonly content: string | undefined;
}

/** Something that an editor should know of. */
export interface ImportNote {
  /**
   * - `lost`: words or media that are not there any more.
   * - `changed`: something else stands in its place.
   * - `look`: carried, but somebody should look at it first.
   */
  readonly kind: 'lost' | 'changed' | 'look';
  /** What it is about, the same words for the same kind of thing, for they are counted: ``shortcode `[poll]` ``. */
  readonly what: string;
  /** What became of it, or is to be done, in a sentence without a full stop; the same for all of one `what`. */
  readonly advice: string;
  /** What it was in this place, cut to 200 characters in the report: the source of the shortcode, an address. */
  readonly detail?: string | undefined;
}

/** What was asked for on the command line that readers of archives need. */
export interface OpenOptions {
  /** Where media of the archive lie, such as `wp-content/uploads`; absolute. */
  readonly media: string | undefined;
  /** What the newsroom said of the old site by options; it counts over what the archive says. */
  readonly site: ArchiveSite;
}

/** A kind of archive that can be moved in. */
export interface ArchiveReader {
  /** As `--type` names it: `wordpress`. */
  readonly type: string;
  /** What it reads, for the help: `a WordPress export (WXR)`. */
  readonly reads: string;
  /**
   * Whether a file or folder is one.
   *
   * @param path Absolute.
   * @param head Of a file its first 64 kB as text, of a folder `undefined`.
   */
  recognises(path: string, head: string | undefined): boolean;
  /** @throws {ImportError} if nothing can be read of it. */
  open(path: string, options: OpenOptions): Promise<Archive>;
}

/** An archive, a mapping file or a target that nothing can be done with. Its message says what was met, what was expected, and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
