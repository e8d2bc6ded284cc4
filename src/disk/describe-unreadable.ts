/** What the system’s code says of a file, as the words after it. */
const REASONS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  EACCES: ['that this user may not read', 'give this user the right to read it, or move it out of the content folder'],
  EPERM: ['that this user may not read', 'give this user the right to read it, or move it out of the content folder'],
  ENOENT: ['that is gone again', 'if it was moved or renamed, run the command once more'],
  EIO: ['that the disk cannot read', 'copy it here again: the disk may be failing'],
  ELOOP: ['that is a link to itself', 'remove the link, or put the file itself in its place'],
  EMFILE: ['that cannot be opened beside so many others', 'close other programs, then run the command again'],
};

/** What to say of something that cannot be read. */
export function describeUnreadable(
  fault: unknown,
  kind: 'file' | 'folder',
): { readonly message: string; readonly hint: string } {
  const code = String((fault as NodeJS.ErrnoException).code);
  const [what, hint] = REASONS[code] ?? [
    `that cannot be read (${code})`,
    'open it in an editor: if that fails too, replace it, or move it out of the content folder',
  ];
  return { message: `Unexpected ${kind} ${what}, expected one that can be read`, hint };
}
