import type { ImportNote, Shortcode, TextContext } from '../../../../../src/cli/import/archive.ts';
import type { Syntax } from '../../../../../src/cli/import/sources/folder/calls/tag.ts';
import { rewriteMarkdown } from '../../../../../src/cli/import/sources/folder/text/rewrite-markdown.ts';

interface RewriteSetting {
  readonly syntax?: Syntax;
  readonly title?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly references?: Readonly<Record<string, string>>;
  readonly shortcode?: (call: Shortcode) => string | undefined;
  readonly link?: (address: string) => string;
}

/** What is told of a text beside its Markdown, by a context that moves `/old/` to `/new/` and every medium to `/media/`. */
export interface Rewritten {
  readonly text: string;
  readonly notes: readonly ImportNote[];
  readonly media: readonly string[];
  readonly links: readonly string[];
}

export function rewrite(text: string, setting: RewriteSetting = {}): Rewritten {
  const notes: ImportNote[] = [];
  const media: string[] = [];
  const links: string[] = [];
  const context: TextContext = {
    entry: {
      key: 'a',
      place: 'a.md',
      kind: 'story',
      title: setting.title ?? '',
      status: 'published',
      categories: [],
      contributors: [],
      topics: [],
    },
    link: (address) => {
      links.push(address);
      return setting.link ? setting.link(address) : address.replace(/^(?:https:\/\/old\.example)?\/old\//, '/new/');
    },
    media: (address) => {
      media.push(address);
      return /\.(?:exe|js)$/.test(address) ? undefined : `/media/${address.replace(/^.*\//, '')}`;
    },
    shortcode: (call) => setting.shortcode?.(call),
    note: (note) => void notes.push(note),
  };
  const rules = {
    file: (name: string) => (setting.files?.includes(name) ? `/${name}` : undefined),
    syntax: setting.syntax,
    title: setting.title ?? '',
    readAddress: (written: string) => written,
    reference: (name: string) =>
      Object.hasOwn(setting.references ?? {}, name) ? setting.references?.[name] : undefined,
    value: (path: string) => (Object.hasOwn(setting.values ?? {}, path) ? setting.values?.[path] : undefined),
  };
  return { text: rewriteMarkdown(text, rules, context), notes, media, links };
}
