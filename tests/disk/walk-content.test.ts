import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ContentWalk, walkContent } from '../../src/disk/walk-content.ts';
import { type Files, temporaryFolder } from '../build/temporary-folder.ts';

/** What is found in a content folder with these files. */
function walk(files: Files, prepare: (content: string) => void = () => {}): ContentWalk {
  const folder = temporaryFolder(files);
  mkdirSync(join(folder, 'content'), { recursive: true });
  prepare(join(folder, 'content'));
  return walkContent(join(folder, 'content'));
}

function pathsOf(files: Iterable<{ readonly path: string }>): readonly string[] {
  return [...files].map(({ path }) => path);
}

function told({ findings }: ContentWalk): readonly string[] {
  return findings.map(({ code, path }) => `${path} ${code}`);
}

describe('a content folder', () => {
  it('has other files in place of some, by what each would be there, and leaves hidden ones alone', () => {
    const folder = temporaryFolder({
      'content/articles/a.md': '',
      'content/articles/b.md': '',
      'content/media/c.png': '',
      'other.md': 'Other.',
    });
    const other = join(folder, 'other.md');
    const found = walkContent(
      join(folder, 'content'),
      new Map([
        ['content/articles/b.md', undefined],
        ['content/articles/a.md', other],
        ['content/media/c.png', undefined],
        ['content/media/gone.png', other],
        ['content/pages/gone.11ty.js', other],
        ['content/public/.well-known/gone.txt', other],
        ['content/gone.txt', other],
        ['content/.hidden/gone.md', other],
        ['content/articles/.gone.md', other],
      ]),
    );

    expect(found.texts.map(({ path, diskPath }) => [path, diskPath])).toEqual([['content/articles/a.md', other]]);
    expect([...found.media.keys()]).toEqual(['content/media/gone.png']);
    expect(pathsOf(found.templates)).toEqual(['content/pages/gone.11ty.js']);
    expect([...found.publicFiles.keys()]).toEqual(['content/public/.well-known/gone.txt']);
    expect(told(found)).toEqual(['content/gone.txt file-misplaced']);
  });

  it('has texts, media and templates, each by its place and its kind', () => {
    const found = walk({
      'content/site.yaml': '',
      'content/articles/2026/a.md': '',
      'content/articles/2026/plan.pdf': '',
      'content/articles/2026/Map.SVG': '',
      'content/contributors/jane.md': '',
      'content/contributors/jane.jpg': '',
      'content/media/deep/film.mp4': '',
      'content/pages/about.md': '',
      'content/pages/tide.njk': '',
      'content/pages/tide.11ty.js': '',
      'content/pages/_data/tide.json': '',
      'content/pages/tide.png': '',
    });

    expect(pathsOf(found.texts)).toEqual([
      'content/articles/2026/a.md',
      'content/contributors/jane.md',
      'content/pages/about.md',
      'content/pages/tide.njk',
      'content/site.yaml',
    ]);
    expect([...found.media.keys()]).toEqual([
      'content/articles/2026/Map.SVG',
      'content/articles/2026/plan.pdf',
      'content/contributors/jane.jpg',
      'content/media/deep/film.mp4',
      'content/pages/tide.png',
    ]);
    expect(pathsOf(found.templates)).toEqual(['content/pages/_data/tide.json', 'content/pages/tide.11ty.js']);
    expect(told(found)).toEqual([]);
  });

  it('has files that nobody would publish, which are told of', () => {
    const found = walk({
      'content/notes.txt': '',
      'content/site.yml': '',
      'content/articles/a.markdown': '',
      'content/contributors/deep/jane.md': '',
      'content/fronts/home.yml': '',
      'content/fronts/es/deep/home.yaml': '',
      'content/media/a.exe': '',
      'content/drawing.svg': '',
    });

    expect(told(found)).toEqual([
      'content/articles/a.markdown file-misplaced',
      'content/contributors/deep/jane.md file-misplaced',
      'content/drawing.svg file-misplaced',
      'content/fronts/es/deep/home.yaml file-misplaced',
      'content/fronts/home.yml file-misplaced',
      'content/media/a.exe file-misplaced',
      'content/notes.txt file-misplaced',
      'content/site.yml file-misplaced',
    ]);
    expect([found.texts, found.templates, found.media.size]).toEqual([[], [], 0]);
  });

  it('has hidden files and installed packages that are left alone', () => {
    const found = walk({
      'content/.DS_Store': '',
      'content/.git/config': '',
      'content/articles/.a.md.swp': '',
      'content/node_modules/x/readme.md': '',
      'content/articles/a.md': '',
    });

    expect([pathsOf(found.texts), told(found)]).toEqual([['content/articles/a.md'], []]);
  });

  it('has files for the root, hidden ones too, but not what systems, editors and tools leave behind or keep secret', () => {
    const left = [
      '.DS_Store',
      '._ads.txt',
      '.git/config',
      '.robots.txt.swp',
      'note.txt~',
      '#note.txt#',
      '.#note.txt',
      'ads.bak',
    ];
    const others = [
      '.vscode/settings.json',
      'node_modules/a.js',
      '.env',
      '.env.local',
      '.npmrc',
      '.ssh/config',
      'id_ed25519',
    ];
    const meant = ['.htaccess', '.nojekyll', '.well-known/security.txt', 'CNAME', 'ads.txt'];
    const found = walk(
      Object.fromEntries([...left, ...others, ...meant].map((path) => [`content/public/${path}`, 'x'])),
    );

    expect([...found.publicFiles.keys()].sort()).toEqual(meant.map((path) => `content/public/${path}`).sort());
  });

  it('has 64 folders in each other, and is told of where it has more', () => {
    const least = `content/articles/${'a/'.repeat(63)}least.md`;
    const found = walk({ [least]: '', [`content/articles/${'b/'.repeat(300)}most.md`]: '' });

    expect(pathsOf(found.texts)).toEqual([least]);
    expect(told(found)).toEqual([`content/articles/${'b/'.repeat(63)}b nesting-too-deep`]);
  });

  it('names its files in one form of Unicode, and finds them in theirs', () => {
    const decomposed = 'cafe\u0301';
    const { texts } = walk({ [`content/articles/${decomposed}/${decomposed}.md`]: 'x' });

    expect(pathsOf(texts)).toEqual(['content/articles/caf\u00e9/caf\u00e9.md']);
    expect(texts[0]?.diskPath.endsWith(`${decomposed}/${decomposed}.md`)).toBe(true);
    expect(texts[0]?.state[0]).toBe(1);
  });

  it('may be a link itself', () => {
    const content = join(temporaryFolder({ 'content/articles/a.md': '' }), 'content');
    const link = join(temporaryFolder(), 'content');
    symlinkSync(content, link);

    expect(pathsOf(walkContent(link).texts)).toEqual(['content/articles/a.md']);
  });
});

