import { rmSync } from 'node:fs';
import type { Finding } from '../diagnostics/finding.ts';
import type { Fingerprint } from '../plan/fingerprint.ts';
import { fingerprintOfTemplates } from '../build/planning/plan-build.ts';
import type { PreparedBuild } from '../build/planning/prepared-build.ts';
import { renderTemplates } from '../build/rendering/render-templates.ts';
import type { PreviewCache } from './preview-cache.ts';

/** What the templates of `content/pages/` made. */
export interface TemplatesRendered {
  readonly kind: 'rendered';
  /** Absolute path of the folder of their files. */
  readonly folder: string;
  /** Which page of `content/pages/` each of them is, by its path in the folder. */
  readonly sources: ReadonlyMap<string, string>;
  /** Of what they were made of. */
  readonly fingerprint: Fingerprint;
}

/** The templates of `content/pages/`, rendered again whenever they would make something else. */
export class PreviewTemplates {
  private readonly cache: PreviewCache;
  private current: TemplatesRendered | undefined;

  constructor(cache: PreviewCache) {
    this.cache = cache;
  }

  /**
   * What the templates make of an edition, for {@link keep}, or what is wrong with one of them.
   *
   * @param contents Of the files of `content/pages/`.
   */
  async render(
    build: PreparedBuild,
    contents: readonly string[],
  ): Promise<TemplatesRendered | { readonly kind: 'failed'; readonly finding: Finding }> {
    const fingerprint = fingerprintOfTemplates(build, contents);
    if (this.current?.fingerprint === fingerprint) return this.current;
    const folder = this.cache.newFolder('own');
    const end = await renderTemplates(build, folder);
    if (end.kind === 'rendered') return { ...end, folder, fingerprint };
    rmSync(folder, { recursive: true, force: true });
    return end;
  }

  /** Keeps what was rendered, and removes what was kept before: nobody may look at that any more. */
  keep(rendered: TemplatesRendered): void {
    if (this.current && this.current.folder !== rendered.folder) {
      rmSync(this.current.folder, { recursive: true, force: true });
    }
    this.current = rendered;
  }
}
