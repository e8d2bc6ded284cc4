import type { Archive, ArchiveSite, Category, ImportNote } from '../../archive.ts';
import type { LookUp, Syntax } from './calls/tag.ts';
import type { Facts } from './keys/facts.ts';
import type { Project } from './project.ts';
import type { WrittenRule } from './redirects/rules.ts';
import type { Values } from './values/plain-values.ts';

/** A system whose projects are folders of texts. */
export interface System {
  /** As `--type` names it. */
  readonly type: string;
  readonly name: string;
  /** What is read, for the help. */
  readonly reads: string;
  /** Whether a folder is a project of it, by its configuration. */
  recognises(project: Project): boolean;
  open(project: Project): Publication;
}

/** What a project says of all its texts. */
export interface Publication {
  readonly site: ArchiveSite;
  /** Before the paths of all pages: `/blog`, or nothing. */
  readonly base: string;
  /** The files of all texts. */
  readonly texts: readonly string[];
  /** Folders whose files have the addresses that they have in it, the first of them first. */
  readonly statics: readonly string[];
  /** How front matter is written. */
  readonly format: 'fences' | 'header-lines';
  /** Whether a file without any is no page. */
  readonly needsFrontMatter: boolean;
  /** The keys of a text: its own, and those that the project gives it. */
  values(path: string, own: Values): Values;
  /** Where a text was in the old site; `undefined` if it is no page: the text of a section, a part of another. */
  place(path: string, facts: Facts): Place | undefined;
  /** The commands of a text. */
  syntax(path: string, text: SyntaxFacts): Syntax | undefined;
  /** A plain value of the site, as its templates name it: `site.title`. */
  readonly value: LookUp;
  /** How addresses of this system alone are written: `@/a.md`, `{static}/a.jpg`. Gives a path from the root of the project's texts or of the site. */
  readAddress(written: string): WrittenAddress;
  /** The address of a list of stories, by what it is of. */
  readonly lists: {
    readonly category?: (id: string) => string;
    readonly topic?: (name: string) => string;
    /** Where it is there, everybody who is credited had a page. */
    readonly contributor?: (name: string) => string;
    /** Of names of a kind that only this site sorts by: `/places/upper-quay/`. */
    readonly term?: (taxonomy: string, name: string) => string;
  };
  /** Pages that listed all names of one kind, such as all tags, and the pages here that come nearest. */
  readonly indexes?: readonly { readonly from: string; readonly to: string }[];
  /** Addresses of the home page besides the shortest: those of languages. */
  readonly homes?: readonly string[];
  /** Addresses of the feeds of the whole site. */
  readonly feeds: readonly string[];
  /** The addresses of the feeds of a list, by that of the list. */
  readonly feedsOf?: (list: string) => readonly string[];
  /** What stood behind the addresses of lists. */
  readonly endings?: Archive['endings'];
  /** Where another address begins that has no `/` before it. */
  readonly aliasesFrom: 'root' | 'text';
  /** Redirects that its configuration has, beside those of files for hosts. */
  readonly rules?: readonly WrittenRule[];
  /** Lists whose address is known by itself. */
  readonly sections: readonly { readonly url: string; readonly category: Category }[];
  readonly notes: readonly ImportNote[];
}

export interface SyntaxFacts {
  readonly lookUp: LookUp;
  readonly bindings: ReadonlyMap<string, string>;
}

/** An address, or a file of the project that it names. */
export type WrittenAddress =
  | { readonly kind: 'address'; readonly address: string }
  /** `path` from the root of the project; `rest` is what followed `?` or `#`, with it. */
  | { readonly kind: 'file'; readonly path: string; readonly rest: string };

export interface Place {
  readonly kind: 'story' | 'page';
  readonly url: string | undefined;
  /** BCP 47, where it is known. */
  readonly language?: string | undefined;
  /** The same for texts that are one another's translations. */
  readonly base: string;
  readonly slug?: string | undefined;
  /** As the file's name has it. */
  readonly date?: string | undefined;
  /** By the folders that it lies in. */
  readonly categories?: readonly Category[];
  readonly status?: 'draft' | 'published' | undefined;
  /** Of its topics those that readers saw. */
  readonly topics?: readonly string[];
}
