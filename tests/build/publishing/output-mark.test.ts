import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnOutput, MARK, MARK_ASSET } from '../../../src/build/publishing/output-mark.ts';
import { outputPath } from '../../../src/domain/addresses.ts';
import { type Files, temporaryFolder } from '../temporary-folder.ts';

describe('an output', () => {
  it.each<[string, Files, boolean]>([
    ['that is empty', {}, true],
    ['that Broadsheet wrote', { '.broadsheet.txt': 'x', 'a.html': 'a' }, true],
    ['that someone else wrote', { 'a.html': 'a' }, false],
  ])('%s may be written to: %s', (_which, files, isOwn) => {
    expect(isOwnOutput(temporaryFolder(files))).toBe(isOwn);
  });

  it('that is not there may be written to', () => {
    expect(isOwnOutput(join(temporaryFolder(), 'site'))).toBe(true);
  });

  it('may not be a file', () => {
    expect(isOwnOutput(join(temporaryFolder({ a: 'x' }), 'a'))).toBe(false);
  });

  it('is known by a file that is one of its pages', () => {
    expect(outputPath(MARK_ASSET.url)).toBe(MARK);
  });
});
