import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notesSince, versionOf } from '../../../src/cli/reference/upgrade-notes.ts';
import { PROJECT } from '../../architecture/source-tree.ts';
import { temporaryFolder } from '../../build/temporary-folder.ts';
import { broadsheetInResident } from '../run.ts';

const CHANGELOG = `# Changelog

## Unreleased

### After an update

- Do this.
  And that.

### Added

- A thing.

## [0.10.0] - 2027-02-01

### Added

- Nothing to do.

## 0.9.1 (2027-01-10)

### Changed

- A thing.

### After an update

- Move the file.

## 0.9.0

### After an update

- Run \`eject\` again.
`;

const titlesSince = (since: string | undefined): readonly string[] => {
  const notes = notesSince(since === undefined ? undefined : versionOf(since), CHANGELOG);
  return notes.split('\n').filter((line) => /^(?:Unreleased|\[?\d)/.test(line));
};

describe('what is to be done after an update', () => {
  it.each([
    [undefined, ['Unreleased', '0.9.1 (2027-01-10)', '0.9.0']],
    ['0.8.7', ['Unreleased', '0.9.1 (2027-01-10)', '0.9.0']],
    ['0.9.0-beta.2', ['Unreleased', '0.9.1 (2027-01-10)', '0.9.0']],
    ['v0.9.0', ['Unreleased', '0.9.1 (2027-01-10)']],
    ['0.9.1', ['Unreleased']],
    ['0.10.0', ['Unreleased']],
    ['1.0.0', ['Unreleased']],
  ])('is told of all releases since %s', (since, titles) => {
    expect(titlesSince(since)).toEqual(titles);
  });

  it('is what stands under its heading, and nothing else', () => {
    expect(notesSince(versionOf('0.10.0'), CHANGELOG)).toBe('Unreleased\n\n- Do this.\n  And that.\n');
    expect(notesSince(versionOf('0.10.0'), CHANGELOG.replaceAll('\n', '\r\n'))).toBe(
      'Unreleased\n\n- Do this.\n  And that.\n',
    );
    expect(notesSince(undefined, '# Changelog\n\n## 0.1.0\n\n### Added\n\n- A.\n')).toBe('');
  });

  it('is printed from the changelog that the package has with it', async () => {
    const { status, stdout } = await broadsheetInResident(temporaryFolder(), 'upgrade-notes');
    const changelog = readFileSync(join(PROJECT, 'CHANGELOG.md'), 'utf8');
    const { files } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { readonly files: string[] };

    expect([status, stdout]).toEqual([0, notesSince(undefined, changelog)]);
    expect(stdout).toContain('broadsheet init');
    expect(files).toContain('CHANGELOG.md');
  });

  it.each(['', '1', '0.1', 'latest', '0.1.0.1', '99999999999.0.0'])(
    'is not told since %j, which is no version',
    async (since) => {
      const { status, stderr } = await broadsheetInResident(temporaryFolder(), 'upgrade-notes', '--since', since);

      expect([status, stderr.includes('expected a version like 0.1.0')]).toEqual([2, true]);
    },
  );
});
