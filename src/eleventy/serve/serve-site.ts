import { existsSync } from 'node:fs';
import { extname, relative, sep } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { HeldBack } from '../../domain/edition.ts';
import { printErrorPage } from './error-page.ts';
import { insertBefore } from './insert-before.ts';
import type { LiveFile } from './live-edition.ts';
import type { CacheListener } from './live-cache.ts';
import { type LiveOptions, LiveSite } from './live-site.ts';
import { printOverlay } from './overlay.ts';
import { type Answer, PreviewServer } from './preview-server.ts';
import type { Trouble } from './trouble.ts';
import { troubleWithContent, troubleWithFault } from './trouble-of.ts';
import { Updates } from './updates.ts';
import { watchFolder } from './watch-folder.ts';

/** What to serve, and where. */
export interface ServeOptions extends LiveOptions {
  /** The name or address of the interface to listen on. */
  readonly host: string;
  readonly port: number;
  /** Whether it may be a later port where that one is taken. */
  readonly isPortMovable: boolean;
}

/** Is told what happens while a newsroom is served. */
export interface ServeListener extends CacheListener {
  onUpdate(update: ServedUpdate): void;
  /** Something went wrong that is not the content's fault. */
  onFault(fault: unknown): void;
  /** The system watches no more folders, so changes are looked for every second. */
  onWatchLimit(): void;
  /** A template of `content/pages/` that is a program was changed; only a new process would run it. */
  onProgramChange(path: string): void;
}

/** What came of reading the newsroom, the first time or again. */
export interface ServedUpdate {
  /** What was changed, from the content folder; empty the first time, and where time has passed. */
  readonly paths: readonly string[];
  readonly milliseconds: number;
  /** Whether what is served is of the content as it is now. */
  readonly isGood: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** How many stories are served. */
  readonly stories: number;
  readonly title: string | undefined;
  readonly timeZone: string;
  readonly heldBack: readonly HeldBack[];
}

/** A newsroom that is being served. */
export interface Serving {
  readonly address: string;
  readonly port: number;
  /** Says in the browser that the program cannot be compiled any more, or that it can again. */
  showFault(text: string | undefined): void;
  close(): Promise<void>;
}

/** A timer cannot wait longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Serves a newsroom: reads it, watches it, reads again what changes, and has browsers load it again. */
export async function serveSite(options: ServeOptions, listener: ServeListener): Promise<Serving> {
  const preview = new Preview(options, listener);
  await preview.open();
  return preview;
}

class Preview implements Serving {
  private readonly options: ServeOptions;
  private readonly listener: ServeListener;
  private readonly updates = new Updates((paths) => this.update(paths));
  private readonly server: PreviewServer;
  private watch: { close(): void } | undefined;
  private opening: Promise<LiveSite> | undefined;
  private site: LiveSite | undefined;
  /** Of the last update. */
  private fault: Trouble | undefined;
  /** Of the program, which goes on as it was. */
  private programFault: Trouble | undefined;
  private timer: NodeJS.Timeout | undefined;
  port = 0;

  constructor(options: ServeOptions, listener: ServeListener) {
    this.options = options;
    this.listener = listener;
    this.server = new PreviewServer({
      host: options.host,
      answer: (path) => this.answer(path),
      onFault: (fault) => listener.onFault(fault),
    });
  }

  get address(): string {
    const { host } = this.options;
    const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    return `http://${name}:${this.port}${this.site?.edition?.prepared.edition.site.basePath ?? ''}/`;
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
      this.opening = LiveSite.open(this.options, this.listener);
      this.site = await this.opening;
      this.port = await this.server.listen(port, isPortMovable);
    } catch (fault) {
      await this.close();
      throw fault;
    }
    this.tell([], started);
    this.schedule();
  }

  showFault(text: string | undefined): void {
    this.programFault =
      text === undefined ? undefined : troubleWithFault('The layouts cannot be compiled', new Error(text));
    this.server.renew();
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.watch?.close();
    await this.updates.close();
    await this.server.close();
    this.site?.close();
  }

  private notice(path: string): void {
    const within = relative(this.options.content, path);
    // Node keeps what it once imported.
    if (within.startsWith(`pages${sep}`) && /^\.[cm]?[jt]s$/.test(extname(path))) this.listener.onProgramChange(within);
    this.updates.note(path);
  }

  private async update(paths: ReadonlySet<string> | undefined): Promise<void> {
    const started = performance.now();
    try {
      const site = await this.opening;
      // What was there for a moment only is nothing to tell of.
      const before = site?.edition;
      const isSeen = (path: string): boolean => before?.knows(path) === true || existsSync(path);
      const kind = await site?.update(paths);
      if (kind === undefined || kind === 'nothing') return;
      this.fault = undefined;
      this.server.renew();
      this.tell([...(paths ?? [])].filter(isSeen), started);
    } catch (fault) {
      this.fault = troubleWithFault('Broadsheet met a fault', fault);
      this.listener.onFault(fault);
      this.server.renew();
    }
    this.schedule();
  }

  /** Reads the newsroom again when an embargo or a live strip ends. */
  private schedule(): void {
    clearTimeout(this.timer);
    const next = this.site?.nextChange;
    if (next === undefined) return;
    const wait = Math.max(0, next - Date.now());
    this.timer = setTimeout(
      () => (wait > LONGEST_TIMER ? this.schedule() : this.updates.note(undefined)),
      Math.min(wait, LONGEST_TIMER),
    );
  }

  private tell(paths: readonly string[], started: number): void {
    const { site } = this;
    if (!site) return;
    const edition = site.edition?.prepared.edition;
    this.listener.onUpdate({
      paths: paths.map((path) => relative(this.options.content, path)),
      milliseconds: performance.now() - started,
      isGood: site.isGood,
      diagnostics: site.diagnostics,
      stories: edition?.stories.length ?? 0,
      title: edition?.site.title,
      timeZone: edition?.site.timeZone ?? 'UTC',
      heldBack: edition?.heldBack ?? [],
    });
  }

  private async answer(path: string): Promise<Answer> {
    const { site } = this;
    const trouble = this.trouble;
    const edition = site?.edition;
    if (!edition) return pageOf(trouble ?? troubleWithContent([], false));
    try {
      const found = await edition.fileAt(path);
      const file = found ??
        (await edition.notFound()) ?? { kind: 'text', type: 'text/plain; charset=utf-8', text: 'Not found\n' };
      return { status: found ? 200 : 404, file: trouble ? withOverlay(file, trouble) : file };
    } catch (fault) {
      // A page of a story that is broken may not be there as it was before.
      if (trouble) return pageOf(trouble);
      this.listener.onFault(fault);
      return pageOf(troubleWithFault('This page cannot be made', fault));
    }
  }

  private get trouble(): Trouble | undefined {
    const fault = this.programFault ?? this.fault;
    if (fault) return fault;
    const { site } = this;
    return site && !site.isGood ? troubleWithContent(site.diagnostics, site.edition !== undefined) : undefined;
  }
}

function pageOf(trouble: Trouble): Answer {
  return { status: 500, file: { kind: 'text', type: 'text/html; charset=utf-8', text: printErrorPage(trouble) } };
}

function withOverlay(file: LiveFile, trouble: Trouble): LiveFile {
  if (file.kind !== 'text' || !file.type.startsWith('text/html')) return file;
  return { ...file, text: insertBefore(file.text, '</body>', printOverlay(trouble)) };
}
