import type { ElementContent, Root } from 'hast';
import { attribute, isElement, replaceNodes } from '../../../convert/elements.ts';

/** Makes elements of what HTML cannot say, of those that stand in it. */
type Make = (children: readonly ElementContent[]) => readonly ElementContent[];

/** Begins and ends the number of a piece of Markdown: no text has these, see `../wxr/decode.ts`. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];

/**
 * Keeps places in a text of HTML for what HTML cannot say. A text that has such a mark of its own only repeats what the same text says.
 */
export class Markers {
  readonly #made: Make[] = [];
  readonly #markdown: string[] = [];

  /** HTML that stands for elements: a block, which ends the paragraph that it is in. */
  block(make: Make, inner = ''): string {
    this.#made.push(make);
    return `<div data-wordpress="${this.#made.length - 1}">${inner}</div>`;
  }

  /** Text that stands for a piece of Markdown. */
  markdown(markdown: string): string {
    this.#markdown.push(markdown);
    return `${OPEN}${this.#markdown.length - 1}${CLOSE}`;
  }

  /** Puts the elements in their places; a transform. */
  readonly putElements = (tree: Root): void => {
    replaceNodes(tree, (node) => {
      const number = isElement(node, 'div') ? attribute(node, 'dataWordpress') : undefined;
      const make = number === undefined ? undefined : this.#made[Number(number)];
      return make && isElement(node) ? make(node.children) : undefined;
    });
  };

  /** Puts the pieces of Markdown in their places. Lines of one that has several begin as the line does that it stands in: in a quotation, or indented. */
  putMarkdown(text: string): string {
    if (!text.includes(OPEN)) return text;
    return text
      .split('\n')
      .map((line) => this.#putInLine(line))
      .join('\n');
  }

  #putInLine(line: string): string {
    if (!line.includes(OPEN)) return line;
    const start = /^(?:[ \t>]|[-*+] |\d{1,9}[.)] )*/.exec(line)?.[0] ?? '';
    const indent = start.replace(/[^>\t]/g, ' ');
    return line.replace(new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g'), (_, number: string) =>
      (this.#markdown[Number(number)] ?? '').trim().replaceAll('\n', `\n${indent}`),
    );
  }
}
