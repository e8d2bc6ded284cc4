import { createInterface, type Interface } from 'node:readline';
import { visible } from '../../diagnostics/wording.ts';

/** Where somebody is asked and answers. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Whether somebody sits there who can be asked. */
export function isTerminal({ input, output }: Streams): boolean {
  return input.isTTY === true && output.isTTY === true;
}

/** Somebody who is asked line by line. What is printed obeys nothing, as in `terminal.ts`. */
export class Dialogue {
  private readonly streams: Streams;
  private readonly lines: Interface;
  private readonly answered: AsyncIterator<string>;
  private completions: readonly string[] = [];

  constructor(streams: Streams) {
    this.streams = streams;
    this.lines = createInterface({ ...streams, historySize: 0, completer: (line: string) => this.complete(line) });
    this.answered = this.lines[Symbol.asyncIterator]();
  }

  /**
   * Asks once.
   *
   * @param completions What the tab key completes.
   * @returns The answer on one line; `undefined` if whoever is asked ends it (Ctrl-C, Ctrl-D).
   */
  async ask(prompt: string, completions: readonly string[] = []): Promise<string | undefined> {
    this.completions = completions;
    this.lines.setPrompt(visible(prompt));
    this.lines.prompt();
    const { value, done } = await this.answered.next();
    if (!done) return oneLine(value);
    this.streams.output.write('\n');
    return undefined;
  }

  tell(text: string): void {
    this.streams.output.write(`${visible(text)}\n`);
  }

  close(): void {
    this.lines.close();
  }

  private complete(line: string): [string[], string] {
    const start = line.toLowerCase();
    // What would be obeyed by a terminal is not shown, and so not offered.
    const hits = this.completions.filter((one) => one.toLowerCase().startsWith(start) && visible(one) === one);
    return [hits.slice(0, MOST_COMPLETIONS), line];
  }
}

const MOST_COMPLETIONS = 50;

/** A text without spaces around it, on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
