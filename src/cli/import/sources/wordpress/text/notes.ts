import type { Root } from 'hast';
import { attribute, isElement, note, noteReference, replaceNodes } from '../../../convert/elements.ts';
import type { Markers } from './markers.ts';

const REFERENCE = /<sup\b[^<>]*?\bdata-fn=["']([^"'<>]+)["']/gi;

/** The notes of a text, numbered in the order in which they are referred to. */
export class Notes {
  /** HTML of notes that stand at the end of the post, by their identifiers. */
  readonly #written: ReadonlyMap<string, string>;
  /** HTML of those that are referred to, in order; an identifier only where there is one. */
  readonly #used: { readonly id: string | undefined; readonly html: string }[] = [];

  /** @param meta The custom field `footnotes`: JSON. */
  constructor(meta: string) {
    this.#written = readFootnotes(meta);
  }

  /** HTML that refers to a note that stands in the text itself. */
  add(html: string): string {
    return `<sup data-note="${this.#used.push({ id: undefined, html })}"></sup>`;
  }

  /** The text with its notes behind it; those that nothing refers to are paragraphs at its end. */
  appendTo(html: string, markers: Markers): string {
    for (const [, id = ''] of html.matchAll(REFERENCE)) {
      const text = this.#written.get(id);
      if (text !== undefined && !this.#used.some((used) => used.id === id)) this.#used.push({ id, html: text });
    }
    const used = this.#used.map((entry, index) =>
      markers.block((children) => [note(String(index + 1), children)], entry.html),
    );
    const ids = new Set(this.#used.map(({ id }) => id));
    const unused = [...this.#written].filter(([id]) => !ids.has(id)).map(([, text]) => `<p>${text}</p>`);
    return [html, ...unused, ...used].join('\n');
  }

  /** Makes the marks that lead to notes; a transform. */
  readonly placeMarks = (tree: Root): void => {
    replaceNodes(tree, (node) => {
      if (!isElement(node, 'sup')) return undefined;
      const id = attribute(node, 'dataFn');
      const label =
        id === undefined
          ? Number(attribute(node, 'dataNote'))
          : this.#used.findIndex((used) => used.id !== undefined && used.id === id) + 1;
      return label >= 1 && label <= this.#used.length ? [noteReference(String(label))] : undefined;
    });
  };
}

function readFootnotes(meta: string): ReadonlyMap<string, string> {
  if (meta === '') return new Map();
  try {
    const read: unknown = JSON.parse(meta);
    const entries = Array.isArray(read) ? (read as readonly unknown[]) : [];
    return new Map(
      entries.flatMap((entry) => {
        const { id, content } = (entry ?? {}) as { id?: unknown; content?: unknown };
        return typeof id === 'string' && typeof content === 'string' ? [[id, content]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}
