import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from 'hast';
import {
  attribute,
  findAll,
  isBlank,
  isElement,
  NOTE,
  NOTE_REFERENCE,
  note,
  noteReference,
  replaceNodes,
  wordsIn,
} from './elements.ts';

/** What the mark of a note is: `1`, `[12]`, `(a)`, `*`, `iv`. */
const MARK = /^[\s[(]*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\s\]).:]*$/i;

/** A note is in one of these; what several stand in is none. */
const HOLDERS = new Set(['li', 'p', 'div', 'dd', 'aside', 'section']);

interface FoundNote {
  readonly label: string;
  /** What holds it. */
  readonly holder: Element;
  /** Names of the places from which it is referred to. */
  readonly back: ReadonlySet<string>;
  /** As readers saw it. */
  readonly mark: string;
}

/**
 * Makes notes of what two links say that lead to each other: the mark in the text to the note, and something in the note back to the mark. All systems write
 * them so: those that make HTML of Markdown, Word, Substack, plugins.
 */
export function findNotes(tree: Root): void {
  const links = findAll(tree, ({ tagName }) => tagName === 'a');
  const marks = links.filter((link) => placeOf(link) !== undefined && MARK.test(wordsIn(link)));
  if (marks.length === 0) return;
  const parents = parentsIn(tree);
  const places = placesIn(tree);
  const order = new Map(findAll(tree, () => true).map((node, index) => [node, index]));
  const taken = new Set(
    findAll(tree, ({ tagName }) => tagName === NOTE).map((found) => attribute(found, 'label') ?? ''),
  );
  const notes = new Map<string, FoundNote>();
  for (const link of marks) {
    const place = placeOf(link) ?? '';
    const known = notes.get(place);
    const target = places.get(place);
    const holder = target && holderOf(target, parents);
    // Of two that lead to each other the first is the mark.
    const isBehind = target !== undefined && (order.get(target) ?? 0) > (order.get(link) ?? 0);
    if (known || !holder || !isBehind || isWithin(link, holder, parents)) continue;
    const back = new Set(namesAround(link, parents));
    const leadsBack = findAll(holder, ({ tagName }) => tagName === 'a').some((found) => back.has(placeOf(found) ?? ''));
    if (!leadsBack) continue;
    let number = notes.size + 1;
    while (taken.has(String(number))) number += 1;
    taken.add(String(number));
    notes.set(place, { label: String(number), holder, back, mark: wordsIn(link).replace(/[^\p{L}\p{N}*†‡§¶]/gu, '') });
  }
  const holders = [...notes.values()].map(({ holder }) => holder);
  // Of notes that are not apart from each other nothing is made.
  const isApart = holders.every(
    (holder, index) =>
      !holders.some((other, at) => at !== index && (other === holder || isWithin(other, holder, parents))),
  );
  if (notes.size > 0 && isApart) placeNotes(tree, notes, marks);
}

function placeNotes(tree: Root, notes: ReadonlyMap<string, FoundNote>, marks: readonly Element[]): void {
  const isMark = new Set(marks);
  const labels = new Map([...notes].map(([place, { label }]) => [place, label]));
  const made = [...notes.values()].map(({ label, holder, back, mark }) => note(label, textOf(holder, back, mark)));
  const holders = new Set([...notes.values()].map(({ holder }) => holder));
  replaceNodes(tree, (node): readonly RootContent[] | undefined => {
    if (node.type !== 'element') return undefined;
    if (holders.has(node) || isLeft(node)) return [];
    if (isMark.has(node)) {
      const label = labels.get(placeOf(node) ?? '');
      return label === undefined ? undefined : [noteReference(label)];
    }
    if (node.tagName === 'sup' && isOnlyMark(node)) return node.children;
    takeBrackets(node);
    return undefined;
  });
  const last = tree.children.findLastIndex((node) => !isBlank(node));
  if (isElement(tree.children[last], 'hr')) tree.children.splice(last, 1);
  tree.children.push(...made);
}

/** A list or a box that has lost its notes, with the line over them. */
function isLeft(node: Element): boolean {
  if (!['ol', 'ul', 'section', 'div', 'footer', 'aside'].includes(node.tagName) || nameOf(node) !== undefined)
    return false;
  const others = node.children.filter((child) => !isElement(child, 'hr'));
  const isNotes = /foot-?notes|endnotes/i.test(
    `${attribute(node, 'className') ?? ''} ${attribute(node, 'role') ?? ''}`,
  );
  return others.every((child) => isBlank(child)) && (isNotes || others.length === node.children.length);
}

