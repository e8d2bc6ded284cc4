import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '../../bench/corpus.ts';
import type { Desk } from '../builds/desk.ts';
import type { Edit } from './edit.ts';
import { entriesIn } from '../newsrooms/write-files.ts';
import { words } from '../newsrooms/a-random-story.ts';

/** Whether an edit of a name leaves the output as the last build left it, and the cache as young: then a build may be told what changed. */
export function leavesOutputAlone(name: string): boolean {
  return !/^(?:delete|alter|cut|exchange|replace|empty|add) .*\boutput\b|^go back to/.test(name);
}

/** What happens to files behind the back of a build. */
export const DISK_EDITS: Readonly<Record<string, Edit>> = {
  'touch files of the content': ({ folder }, random) => touchSome(join(folder, 'content'), random),
  'delete the cache': ({ folder }) => removeAll(join(folder, 'cache')),
  'delete a file of the cache': inFolder('cache', (path) => rmSync(path)),
  'delete a folder of the cache': ({ folder }, random) => {
    const folders = foldersIn(join(folder, 'cache'));
    return folders.length === 0 ? undefined : removeAll(random.pick(folders));
  },
  'cut a file of the cache short': inFolder('cache', (path, random) =>
    truncateSync(path, random.below(statSync(path).size + 1)),
  ),
  'empty a file of the cache': inFolder('cache', (path) => truncateSync(path)),
  'flip a byte of the cache': inFolder('cache', flipByte),
  'flip bytes everywhere in the cache': ({ folder }, random) => {
    for (const path of filesIn(join(folder, 'cache'))) flipByte(path, random);
    return 'all files';
  },
  'replace a file of the cache by what is none': inFolder('cache', replaceByOdd),
  'replace a folder of the cache by what is none': inFolders('cache', replaceByOdd),
  'touch files of the cache': ({ folder }, random) => touchSome(join(folder, 'cache'), random),
  'keep a copy of the cache': copy('cache', 'kept-cache'),
  'go back to a copy of the cache': copy('kept-cache', 'cache'),
  'copy the cache to another disk and back': copyAndBack('cache'),

  'touch files of the output': ({ folder }, random) => touchSome(join(folder, 'site'), random),
  'delete a file of the output': inFolder('site', (path) => rmSync(path)),
  'alter a file of the output': inFolder('site', (path) => writeFileSync(path, 'altered', { flag: 'a' })),
  'alter a file of the output but not its size and time': inFolder('site', (path, random) => {
    const { atime, mtime } = statSync(path);
    flipByte(path, random);
    utimesSync(path, atime, mtime);
  }),
  'cut a file of the output short': inFolder('site', (path, random) =>
    truncateSync(path, random.below(statSync(path).size + 1)),
  ),
  'exchange two files of the output': ({ folder }, random) => {
    const files = filesIn(join(folder, 'site'));
    if (files.length < 2) return undefined;
    const [one, other] = [random.pick(files), random.pick(files)];
    renameSync(one, `${one}.aside`);
    if (one !== other) renameSync(other, one);
    renameSync(`${one}.aside`, other);
    return `${one}, ${other}`;
  },
  'replace a file of the output by a folder': inFolder('site', (path, random) => {
    rmSync(path);
    mkdirSync(path);
    if (random.below(2) === 0) writeFileSync(join(path, 'stray.txt'), 'stray');
  }),
  'replace a folder of the output by a file': inFolders('site', (path) => {
    rmSync(path, { recursive: true });
    writeFileSync(path, 'a file');
  }),
  'replace a file of the output by a link to its copy': inFolder('site', (path) => {
    const aside = join(dirname(path), 'copied.txt');
    renameSync(path, aside);
    symlinkSync('copied.txt', path);
  }),
  'replace a folder of the output by a link to a copy of it': ({ folder }, random) =>
    inFolders('site', (path) => {
      const aside = join(folder, 'kept-folder');
      rmSync(aside, { recursive: true, force: true });
      cpSync(path, aside, { recursive: true });
      rmSync(path, { recursive: true });
      symlinkSync(aside, path);
    })({ folder } as Desk, random),
  'replace a file of the output by what is none': inFolder('site', replaceByOdd),
  'replace a folder of the output by what is none': inFolders('site', replaceByOdd),
  'delete a folder of the output': inFolders('site', (path) => rmSync(path, { recursive: true })),
  'delete the output': ({ folder }) => removeAll(join(folder, 'site')),
  'empty the output': ({ folder }) => {
    if (!existsSync(join(folder, 'site'))) return undefined;
    for (const name of readdirSync(join(folder, 'site'))) rmSync(join(folder, 'site', name), { recursive: true });
    return 'all of it';
  },
  'add a stray file to the output': addStray((path, random) => writeFileSync(path, words(random, 2))),
  'add a stray folder to the output': addStray((path) => {
    mkdirSync(join(path, 'within/deeper'), { recursive: true });
    writeFileSync(join(path, 'within/a.txt'), 'a');
  }),
  'add an empty folder to the output': addStray((path) => mkdirSync(join(path, 'within'), { recursive: true })),
  'add a link that leads nowhere to the output': addStray((path) => symlinkSync('nowhere', path)),
  'keep a copy of the output': copy('site', 'kept-site'),
  'go back to a copy of the output': copy('kept-site', 'site'),
  'copy the output to another disk and back': copyAndBack('site'),
  'copy output and cache to another disk and back': (desk, random) => {
    copyAndBack('site')(desk, random);
    return copyAndBack('cache')(desk, random);
  },
};

