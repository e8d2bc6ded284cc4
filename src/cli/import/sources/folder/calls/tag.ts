import type { Range } from '../text/parse-markdown.ts';

/** Values of a call by name, or by position from `0` on. It has no prototype, so that any name is one. */
export type Attributes = Record<string, string>;

/** Something in a text that another system runs. */
export type Tag = Range &
  (
    | {
        readonly kind: 'open' | 'single';
        readonly name: string;
        readonly attributes: Attributes;
      }
    /** The end of the nearest one of the name; without a name, of the nearest. */
    | { readonly kind: 'close'; readonly name: string | undefined }
    /** `body` is not looked into, such as the code of `highlight`. */
    | { readonly kind: 'verbatim'; readonly name: string; readonly attributes: Attributes; readonly body: string }
    /** An expression whose value stands there. */
    | { readonly kind: 'value'; readonly expression: string }
    /** What directs other things and is no words: `{% if %}`, `{% assign %}`. */
    | { readonly kind: 'control'; readonly name: string; readonly rest: string }
    /** A tag that is shown to readers, and not run. */
    | { readonly kind: 'literal'; readonly text: string }
    /** Markdown that stands there as it is; `inText` where it is no code. */
    | { readonly kind: 'raw'; readonly text: string; readonly inText?: string }
    /** A comment. */
    | { readonly kind: 'nothing' }
  );

/** How a system writes its commands. */
export interface Syntax {
  /** A call of a name as its users write it: `{{< name >}}`. */
  readonly shown: (name: string) => string;
  /** Finds where one may begin; has the flag `g`. */
  readonly opening: RegExp;
  /** The tag that begins at `start`, where `opening` fits; `undefined` if there is none. */
  readonly read: (text: string, start: number, ends: Ends) => Tag | undefined;
  /** Whether the system looks for them in code, too; only `literal` and `raw` ones are of interest there. */
  readonly alsoInCode: boolean;
  /** Whether indented lines are code. */
  readonly hasIndentedCode: boolean;
}

/** Looks for ends of tags, each text once to its end at most. */
export interface Ends {
  /** The index of a text at or behind a place, or -1. */
  find(sought: string, from: number): number;
  /** The first match of an expression with the flag `g` at or behind a place. Of one that is nowhere it is asked only once. */
  match(sought: RegExp, from: number): RegExpExecArray | undefined;
}

export function endsIn(text: string): Ends {
  /** From where on there is none. */
  const absent = new Map<string, number>();
  return {
    find(sought, from) {
      if (from >= (absent.get(sought) ?? Number.POSITIVE_INFINITY)) return -1;
      const found = text.indexOf(sought, from);
      if (found < 0) absent.set(sought, from);
      return found;
    },
    match(sought, from) {
      if (from >= (absent.get(sought.source) ?? Number.POSITIVE_INFINITY)) return undefined;
      sought.lastIndex = from;
      const found = sought.exec(text);
      if (!found) absent.set(sought.source, from);
      return found ?? undefined;
    },
  };
}

export function noAttributes(): Attributes {
  return Object.create(null) as Attributes;
}

const ATTRIBUTE =
  /[\s,]*(?:([\p{L}_@:.][\p{L}\p{N}_:.@-]*)\s*(?:=|:(?!\/\/))\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|([^\s,"'`]+))/uy;

/** A call with more is none that a person wrote. */
const LONGEST_CALL = 100_000;

/**
 * Reads `a="b" c=d "e"`, with or without commas between.
 *
 * @param evaluate What a value without quotes stands for.
 */
export function readAttributes(written: string, evaluate: (word: string) => string = (word) => word): Attributes {
  const attributes = noAttributes();
  if (written.length > LONGEST_CALL) return attributes;
  let position = 0;
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(written); match; match = ATTRIBUTE.exec(written)) {
    const [, name, double, single, raw, word] = match;
    const quoted = double ?? single;
    const value = quoted !== undefined ? unescaped(quoted) : (raw ?? evaluate(word ?? ''));
    if (name === undefined) {
      attributes[String(position)] = value;
      position += 1;
    } else attributes[name] = value;
  }
  return attributes;
}

function unescaped(quoted: string): string {
  return quoted.includes('\\') ? quoted.replace(/\\(["'\\])/g, '$1').replace(/\\n/g, '\n') : quoted;
}

/** A place of an attribute of an entry, or of the site: `page.title`. */
export type LookUp = (path: string) => string | undefined;