describe('a link in a content folder', () => {
  it('is followed within the folder, and each folder is walked once', () => {
    const found = walk({ 'content/articles/a.md': 'x', 'content/media/map.svg': 'x' }, (content) => {
      symlinkSync('a.md', join(content, 'articles/b.md'));
      symlinkSync('../media', join(content, 'articles/pictures'));
      symlinkSync('..', join(content, 'articles/round'));
    });

    expect(pathsOf(found.texts)).toEqual(['content/articles/a.md', 'content/articles/b.md']);
    expect([...found.media.keys()]).toEqual(['content/articles/pictures/map.svg']);
    expect(told(found)).toEqual([]);
  });

  it('is not followed out of it, and told of', () => {
    const found = walk({ 'secret/a.md': '', 'content-too/a.md': '', 'content/site.yaml': '' }, (content) => {
      symlinkSync('../secret', join(content, 'articles'));
      symlinkSync('../content-too/a.md', join(content, 'a.md'));
    });

    expect(told(found)).toEqual(['content/a.md file-outside', 'content/articles file-outside']);
    expect([...found.outside]).toEqual(['content/a.md', 'content/articles']);
    expect(pathsOf(found.texts)).toEqual(['content/site.yaml']);
  });

  it('that leads to nothing is told of', () => {
    const found = walk({ 'content/articles/a.md': '' }, (content) => {
      symlinkSync('gone.md', join(content, 'articles/b.md'));
      symlinkSync('c.md', join(content, 'articles/c.md'));
    });

    expect(told(found)).toEqual(['content/articles/b.md file-unreadable', 'content/articles/c.md file-unreadable']);
  });
});

it.each([
  ['content/styles.yaml', 'did you mean `style.yaml`?'],
  ['content/site.yml', 'did you mean `site.yaml`?'],
  ['content/word.txt', 'did you mean `words.txt`?'],
  ['content/Redirects.yaml', 'did you mean `redirects.yaml`?'],
  ['content/notes.txt', 'stories are files in content/articles/ whose names end with `.md`'],
  [
    'content/fronts/home.md',
    'fronts are files in content/fronts/ whose names end with `.yaml`: `home.yaml`, `es/home.yaml`',
  ],
  ['content/pages/about.markdown', 'pages are files whose names end with `.md`: name it `about.md`'],
  ['content/articles/a.MD', 'stories are files in content/articles/ whose names end with `.md`: name it `a.md`'],
  ['content/articles/bridge', 'stories are files in content/articles/ whose names end with `.md`'],
  [
    'content/contributors/staff/jane.md',
    'contributors are files right in content/contributors/ whose names end with `.md`: make it content/contributors/jane.md',
  ],
  ['content/articles/a.md~', 'remove it; it is an old copy of a.md that a program has left'],
  ['content/pages/#b.md#', 'remove it; it is an old copy of b.md that a program has left'],
  ['content/articles/c.md.orig', 'remove it; it is an old copy of c.md that a program has left'],
])('a file in a place of another is told with what was meant: %s', (path, hint) => {
  expect(walk({ [path]: '' }).findings.map((finding) => finding.hint)).toEqual([hint]);
});
