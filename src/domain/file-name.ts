/** The last part of a path: `content/articles/flood.md` → `flood.md`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
