import { byPlace } from '../diagnostics/pinpoint.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { NewsroomRead } from '../pipeline.ts';

/** A story or an own page that is held up by its errors. */
export interface HeldUpFile {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What its file alone explains. */
  readonly own: readonly Pick<Finding, 'code'>[];
}

/** What is wrong with a newsroom whose files are read again one by one. */
export class PreviewDiagnostics {
  /** Of the files as the edition has them. */
  private told: readonly Diagnostic[] = [];
  /** Stories and own pages that the edition has as they were before, or not at all, by their paths. */
  private readonly held = new Map<string, HeldUpFile>();
  /** Of fronts that are broken since: the edition has all of them as they were before. */
  private ofFronts: readonly Diagnostic[] = [];
  /** What is made of these, until something is told. */
  private made: { readonly all: readonly Diagnostic[]; readonly paths: ReadonlySet<string> } | undefined;

  /** All that is wrong with the files as they are now, in the order of reports. */
  get all(): readonly Diagnostic[] {
    return this.together.all;
  }

  /** Whether something is wrong in a file, or it is held up. */
  isTold(path: string): boolean {
    return this.held.has(path) || this.together.paths.has(path);
  }

  private get together(): NonNullable<PreviewDiagnostics['made']> {
    if (!this.made) {
      const all = this.sorted();
      this.made = { all, paths: new Set(all.map(({ path }) => path)) };
    }
    return this.made;
  }

  private sorted(): readonly Diagnostic[] {
    const since = [...this.held.values()].flatMap(({ diagnostics }) => diagnostics).concat(this.ofFronts);
    if (since.length === 0) return this.told;
    const frontsRead = new Set(this.ofFronts.map(({ path }) => path));
    const ofEdition = this.told.filter(({ path }) => !this.held.has(path) && !frontsRead.has(path));
    return [...new Set([...ofEdition, ...since])].sort(byPlace);
  }

  /** Paths of the stories and own pages that are held up. */
  get heldUp(): ReadonlySet<string> {
    return new Set(this.held.keys());
  }

  isHeldUp(path: string): boolean {
    return this.held.has(path);
  }

  /** Whether a front is broken. */
  get hasBrokenFront(): boolean {
    return this.ofFronts.length > 0;
  }

  /**
   * Takes what is wrong with all files, in place of all that was told before.
   *
   * @param ownOf What the file of a story alone explains.
   */
  tellAll(
    { diagnostics, toDo, heldUp }: Pick<NewsroomRead, 'diagnostics' | 'toDo' | 'heldUp'>,
    ownOf: (path: string) => readonly Finding[],
  ): void {
    this.made = undefined;
    this.told = diagnostics;
    this.ofFronts = [];
    this.held.clear();
    for (const path of heldUp.keys()) {
      const isOf = (diagnostic: Diagnostic): boolean =>
        diagnostic.path === path || diagnostic.related.some((place) => place.path === path);
      this.held.set(path, { path, diagnostics: toDo.filter(isOf), own: ownOf(path) });
    }
  }

  /** Takes what is wrong with some files, none of which is held up now, in place of what was told of them before. */
  tellOf(paths: ReadonlySet<string>, diagnostics: readonly Diagnostic[]): void {
    this.made = undefined;
    for (const path of paths) this.held.delete(path);
    this.told = [...this.told.filter(({ path }) => !paths.has(path)), ...diagnostics].sort(byPlace);
  }

  /** Takes what is wrong with a story, of which the edition keeps what it has. */
  tellHeldUp(story: HeldUpFile): void {
    this.made = undefined;
    this.held.set(story.path, story);
  }

  /** Takes what is wrong with fronts, of which the edition keeps what it has; nothing where they are good. */
  tellFronts(diagnostics: readonly Diagnostic[]): void {
    this.made = undefined;
    this.ofFronts = diagnostics;
  }

  /** Takes something further that is wrong. */
  add(diagnostics: readonly Diagnostic[]): void {
    this.made = undefined;
    this.told = [...this.told, ...diagnostics].sort(byPlace);
  }

  /**
   * Whether something was told of a story, or of a place in it, that only other stories explain.
   *
   * @param own What its file alone explains, as the edition has it.
   */
  hasRelated(path: string, own: readonly Pick<Finding, 'code'>[]): boolean {
    const held = this.held.get(path);
    return needsOthers(this.told, path, own) || (held !== undefined && needsOthers(held.diagnostics, path, held.own));
  }
}

function needsOthers(told: readonly Diagnostic[], path: string, own: readonly Pick<Finding, 'code'>[]): boolean {
  const left = own.map(({ code }) => code);
  return told.some((diagnostic) => {
    if (diagnostic.path !== path) return diagnostic.related.some((place) => place.path === path);
    const index = left.indexOf(diagnostic.code);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
