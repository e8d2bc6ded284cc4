/** Which editor `launch-editor` would start; the package has no types of this part. */
declare module 'launch-editor/guess.js' {
  /** The command and its arguments; `[null]` where there is none. */
  const guessEditor: () => readonly [command: string | null, ...args: string[]];
  export = guessEditor;
}
