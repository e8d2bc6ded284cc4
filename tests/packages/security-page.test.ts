import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../architecture/source-tree.ts';

describe('SECURITY.md', () => {
  const page = readFileSync(join(PROJECT, 'SECURITY.md'), 'utf8');
  const sections = page.split('\n## ').slice(1);
  const about = sections.filter((section) => section.includes('\nNot promised: '));

  it('says of each kind of attack what is promised, what is not, and where that is tested', () => {
    expect(about.map((section) => section.split('\n')[0])).toEqual([
      'A hostile story',
      'A hostile picture',
      'A pull request to a newsroom’s repository',
      'A page of another site, while the preview runs',
      'A dependency',
    ]);
    for (const section of about) expect(testsIn(section).length).toBeGreaterThan(1);
  });

  it('has a test for each promise', () => {
    const promises = about.flatMap((section) => section.split('\n').filter((line) => line.startsWith('| ')));
    const rows = promises.filter((line) => line !== '| promised | tested in |');

    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => testsIn(row).length === 0 && !row.endsWith('| as above |'))).toEqual([]);
  });

  it('names tests and pages that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path = '']) => path);
    const paths = [...testsIn(page), ...links];

    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it('invents no address to write to', () => {
    expect(page).not.toMatch(/mailto:|\b[\w.+-]+@[\w-]+\.\w+/);
  });
});

function testsIn(text: string): readonly string[] {
  return [...text.matchAll(/`(tests\/[^`]*)`/g)].map(([, path = '']) => path);
}
