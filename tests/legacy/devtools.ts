/** The DevTools protocol of one page of a Chromium. Its commands and events are the same from 64 to today. */
export interface Devtools {
  readonly send: (method: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Is told of each event of a name. */
  readonly on: (event: string, told: (parameters: unknown) => void) => void;
}
