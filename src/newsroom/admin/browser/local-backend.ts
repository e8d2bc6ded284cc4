import { Component } from 'react';
import { unwrap, wrap } from './envelope.ts';
import { SAVED_DRAFTS } from './saved-drafts.ts';

const MEDIA_FOLDER = 'content/media/';

/** A file of the newsroom, as the server sends it. */
interface SentFile {
  readonly path: string;
  readonly text: string;
  readonly version: string;
}

/** A picture or another medium. */
interface Medium {
  readonly id: string;
  /** As a story names it: from the story's folder, or with its folder in `content/media/`. */
  readonly name: string;
  /** Whether it lies beside the story. */
  readonly isBeside: boolean;
  readonly path: string;
  readonly size: number;
  readonly url: string;
  readonly displayURL: string;
}

/** A file that is to be uploaded. */
interface Upload {
  readonly path: string;
  toBase64(): Promise<string>;
}

interface Entry {
  readonly dataFiles: readonly { readonly path: string; readonly raw: string }[];
  readonly assets: readonly Upload[];
}

/** Reads and writes the files of a newsroom that is served on this machine, by the actions of Decap's own protocol for that. */
export class LocalBackend {
  isGitBackend(): boolean {
    return false;
  }

  async status(): Promise<object> {
    return { auth: { status: true }, api: { status: true, statusPage: '' } };
  }

  /** Nobody has to sign in. */
  authComponent(): unknown {
    return Enter;
  }

  async authenticate(): Promise<object> {
    return {};
  }

  async restoreUser(): Promise<object> {
    return {};
  }

  logout(): undefined {
    return undefined;
  }

  async getToken(): Promise<string> {
    return '';
  }

  async entriesByFolder(folder: string): Promise<readonly object[]> {
    return (await ask<readonly SentFile[]>('entriesByFolder', { folder })).map(entryOf);
  }

  /** What is listed for a search is what was found: the editor is made not to look through it again, see `bundleEditor`. */
  readonly hasSearched = true;

  /** The same, when the editor looks for what somebody searches for: its address says for what. */
  async allEntriesByFolder(folder: string): Promise<readonly object[]> {
    const term = decoded(/\/search\/([^?]*)/.exec(location.hash)?.[1]);
    return (await ask<readonly SentFile[]>('entriesByFolder', { folder, term })).map(entryOf);
  }

  async entriesByFiles(files: readonly { readonly path: string }[]): Promise<readonly object[]> {
    return Promise.all(files.map(({ path }) => this.getEntry(path)));
  }

  async getEntry(path: string): Promise<object> {
    return entryOf(await ask<SentFile>('getEntry', { path }));
  }

  async persistEntry({ dataFiles, assets }: Entry): Promise<void> {
    const files = dataFiles.map(({ path, raw }) => ({ path, ...unwrap(raw) }));
    const written = await ask<readonly string[]>('persistEntry', {
      dataFiles: files.map(({ path, text, ...state }) => ({ path, text, version: SAVED_DRAFTS.versionOf(state) })),
      assets: await Promise.all(assets.map(contentOf)),
    });
    for (const [index, { draft }] of files.entries()) SAVED_DRAFTS.note(draft, written[index] ?? '');
  }

  /** Those of the newsroom, and those beside the story that is open. */
  async getMedia(): Promise<readonly Medium[]> {
    const entry = openStory();
    const files = await ask<readonly { readonly path: string; readonly size: number }[]>('getMedia', { entry });
    const media = files.map((file) => mediumOf(file, entry));
    const beside = new Set(media.flatMap(({ isBeside, name }) => (isBeside ? [name] : [])));
    // What a story names by a name that something beside it has is that.
    return media.filter(({ isBeside, name }) => isBeside || !beside.has(name));
  }

  async getMediaFile(path: string): Promise<Medium> {
    const entry = openStory();
    const medium = mediumOf({ path, size: 0 });
    // What a story names may lie beside it, which the server finds out.
    const address = entry === undefined ? medium.url : `${medium.url}?of=${encodeURIComponent(entry)}`;
    return { ...medium, url: address, displayURL: address };
  }

  async getMediaDisplayURL(address: string): Promise<string> {
    return address;
  }

  async persistMedia(upload: Upload): Promise<Medium> {
    const { path, size } = await ask<{ readonly path: string; readonly size: number }>('persistMedia', {
      asset: await contentOf(upload),
    });
    return mediumOf({ path, size });
  }

  async deleteFiles(paths: readonly string[]): Promise<void> {
    await ask('deleteFiles', { paths });
  }

  async getNotes(): Promise<readonly never[]> {
    return [];
  }
}

class Enter extends Component<{ onLogin(credentials: object): void }> {
  componentDidMount(): void {
    this.props.onLogin({});
  }

  render(): null {
    return null;
  }
}

let token: Promise<string> | undefined;

/** Has the server do something; a server that was started again has another token. */
export async function ask<Answer>(action: string, params: object): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    token ??= fetch('/_desk/session')
      .then((response) => response.json())
      .then((session: { readonly token: string }) => session.token);
    const response = await fetch('/admin/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-broadsheet-token': await token },
      body: JSON.stringify({ action, params }),
    });
    const answer = (await response.json()) as Answer & { readonly error?: string };
    if (response.ok) return answer;
    if (response.status !== 403 || attempt > 1) throw new Error(answer.error ?? response.statusText);
    token = undefined;
  }
}

function entryOf({ path, text, version }: SentFile): object {
  return { data: wrap({ text, version }), file: { path, id: version } };
}

/** @param entry The story that is open. */
function mediumOf({ path, size }: { readonly path: string; readonly size: number }, entry?: string): Medium {
  const isBeside = !path.startsWith(MEDIA_FOLDER) && entry !== undefined;
  const name = isBeside ? path.slice(path.lastIndexOf('/') + 1) : path.replace(MEDIA_FOLDER, '');
  const own = `/admin/media/${name.split('/').map(encodeURIComponent).join('/')}`;
  const address = isBeside ? `${own}?of=${encodeURIComponent(entry)}` : own;
  return { id: path, name, path, size, isBeside, url: address, displayURL: address };
}

/** The story that is open, from its folder and without its ending; nothing for one that was just begun. */
function openStory(): string | undefined {
  return decoded(/^#\/collections\/stories\/entries\/(.+)$/.exec(location.hash)?.[1]);
}

/** A part of the address of the page; what cannot be decoded stands as it is. */
function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function contentOf(upload: Upload): Promise<object> {
  return { path: upload.path, content: await upload.toBase64(), encoding: 'base64' };
}
