import { type Dirent, readdirSync } from 'node:fs';

/** The paths of all files in a folder and in those within it, from there; none where there is no folder. */
export function filesIn(folder: string): readonly string[] {
  const files: string[] = [];
  const open = [''];
  for (let within = open.pop(); within !== undefined; within = open.pop()) {
    for (const entry of entriesOf(`${folder}/${within}`)) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else files.push(path);
    }
  }
  return files;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}