function isOnlyMark(sup: Element): boolean {
  const seen = sup.children.filter((child) => !isBlank(child));
  return seen.length > 0 && seen.every((child) => isElement(child, NOTE_REFERENCE));
}

/** Takes the brackets from around marks: `[<a href="#n1">1</a>]`. */
function takeBrackets({ children }: Element): void {
  for (const [index, node] of children.entries()) {
    const [before, after] = [children[index - 1], children[index + 1]];
    if (!isElement(node, NOTE_REFERENCE) || before?.type !== 'text' || after?.type !== 'text') continue;
    if (!before.value.endsWith('[') || !after.value.startsWith(']')) continue;
    before.value = before.value.slice(0, -1);
    after.value = after.value.slice(1);
  }
}

/** What a note says: without the links back, and without its own number before it. */
function textOf(holder: Element, back: ReadonlySet<string>, mark: string): readonly ElementContent[] {
  const root: Root = { type: 'root', children: [...holder.children] };
  replaceNodes(root, (node) => {
    if (!isElement(node)) return undefined;
    if (node.tagName === 'a' && back.has(placeOf(node) ?? ''))
      return wordsIn(node).trim().split(/\s+/).length > 4 || isAll(node, holder) ? node.children : [];
    return node.tagName === 'sup' && node.children.every((child) => isBlank(child)) ? [] : undefined;
  });
  const first = firstTextIn(root);
  if (first)
    first.value = first.value.replace(new RegExp(`^\\s*[[(]?${escaped(mark)}[\\]).:]+\\s*|^[\\s:.]+`, 'u'), '');
  return root.children as ElementContent[];
}

/** Whether a note says nothing but what is in a link. */
function isAll(link: Element, holder: Element): boolean {
  return wordsIn(link).trim() === wordsIn(holder).trim();
}

function firstTextIn(root: Root): { value: string } | undefined {
  const waiting: Nodes[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text' && next.value.trim() !== '') return next;
    if ('children' in next) waiting.push(...(next.children as Nodes[]).toReversed());
  }
  return undefined;
}

function escaped(mark: string): string {
  return mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The place on the same page that a link leads to. */
function placeOf(link: Element): string | undefined {
  const place = /^#(.+)$/s.exec(attribute(link, 'href')?.trim() ?? '')?.[1];
  if (place === undefined) return undefined;
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

function nameOf(node: Element): string | undefined {
  return attribute(node, 'id') ?? attribute(node, 'name');
}

function placesIn(tree: Root): ReadonlyMap<string, Element> {
  const places = new Map<string, Element>();
  for (const node of findAll(tree, () => true)) {
    const name = nameOf(node);
    if (name !== undefined && !places.has(name)) places.set(name, node);
  }
  return places;
}

function parentsIn(tree: Root): ReadonlyMap<Nodes, Parents> {
  const parents = new Map<Nodes, Parents>();
  for (const node of [tree, ...findAll(tree, () => true)]) for (const child of node.children) parents.set(child, node);
  return parents;
}

/** Names of a link and of what is right around it or before it: marks have theirs in several places. */
function namesAround(link: Element, parents: ReadonlyMap<Nodes, Parents>): readonly string[] {
  const near: Nodes[] = [link, ...findAll(link, () => true)];
  for (let node: Parents | undefined = link, level = 0; node?.type === 'element' && level < 2; level += 1) {
    const parent: Parents | undefined = parents.get(node);
    const siblings: readonly Nodes[] = parent?.children ?? [];
    const before = siblings
      .slice(0, siblings.indexOf(node))
      .findLast((other) => !(other.type === 'text' && other.value.trim() === ''));
    if (before) near.push(before);
    if (isElement(parent, 'sup', 'span')) near.push(parent);
    node = parent;
  }
  return near.flatMap((node) => (node.type === 'element' ? (nameOf(node) ?? []) : []));
}

function holderOf(target: Element, parents: ReadonlyMap<Nodes, Parents>): Element | undefined {
  for (let node: Parents | undefined = target; node?.type === 'element'; node = parents.get(node))
    if (HOLDERS.has(node.tagName)) return node;
  return undefined;
}

function isWithin(node: Nodes, holder: Nodes, parents: ReadonlyMap<Nodes, Parents>): boolean {
  for (let around = parents.get(node); around; around = parents.get(around)) if (around === holder) return true;
  return false;
}
