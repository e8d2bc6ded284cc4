import { quote } from '../../diagnostics/wording.ts';
import { contentFolder, UsageError } from '../arguments.ts';
import { isTerminal, type Streams } from '../output/dialogue.ts';

/** What a command that changes one story, commits that and pushes it is told, whatever the change is. */
export interface StoryCommand {
  /** The file of the story, as it was written. */
  readonly file: string;
  /** Absolute path of the content folder. */
  readonly content: string;
  /** Of the commit, in the place of one that says what was done. */
  readonly message: string | undefined;
  readonly push: boolean;
  /** Only says what it would do. */
  readonly dryRun: boolean;
  /** Asks nothing. */
  readonly yes: boolean;
}

/** The options that every such command has. */
export const STORY_OPTIONS = {
  content: { type: 'string' },
  message: { type: 'string' },
  'no-push': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

interface ReadOptions {
  readonly values: {
    readonly content?: string | undefined;
    readonly message?: string | undefined;
    readonly 'no-push': boolean;
    readonly 'dry-run': boolean;
    readonly yes: boolean;
  };
  readonly positionals: readonly string[];
}

/**
 * What the options and the file of a command say.
 *
 * @param name Of the command.
 * @throws {UsageError} Where there is no file or more than one.
 */
export function storyCommand(name: string, { values, positionals }: ReadOptions): StoryCommand {
  const [file, second] = positionals;
  if (file === undefined || file === '')
    throw new UsageError(`Unexpected end of the command, expected the file of a story: npx broadsheet ${name} FILE`);
  if (second !== undefined) throw new UsageError(`Unexpected ${quote(second)}, expected one file`);
  return {
    file,
    content: contentFolder(values.content),
    message: values.message,
    push: !values['no-push'],
    dryRun: values['dry-run'],
    yes: values.yes,
  };
}

/** Throws where an option was given without a text. */
export function demandTexts(texts: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(texts))
    if (text?.trim() === '') throw new UsageError(`Unexpected empty --${name}, expected text`);
}

/**
 * Whether somebody is asked before anything is done.
 *
 * @throws {UsageError} Where somebody is to be asked, and nobody can be.
 */
export function isAsked({ yes, dryRun }: StoryCommand, streams: Streams): boolean {
  if (yes || dryRun) return false;
  if (!isTerminal(streams))
    throw new UsageError(
      'Unexpected end of the command, expected --yes, for nobody can be asked here; --dry-run says what it would do',
    );
  return true;
}
