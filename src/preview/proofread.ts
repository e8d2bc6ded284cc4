import { readText } from '../disk/read-text.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pinpoint } from '../diagnostics/pinpoint.ts';
import { ARTICLES, isAt } from '../domain/content/content-kinds.ts';
import type { SourceFile } from '../domain/content/source.ts';
import { isOn, proofread, SPELLING } from '../newsroom/copy-desk/copy-desk.ts';
import { NO_STYLE, readHouseStyle } from '../newsroom/copy-desk/house-style/house-style.ts';
import { STYLE_PATH } from '../newsroom/copy-desk/house-style/style-schema.ts';
import { readStoryProse } from '../newsroom/copy-desk/story-prose.ts';
import type { PreviewEdition } from './preview-edition.ts';

/**
 * What the copy desk says of a story, as `check` does; but for its spelling, see `spelling.ts`.
 *
 * @param date By which it is judged; where nothing is said, that of the story as it is shown.
 */
export function proofreadStory(file: SourceFile, edition: PreviewEdition, date?: number): readonly Diagnostic[] {
  const { site } = edition.prepared.edition;
  const styleFile = styleFileOf(edition);
  const style = styleFile ? readHouseStyle(styleFile).value : NO_STYLE;
  const { findings } = proofread(readStoryProse(file, site), { site, style }, undefined);
  const dateOf = (path: string): number | undefined => date ?? edition.entryOf(path)?.date;
  return pinpoint(findings, { textOf: () => file.text, standards: site.standards, dateOf });
}

/** What the copy desk says of the story that a page is of, by its file as it is now. */
export interface ProofreadPage {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether `check` looks at its spelling besides. */
  readonly hasSpelling: boolean;
}

/** Proofreads the story that a page is of; of another page nothing is said. */
export function proofreadPage(source: string | undefined, edition: PreviewEdition): ProofreadPage {
  const file = source !== undefined && isAt(ARTICLES, source) ? fileAt(source, edition) : undefined;
  if (!file) return { diagnostics: [], hasSpelling: false };
  return { diagnostics: proofreadStory(file, edition), hasSpelling: isOn(SPELLING, edition.prepared.edition.site) };
}

/** The house style of a newsroom as it was written; nothing where there is none. */
export function styleFileOf(edition: PreviewEdition): SourceFile | undefined {
  return fileAt(STYLE_PATH, edition);
}

/** A text of a newsroom as it is now; nothing where there is none, or none that can be read. */
export function fileAt(path: string, { files }: PreviewEdition): SourceFile | undefined {
  const found = files.walk.texts.find((file) => file.path === path);
  const read = found && readText(path, found.diskPath);
  return read?.kind === 'read' ? read.file : undefined;
}
