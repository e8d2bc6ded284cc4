import { type RereadReport, serveSite, type Serving } from '../../src/preview/serve-site.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PreviewSite } from '../../src/preview/preview-site.ts';

const open = new Set<Serving>();

/** A newsroom that is served in this process, and what was said of it. */
export interface Preview {
  readonly newsroom: PreviewNewsroom;
  readonly serving: Serving;
  readonly updates: readonly RereadReport[];
  readonly faults: readonly unknown[];
}

/**
 * @param now The moment of publication; `clock` for the machine's.
 * @param host `0.0.0.0` lets other machines in.
 */
export async function aPreview(files: Files, now: string = NOON, host = '127.0.0.1'): Promise<Preview> {
  const newsroom = new PreviewNewsroom(files);
  const updates: RereadReport[] = [];
  const faults: unknown[] = [];
  const serving = await serveSite(
    {
      content: newsroom.content,
      cache: newsroom.cache,
      now: now === 'clock' ? undefined : now,
      drafts: true,
      url: undefined,
      jobs: 1,
      host,
      port: 0,
      isPortMovable: false,
    },
    {
      onWait: () => {},
      onUnkept: () => {},
      onReread: (update) => updates.push(update),
      onFault: (fault) => faults.push(fault),
      onWatchLimit: () => {},
      onProgramChange: () => {},
    },
  );
  open.add(serving);
  return { newsroom, serving, updates, faults };
}

/** A preview, as far as it is asked for. */
export interface Asked {
  readonly serving: Pick<Serving, 'address'>;
}

/** What a preview answers to a request. */
export function get({ serving }: Asked, path: string, options: RequestInit = {}): Promise<Response> {
  return fetch(serving.address + path, { redirect: 'manual', ...options });
}

export async function closePreviews(): Promise<void> {
  await Promise.all([...open].map((serving) => serving.close()));
  open.clear();
}

const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Europe/London\n';

/** A moment at which the stories of tests are published. */
export const NOON = '2026-11-23 12:00';

const folders = new Set<string>();
const sites = new Set<PreviewSite>();

/** The files of a newsroom, by their path in the content folder; `undefined` removes one. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A newsroom on disk, for a server to look at. */
export class PreviewNewsroom {
  /** Hidden: a newsroom may lie anywhere. */
  readonly folder = mkdtempSync(join(tmpdir(), '.broadsheet-serve-'));
  readonly content = join(this.folder, 'content');
  readonly cache = join(this.folder, 'cache');

  constructor(files: Files) {
    folders.add(this.folder);
    this.write({ 'site.yaml': SITE, ...files });
  }

  /** Writes files, and gives their paths on disk. */
  write(files: Files): ReadonlySet<string> {
    const paths = Object.entries(files).map(([path, text]) => {
      const target = join(this.content, path);
      mkdirSync(dirname(target), { recursive: true });
      if (text === undefined) rmSync(target, { force: true });
      else writeFileSync(target, text);
      return target;
    });
    return new Set(paths);
  }

  /** Reads it as it is now; from nothing, unless it is given what was kept. */
  async open({ now = NOON, cache = join(this.folder, `cache-${sites.size}`) }: OpenOptions = {}): Promise<PreviewSite> {
    const given = { content: this.content, cache, now: now === 'clock' ? undefined : now };
    const site = await PreviewSite.open({ ...given, drafts: true, url: undefined, jobs: 1 }, CACHE);
    sites.add(site);
    return site;
  }
}

const CACHE = { onWait: (): void => {}, onUnkept: (): void => {} };

interface OpenOptions {
  /** `clock` for the machine's. */
  readonly now?: string;
  readonly cache?: string;
}

/** What is at an address: its words in one line, where it leads, or nothing. */
export async function read(site: PreviewSite, path: string): Promise<string> {
  const file = await site.edition?.fileAt(path);
  if (!file) return 'nothing';
  if (file.kind === 'text') return inLine(file.text);
  if (file.kind === 'bytes') return `${file.bytes.length} bytes`;
  return file.kind === 'redirect' ? `→ ${file.to}` : file.diskPath;
}

export function removePreviewNewsrooms(): void {
  for (const site of sites) site.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  sites.clear();
  folders.clear();
}

/** The words of a page's body in one line. */
export function inLine(html: string): string {
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? html;
  return body
    .replace(/<(script|style).*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
