import { basename } from 'node:path';
import { visible } from '../../diagnostics/wording.ts';
import { json, refusal, type Route, type RouteAnswer } from '../server/route.ts';
import { diskPathOf } from './source-files.ts';

/** Editors that run in a terminal: the one that they would take is the preview's. */
const IN_TERMINAL = /^(?:vim?|nvim|neovim|nano|pico|emacs|emacsclient|micro|hx|helix|joe|ne|kak|mcedit|ed|ex)$/;
/** How long an editor has to say that it cannot be started, in milliseconds. */
const WAIT = 300;
const HIGHEST_LINE = 10_000_000;

/**
 * `POST /_desk/open` with `{path, line}`: opens a text of the newsroom in the editor of whoever runs the preview. Where there is none that
 * can be started, 409 says so.
 */
export const OPEN_FILE: Route = {
  method: 'POST',
  path: '/_desk/open',
  respond: async ({ body }, { content, site }) => {
    const asked = readAsked(body);
    if (!asked) return refusal(400, 'Expected `path`, the path of a file, and `line`, a number from 1');
    const { path, line } = asked;
    const diskPath = site && diskPathOf(path, { site, content });
    if (diskPath === undefined) return refusal(404, `There is no file ${visible(path)} in this newsroom`);
    // It stands on the terminal where an editor fails.
    if (visible(diskPath) !== diskPath)
      return refusal(409, 'The name of this file has invisible characters: rename it first');
    return openInEditor(diskPath, line);
  },
};

function readAsked(body: unknown): { readonly path: string; readonly line: number } | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { path, line = 1 } = body as { readonly path?: unknown; readonly line?: unknown };
  const isLine = typeof line === 'number' && Number.isInteger(line) && line >= 1 && line <= HIGHEST_LINE;
  return typeof path === 'string' && isLine ? { path, line } : undefined;
}

async function openInEditor(diskPath: string, line: number): Promise<RouteAnswer> {
  const { default: guessEditor } = await import('launch-editor/guess.js');
  const { default: launchEditor } = await import('launch-editor');
  const { LAUNCH_EDITOR, VISUAL, EDITOR } = process.env;
  // A command with arguments, such as `code --wait`, is only taken apart where it is handed over.
  const wanted = [LAUNCH_EDITOR, VISUAL, EDITOR].find((command) => command && !runsInTerminal(command));
  const [guessed] = wanted === undefined ? guessEditor() : [wanted];
  if (guessed === null || runsInTerminal(guessed)) {
    const why = guessed === null ? 'No editor is running' : `${visible(guessed)} runs in a terminal`;
    return refusal(409, `${why}: open VS Code or another editor with windows, or name one in EDITOR`);
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(json({ isOpened: true })), WAIT);
    launchEditor(`${diskPath}:${line}:1`, wanted, (_file, message) => {
      clearTimeout(timer);
      resolve(refusal(409, `The editor could not be started. ${visible(message ?? '')}`.trim()));
    });
  });
}

function runsInTerminal(command: string): boolean {
  const [program = ''] = command.trim().split(/\s+/);
  return IN_TERMINAL.test(basename(program));
}
