import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { FoundFile } from '../disk/walk-content.ts';

/** What is wrong with a newsroom whose files are read again one by one. */
export class PreviewDiagnostics {
  /** Of the files as the edition has them. */
  private told: readonly Diagnostic[] = [];
  /** Of files that are broken since, by their paths on disk: the edition has them as they were before. */
  private readonly broken = new Map<string, readonly Diagnostic[]>();

  /** All that is wrong with the files as they are now, by path. */
  get all(): readonly Diagnostic[] {
    const broken = [...this.broken.values()].flat();
    const paths = new Set(broken.map(({ path }) => path));
    const all = [...this.told.filter(({ path }) => !paths.has(path)), ...broken];
    return all.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  }

  /** Paths on disk of the files that the edition has as they were before. */
  get brokenFiles(): readonly string[] {
    return [...this.broken.keys()];
  }

  /** Takes what is wrong with all files, in place of all that was told before. */
  tellAll(diagnostics: readonly Diagnostic[]): void {
    this.broken.clear();
    this.told = diagnostics;
  }

  /** Takes what is wrong with some files, which are not broken, in place of what was told of them before. */
  tellOf(paths: ReadonlySet<string>, diagnostics: readonly Diagnostic[]): void {
    this.broken.clear();
    this.told = [...this.told.filter(({ path }) => !paths.has(path)), ...diagnostics];
  }

  /** Takes what is wrong with some files, of which the edition keeps what they were before. */
  tellBroken(files: readonly FoundFile[], diagnostics: readonly Diagnostic[]): void {
    this.broken.clear();
    for (const { path, diskPath } of files) {
      const ofFile = diagnostics.filter((diagnostic) => diagnostic.path === path);
      this.broken.set(diskPath, ofFile);
    }
  }

  /** Takes something further that is wrong. */
  add(diagnostics: readonly Diagnostic[]): void {
    this.told = [...this.told, ...diagnostics];
  }

  /**
   * Whether something was told of a story, or of a place in it, that only other stories explain.
   *
   * @param own What its file alone explains.
   */
  hasRelated(path: string, own: readonly Pick<Finding, 'code'>[]): boolean {
    const left = own.map(({ code }) => code);
    return this.told.some((diagnostic) => {
      if (diagnostic.related.some((place) => place.path === path)) return true;
      if (diagnostic.path !== path) return false;
      const index = left.indexOf(diagnostic.code);
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
  }
}