function inFolder(name: string, change: (path: string, random: Random) => void): Edit {
  return ({ folder }, random) => {
    const files = filesIn(join(folder, name));
    if (files.length === 0) return undefined;
    const path = random.pick(files);
    change(path, random);
    return path.slice(folder.length);
  };
}

function inFolders(name: string, change: (path: string, random: Random) => void): Edit {
  return ({ folder }, random) => {
    const folders = foldersIn(join(folder, name));
    if (folders.length === 0) return undefined;
    const path = random.pick(folders);
    change(path, random);
    return path.slice(folder.length);
  };
}

function addStray(add: (path: string, random: Random) => void): Edit {
  return ({ folder }, random) => {
    const site = join(folder, 'site');
    if (!existsSync(site)) return undefined;
    const path = join(
      random.pick([site, ...foldersIn(site)]),
      random.pick(['stray.html', '.hidden', 'index.html.bak', 'zz']),
    );
    rmSync(path, { recursive: true, force: true });
    add(path, random);
    return path.slice(folder.length);
  };
}

/** Puts in a path's place what is neither a file nor a folder, or a folder where it is known to be neither. */
function replaceByOdd(path: string, random: Random): void {
  rmSync(path, { recursive: true });
  const make = random.pick([
    () => symlinkSync('/dev/zero', path),
    () => symlinkSync('nowhere', path),
    () => symlinkSync('.', path),
    () => spawnSync('mkfifo', [path]),
    () => mkdirSync(join(path, 'within'), { recursive: true }),
  ]);
  make();
}

function flipByte(path: string, random: Random): void {
  const bytes = readFileSync(path);
  if (bytes.length === 0) return;
  const index = random.below(bytes.length);
  bytes[index] = (bytes[index] ?? 0) ^ (1 << random.below(8));
  writeFileSync(path, bytes);
}

function touchSome(folder: string, random: Random): string | undefined {
  const files = filesIn(folder).filter(() => random.below(2) === 0);
  for (const path of files) utimesSync(path, new Date(), new Date(Date.UTC(2020, 1, 1 + random.below(1000))));
  return files.length === 0 ? undefined : `${files.length} files`;
}

function copy(from: string, to: string): Edit {
  return ({ folder }) => {
    if (!existsSync(join(folder, from))) return undefined;
    rmSync(join(folder, to), { recursive: true, force: true });
    // A pipe cannot be copied.
    const filter = (path: string): boolean => !lstatSync(path).isFIFO();
    cpSync(join(folder, from), join(folder, to), { recursive: true, verbatimSymlinks: true, filter });
    return to;
  };
}

function copyAndBack(name: string): Edit {
  return (desk, random) => {
    const copied = copy(name, 'copied')(desk, random);
    if (copied === undefined) return undefined;
    rmSync(join(desk.folder, name), { recursive: true });
    renameSync(join(desk.folder, 'copied'), join(desk.folder, name));
    return name;
  };
}

function removeAll(path: string): string {
  rmSync(path, { recursive: true, force: true });
  return path;
}

/** Absolute paths of the ordinary files in a folder; links are left out. */
function filesIn(folder: string): readonly string[] {
  return [...entriesIn(folder)].filter(([, entry]) => entry.isFile()).map(([path]) => join(folder, path));
}

function foldersIn(folder: string): readonly string[] {
  return [...entriesIn(folder)].filter(([, entry]) => entry.isDirectory()).map(([path]) => join(folder, path));
}
