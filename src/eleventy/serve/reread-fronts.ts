import type { FrontSource } from '../../domain/curated-front.ts';
import { readFront } from '../../pipeline.ts';
import type { Setting } from '../../validate/setting.ts';
import type { Validated } from '../../validate/validated.ts';
import { readText } from '../read-text.ts';
import type { FoundFile } from '../walk-content.ts';

/** Reads fronts again, in this thread. One that cannot be read is left out, and told of. */
export function rereadFronts(files: readonly FoundFile[], setting: Setting): Validated<readonly FrontSource[]> {
  const fronts = files.map(({ path, diskPath }): Validated<FrontSource | undefined> => {
    const read = readText(path, diskPath);
    return read.kind === 'read' ? readFront(read.file, setting) : { value: undefined, findings: [read.finding] };
  });
  return {
    value: fronts.flatMap(({ value }) => value ?? []),
    findings: fronts.flatMap(({ findings }) => findings),
  };
}
