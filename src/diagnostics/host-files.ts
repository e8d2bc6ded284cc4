/** What to do where a text or a file's name would make a file that hosts obey, see `domain/site/host-files.ts`. */
export const PUT_INTO_PUBLIC =
  'write another name; a file that is meant for the host goes into content/public/, which is copied as it is';
