const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>/gi;
const LANGUAGE = /\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
/** Elements whose words are no prose. */
const NO_PROSE = /^(?:code|kbd|samp|var|pre|script|style|math|svg)$/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Follows the tags of HTML in a text: what they say is in another language, or is no prose at all. */
export class ForeignParts {
  private readonly language: string;
  /** The elements that are open, and whether what is in each is foreign. */
  private readonly open: { readonly name: string; readonly isForeign: boolean }[] = [];
  private ofBlocks = 0;

  /** @param language Of the text (BCP 47). */
  constructor(language: string) {
    this.language = language;
  }

  /** Whether what comes next is foreign. */
  get isWithin(): boolean {
    return this.open.at(-1)?.isForeign ?? false;
  }

  /** Takes in the tags of a block of HTML: what one opens, a later one closes. */
  seeBlock(html: string): void {
    this.see(html);
    this.ofBlocks = this.open.length;
  }

  /** Takes in a tag within a line. */
  see(html: string): void {
    for (const [, slash, written = '', attributes = ''] of html.matchAll(TAG)) {
      const name = written.toLowerCase();
      if (slash === '/') this.close(name);
      else if (!VOID.test(name) && !attributes.endsWith('/')) this.begin(name, attributes);
    }
  }

  /** Closes what was opened within a line. */
  endLine(): void {
    this.open.length = Math.min(this.open.length, this.ofBlocks);
  }

  private begin(name: string, attributes: string): void {
    if (this.open.length >= MOST_OPEN) return;
    const [, ...values] = LANGUAGE.exec(attributes) ?? [];
    const language = values.find((value) => value !== undefined);
    const isOther = language === undefined ? this.isWithin : baseOf(language) !== baseOf(this.language);
    this.open.push({ name, isForeign: isOther || NO_PROSE.test(name) });
  }

  private close(name: string): void {
    const at = this.open.findLastIndex((element) => element.name === name);
    if (at >= 0) this.open.length = at;
  }
}

/** So many elements may be open in each other. */
const MOST_OPEN = 100;

function baseOf(language: string): string {
  return (language.split('-', 1)[0] ?? '').toLowerCase();
}
