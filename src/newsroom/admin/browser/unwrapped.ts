import { unwrap, wrap } from './envelope.ts';
import { SAVED_DRAFTS, type SavedDrafts } from './saved-drafts.ts';

/** What is used of the backends of Decap CMS for repositories. */
interface Repository {
  readonly api: {
    /** @param id Nothing has the newest state be read. */
    readFile(path: string, id: null, options: { readonly parseText: false; readonly branch?: string }): Promise<Blob>;
  };
  getBranch(collection: string, slug: string): string;
  getEntry(path: string): Promise<object>;
  unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
  persistEntry(entry: object, options: object): Promise<unknown>;
}

interface ToSave {
  readonly dataFiles: readonly { readonly path: string; readonly slug: string; readonly raw: string }[];
}

interface SaveOptions {
  readonly newEntry?: boolean;
  readonly collectionName: string;
  /** Whether it is a change that waits to be published. */
  readonly unpublished?: boolean;
}

/**
 * A backend of a repository that is given files as they are, out of their {@link unwrap | envelopes}; that reads them byte for byte; and that refuses to write
 * over a file which is another than the one that was opened.
 */
export function unwrapped(
  Base: new (...parameters: never[]) => Repository,
  drafts: SavedDrafts = SAVED_DRAFTS,
): typeof Base {
  return class extends Base {
    override async getEntry(path: string): Promise<object> {
      return { file: { path, id: null }, data: await this.readWrapped(path) };
    }

    override unpublishedEntryDataFile(collection: string, slug: string, path: string): Promise<string> {
      return this.readWrapped(path, this.getBranch(collection, slug));
    }

    override async persistEntry(entry: object, options: object): Promise<unknown> {
      const { newEntry, unpublished, collectionName } = options as SaveOptions;
      const files = (entry as ToSave).dataFiles.map((file) => ({ ...file, ...unwrap(file.raw) }));
      for (const { path, slug, draft, version } of newEntry === true ? [] : files) {
        const opened = drafts.versionOf({ draft, version });
        const branch = unpublished === true ? this.getBranch(collectionName, slug) : undefined;
        if (opened !== undefined && opened !== (await versionOf(await this.readText(path, branch))))
          throw new Error(
            `${path} was changed by somebody else since you opened it, and nothing was saved: copy your text, load this page again, and put it in`,
          );
      }
      const dataFiles = (entry as ToSave).dataFiles.map((file) => ({ ...file, raw: unwrap(file.raw).text }));
      const persisted = await super.persistEntry({ ...entry, dataFiles }, options);
      for (const { draft, text } of files) drafts.note(draft, await versionOf(text));
      return persisted;
    }

    private async readWrapped(path: string, branch?: string): Promise<string> {
      const text = await this.readText(path, branch);
      return wrap({ text, version: await versionOf(text) });
    }

    /** With its byte order mark, which the backends leave out. */
    private async readText(path: string, branch?: string): Promise<string> {
      const blob = await this.api.readFile(path, null, {
        parseText: false,
        ...(branch === undefined ? {} : { branch }),
      });
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await blob.arrayBuffer());
      } catch {
        throw new Error(`${path} is not UTF-8: save it as that in a text editor`);
      }
    }
  };
}

/** Another one for another text. The sign-in of a repository works in safe pages only, and those have this. */
async function versionOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
