import type { Desk } from '../builds/desk.ts';
import { words } from '../newsrooms/a-random-story.ts';
import type { Edit } from './edit.ts';
import { pathsOf } from './media-edits.ts';

/** Files that belong nowhere, and files that cannot be read as what they are. */
export const FILE_EDITS: Readonly<Record<string, Edit>> = {
  'add a file that belongs nowhere': ({ newsroom }, random) => {
    newsroom.others[random.pick(['articles/notes.txt', 'media/notes.docx', 'plan.md'])] = words(random, 3);
    return 'one';
  },
  'remove files that belong nowhere': ({ newsroom }) => {
    newsroom.others = {};
    return 'all';
  },
  'break the YAML of a story': breakFile(
    ({ newsroom }) => newsroom.stories.map(({ path }) => path),
    '---\nheadline: "no end\n---\n',
  ),
  'leave a key out': breakFile(
    ({ newsroom }) => newsroom.stories.map(({ path }) => path),
    '---\nheadline: No date\n---\nText\n',
  ),
  'break site.yaml': breakFile(() => ['site.yaml'], 'title: [\n'),
  'break a page': breakFile(
    ({ newsroom }) => Object.keys(newsroom.pages).filter((path) => path.endsWith('.njk')),
    '---\nlayout: page\n---\n{% if %}\n',
  ),
  'break a picture': breakFile((desk) => pathsOf(desk, 'png'), 'no picture at all'),
  'put a script into a drawing': breakFile((desk) => pathsOf(desk, 'svg'), '<svg><script>1</script></svg>'),
  'write a file in another encoding': breakFile(
    ({ newsroom }) => newsroom.stories.map(({ path }) => path),
    '\u0000\u0001\u0002',
  ),
};

function breakFile(pathsIn: (desk: Desk) => readonly string[], text: string): Edit {
  return (desk, random) => {
    const paths = pathsIn(desk);
    if (paths.length === 0) return undefined;
    const path = random.pick(paths);
    desk.newsroom.others[path] = text;
    return path;
  };
}
