import { contentPaths } from '../markdown/content-paths.ts';

/** Whether a story is named by its file, and not by its slug. */
export function isStoryFile(target: string): boolean {
  return /\.md$/i.test(target);
}

/**
 * The paths that a written one may mean, the most likely first: from the file that it is written in, from `content/`, or
 * from `content/articles/`.
 */
export function storyFiles(target: string, from: string): readonly string[] {
  const within = target.replace(/^\/+/, '').replace(/^content\//, '');
  return [...contentPaths(target, from), ...contentPaths(within, 'content/x', 'content/articles/x')];
}
