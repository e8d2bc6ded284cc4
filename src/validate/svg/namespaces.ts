import type { XmlElement } from '@rgrove/parse-xml';
import { NAMESPACES } from './allowed.ts';
import { knownText } from './read-xml.ts';

/** What prefixes stand for at a place of the document; the default namespace has an empty one. */
export class Namespaces {
  /** The values of each prefix, the innermost last. */
  private readonly values = new Map<string, string[]>([
    ['', ['']],
    ['xml', [NAMESPACES.xml]],
  ]);

  /** Takes what an element declares, and gives its prefixes. */
  enter({ attributes }: XmlElement): readonly string[] {
    const declared: string[] = [];
    for (const [name, written] of Object.entries(attributes)) {
      if (!isDeclaration(name)) continue;
      const value = knownText(written);
      const prefix = name.slice('xmlns:'.length);
      const values = this.values.get(prefix);
      if (values) values.push(value);
      else this.values.set(prefix, [value]);
      declared.push(prefix);
    }
    return declared;
  }

  leave(declared: readonly string[]): void {
    for (const prefix of declared) this.values.get(prefix)?.pop();
  }

  /** What the prefix of a name stands for; `undefined` where that is nothing. */
  of(name: string): string | undefined {
    const colon = name.indexOf(':');
    return this.values.get(colon < 0 ? '' : name.slice(0, colon))?.at(-1);
  }
}

/** Whether an attribute declares a namespace. */
export function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
