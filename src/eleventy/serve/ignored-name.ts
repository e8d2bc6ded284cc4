/** What editors and systems put beside a file while somebody works on it: hidden files, backups, copies for a moment. */
const IGNORED = /^\.|~$|^#.*#$|\.(?:sw[a-z]|tmp|bak|crdownload)$|^4913$|^___jb_\w+___$|^node_modules$/;

/** Whether a file or folder of this name is none that a newsroom publishes, however often it changes. */
export function isIgnoredName(name: string): boolean {
  return IGNORED.test(name);
}
