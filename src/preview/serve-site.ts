// preview/: the site in a browser while it is written, each page made when somebody asks for it.
// May import: domain, plan, diagnostics, time, formats, validate, relate, pages, newsroom, disk, assets, build,
// pipeline.ts.

import { existsSync } from 'node:fs';
import { extname, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { publicUrl } from '../domain/content/content-kinds.ts';
import type { Edition, HeldBack } from '../domain/edition.ts';
import { href, sectionUrl } from '../domain/site/site.ts';
import { Alarm, SavedChanges } from './changes.ts';
import { answerRequest } from './answer-request.ts';
import { deskIndexOf } from './desk/desk-index.ts';
import { endPublishing } from './desk/publishing/planned-changes.ts';
import type { CacheListener } from './preview-cache.ts';
import { type PreviewSiteOptions, PreviewSite } from './preview-site.ts';
import { ROUTES } from './routes.ts';
import { isPrivateHost, PreviewServer } from './server/preview-server.ts';
import { TOOL_FOLDERS } from './server/route.ts';
import { Tools } from './server/tools.ts';
import type { AssetFault } from '../assets/asset-fault.ts';
import { type Trouble, troubleWithAsset, troubleWithContent, troubleWithFault } from './trouble.ts';
import { watchFolder } from '../disk/watch/watch-folder.ts';

/** What to serve, and where. */
export interface ServeOptions extends PreviewSiteOptions {
  /** The name or address of the interface to listen on. */
  readonly host: string;
  readonly port: number;
  /** Whether it may be a later port where that one is taken. */
  readonly isPortMovable: boolean;
  /** What other machines opened the desk with on the server that this one takes the place of. */
  readonly keyBefore?: string | undefined;
}

/** Is told what happens while a newsroom is served. */
export interface ServeListener extends CacheListener {
  onReread(report: RereadReport): void;
  /** Something went wrong that is not the content's fault. */
  onFault(fault: unknown): void;
  /** The system watches no more folders, so changes are looked for every second. */
  onWatchLimit(): void;
  /** A template of `content/pages/` that is a program was changed; only a new process would run it. */
  onProgramChange(path: string): void;
}

/** What came of reading the newsroom, the first time or again. */
export interface RereadReport {
  /** What was changed, from the content folder; empty the first time, and where time has passed. */
  readonly paths: readonly string[];
  readonly milliseconds: number;
  /** Whether what is served is of the content as it is now. */
  readonly isGood: boolean;
  /** Whether it is as it was before, but for files that are held up by themselves. */
  readonly standsStill: boolean;
  /** Why no page can be made: a stylesheet that cannot be read. */
  readonly assetFault: string | undefined;
  /** Paths of the stories and own pages that are held up by their errors. */
  readonly heldUp: ReadonlySet<string>;
  /** Stories that are shown before their embargo ends. */
  readonly embargoed: readonly { readonly path: string; readonly url: string; readonly until: number }[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many stories are served. */
  readonly stories: number;
  readonly title: string | undefined;
  readonly timeZone: string;
  readonly heldBack: readonly Pick<HeldBack, 'path' | 'reason' | 'until'>[];
  /** Addresses of own pages, public files and sections that only a build shows: the preview has its desk or its editor there. */
  readonly hidden: readonly string[];
}

/** A newsroom that is being served. */
export interface Serving {
  readonly address: string;
  /** Of the desk; with its key where other machines may ask. */
  readonly deskAddress: string;
  readonly port: number;
  /** What other machines open the desk with; `undefined` where they may not. */
  readonly key: string | undefined;
  /** Says in the browser that the program cannot be compiled any more, or a stylesheet cannot be read. */
  showFault(fault: string | AssetFault): void;
  /** Publishes nothing any more. @returns The end of what is being published, if something is: closing before would leave it half done. */
  endPublishing(): Promise<unknown> | undefined;
  close(): Promise<void>;
}

/** Serves a newsroom: reads it, watches it, reads again what changes, and has browsers load it again. */
export async function serveSite(options: ServeOptions, listener: ServeListener): Promise<Serving> {
  const preview = new Preview(options, listener);
  await preview.open();
  return preview;
}

const NOTHING: ReadonlySet<string> = new Set();

class Preview implements Serving {
  private readonly options: ServeOptions;
  private readonly listener: ServeListener;
  private readonly changes = new SavedChanges((paths) => this.reread(paths));
  private readonly tools: Tools;
  private readonly server: PreviewServer;
  private watch: { close(): void } | undefined;
  private opening: Promise<PreviewSite> | undefined;
  private site: PreviewSite | undefined;
  /** Of the last reading. */
  private fault: Trouble | undefined;
  /** Of the program, which goes on as it was. */
  private programFault: Trouble | undefined;
  /** Has the newsroom read again when an embargo or a live strip ends. */
  private readonly alarm = new Alarm(() => this.changes.note(undefined));
  port = 0;

  constructor(options: ServeOptions, listener: ServeListener) {
    this.options = options;
    this.listener = listener;
    const onFault = (fault: unknown): void => listener.onFault(fault);
    this.tools = new Tools({
      routes: ROUTES,
      isOpenToOthers: !isPrivateHost(options.host),
      keyBefore: options.keyBefore,
      served: () => ({ content: options.content, site: this.site, trouble: this.trouble }),
      onFault,
    });
    this.server = new PreviewServer({
      host: options.host,
      tools: this.tools,
      answer: (path, asked) => {
        const { site, trouble } = this;
        const notes = { diagnostics: site?.diagnostics ?? [], heldUp: site?.heldUp ?? NOTHING };
        return answerRequest(path, asked, { edition: site?.edition, trouble, notes, onFault });
      },
      onFault,
    });
  }

  get address(): string {
    return `${this.origin}${this.site?.edition?.prepared.edition.site.basePath ?? ''}/`;
  }

  get key(): string | undefined {
    return this.tools.key;
  }

  get deskAddress(): string {
    const { key } = this;
    return `${this.origin}/_desk/${key === undefined ? '' : `?key=${key}`}`;
  }

  private get origin(): string {
    const { host } = this.options;
    const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    return `http://${name}:${this.port}`;
  }

  async open(): Promise<void> {
    const started = performance.now();
    const { content, port, isPortMovable } = this.options;
    // What changes while the newsroom is read must not be missed.
    this.watch = watchFolder(content, {
      onChange: (path) => this.notice(path),
      onWatchLimit: () => this.listener.onWatchLimit(),
    });
    try {
      this.opening = PreviewSite.open(this.options, this.listener);
      this.site = await this.opening;
      // So that the first search of the desk is as fast as any: at 100,000 stories this takes 0.4 s.
      deskIndexOf(this.site).texts.makeNow();
      this.port = await this.server.listen(port, isPortMovable);
    } catch (fault) {
      await this.close();
      throw fault;
    }
    this.tell([], started);
    this.alarm.set(this.site?.nextChange);
  }

  showFault(fault: string | AssetFault): void {
    this.programFault =
      typeof fault === 'string'
        ? troubleWithFault('The layouts cannot be compiled', new Error(fault))
        : troubleWithAsset(fault);
    this.server.renew();
  }

  endPublishing(): Promise<unknown> | undefined {
    return this.site && endPublishing(this.site);
  }

  async close(): Promise<void> {
    this.watch?.close();
    await this.changes.close();
    this.alarm.set(undefined);
    await this.server.close();
    this.site?.close();
  }

  private notice(path: string): void {
    const within = relative(this.options.content, path);
    // Node keeps what it once imported.
    if (within.startsWith(`pages${sep}`) && /^\.[cm]?[jt]s$/.test(extname(path))) this.listener.onProgramChange(within);
    this.changes.note(path);
  }

  private async reread(paths: ReadonlySet<string> | undefined): Promise<void> {
    const started = performance.now();
    try {
      const site = await this.opening;
      // What was there for a moment only is nothing to tell of.
      const before = site?.edition;
      const isSeen = (path: string): boolean => before?.knows(path) === true || existsSync(path);
      const kind = await site?.reread(paths);
      if (kind === undefined || kind === 'nothing') return;
      this.fault = undefined;
      this.server.renew();
      this.tell([...(paths ?? [])].filter(isSeen), started);
    } catch (fault) {
      this.fault = troubleWithFault('Broadsheet failed', fault);
      this.listener.onFault(fault);
      this.server.renew();
    }
    this.alarm.set(this.site?.nextChange);
  }

  private tell(paths: readonly string[], started: number): void {
    const { site } = this;
    if (!site) return;
    const edition = site.edition?.prepared.edition;
    this.listener.onReread({
      paths: paths.map((path) => relative(this.options.content, path)),
      milliseconds: performance.now() - started,
      isGood: site.isGood,
      standsStill: site.standsStill,
      assetFault: site.assetFault?.message,
      heldUp: site.heldUp,
      embargoed: (site.edition?.embargoed ?? []).map(({ entry: { path, url, date } }) => ({ path, url, until: date })),
      diagnostics: site.diagnostics,
      stories: edition?.stories.length ?? 0,
      title: edition?.site.title,
      timeZone: edition?.site.timeZone ?? 'UTC',
      heldBack: edition ? [...edition.heldBack, ...edition.heldBackPages] : [],
      hidden: edition ? hiddenIn(edition) : [],
    });
  }

  private get trouble(): Trouble | undefined {
    const fault = this.programFault ?? this.fault;
    if (fault) return fault;
    const { site } = this;
    if (site?.assetFault) return troubleWithAsset(site.assetFault);
    return site?.standsStill ? troubleWithContent(site.diagnostics, site.edition !== undefined) : undefined;
  }
}

function hiddenIn({ site, ownPages, publicFiles }: Edition): readonly string[] {
  const urls = [
    ...ownPages.flatMap(({ url }) => url ?? []),
    ...publicFiles.map(publicUrl),
    ...site.sections.map((section) => sectionUrl(section, site)),
  ];
  const isOfTools = (url: string): boolean => TOOL_FOLDERS.some((folder) => `${url}/`.startsWith(`/${folder}/`));
  return urls.map((url) => href(site, url)).filter(isOfTools);
}
