import {
  type XmlCdata,
  type XmlDocument,
  XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from '@rgrove/parse-xml';
import {
  isAllowedAddress,
  isAllowedElement,
  isDrawing,
  isEditorData,
  isUnsafeAnimation,
  NAMESPACES,
} from './allowed.ts';
import { isDeclaration, localName, Namespaces } from './namespaces.ts';
import { knownText, readXml, type SvgProblem, subsetOf } from './read-xml.ts';
import { doesValueLoad, type SanitisedCss, sanitiseDeclarations, sanitiseStylesheet } from './sanitise-css.ts';

/** The text of an SVG, as browsers read its bytes. */
export interface SvgText {
  readonly text: string;
  /** The encoding that its bytes are in where they cannot be published as they are. */
  readonly otherEncoding?: string | undefined;
}

/** What an SVG is, once it was looked through. */
export type SvgLookedThrough =
  /** It only draws, as it is. */
  | { readonly kind: 'safe' }
  /** `text` is the drawing without what was taken out of it. */
  | { readonly kind: 'sanitised'; readonly text: string; readonly removed: readonly SvgProblem[] }
  /** Browsers do not read it, or it must not be tried: `what` stands in the way. */
  | ({ readonly kind: 'unreadable' } & SvgProblem)
  /** Nothing is left to see once what is unsafe is taken out, of which `what` is the first. */
  | ({ readonly kind: 'empty' } & SvgProblem);

/**
 * Takes out of an SVG what could run a script or load something from elsewhere when a browser opens the file itself (XML 1.0,
 * Namespaces in XML 1.0, SVG 2). It is then printed anew, in UTF-8, without a doctype, comments and notes of drawing programs.
 */
export function sanitiseSvg({ text, otherEncoding }: SvgText): SvgLookedThrough {
  const first = lookThrough({ text, otherEncoding });
  if (first.kind !== 'sanitised') return first;
  // What was printed is judged as what was read is, so that no gap between reading and printing can be used.
  const second = lookThrough({ text: first.text });
  if (second.kind === 'safe') return first;
  return { kind: 'empty', ...(first.removed[0] as SvgProblem) };
}

function lookThrough({ text, otherEncoding }: SvgText): SvgLookedThrough {
  const read = readXml(text);
  if ('what' in read) return { kind: 'unreadable', ...read };
  const { root } = read.document;
  const namespace = root ? namespaceOfRoot(root) : undefined;
  if (!root || localName(root.name) !== 'svg' || (namespace !== NAMESPACES.svg && namespace !== '')) {
    return { kind: 'unreadable', what: `root \`<${root?.name.slice(0, LONGEST_NAME)}>\``, index: root?.start ?? 0 };
  }
  const printer = new DrawingPrinter(namespace);
  printer.print(read.document);
  const [unsafe] = printer.removed;
  if (unsafe && !printer.hasDrawn) return { kind: 'empty', ...unsafe };
  if (otherEncoding !== undefined) printer.remove(`encoding \`${otherEncoding}\``, 0);
  if (subsetOf(read.document) !== undefined) printer.remove('declarations in the doctype', text.indexOf('<!DOCTYPE'));
  for (const entity of read.unknownEntities) {
    printer.remove(`entity \`${entity.slice(0, LONGEST_NAME)}\``, text.indexOf(entity));
  }
  if (printer.removed.length === 0) return { kind: 'safe' };
  const removed = [...printer.removed].sort((one, other) => one.index - other.index);
  return { kind: 'sanitised', text: `${printer.text}\n`, removed };
}

function namespaceOfRoot(root: XmlElement): string | undefined {
  const namespaces = new Namespaces();
  namespaces.enter(root);
  return namespaces.of(root.name);
}

/** A node whose children are being printed. */
interface OpenNode {
  readonly children: readonly XmlNode[];
  /** The prefixes that it declares. */
  readonly declared: readonly string[];
  /** Whether what is in it is printed; it is looked through in any case. */
  readonly isPrinted: boolean;
  readonly endTag: string;
  next: number;
}

/** Prints a document without what is taken out of it, and notes that. It does not recurse. */
class DrawingPrinter {
  readonly removed: SvgProblem[] = [];
  hasDrawn = false;
  /** The namespace of elements that draw: that of SVG, or none at all, where nobody wrote it. */
  private readonly namespace: string;
  private readonly pieces: string[] = [];
  private readonly open: OpenNode[] = [];
  private readonly namespaces = new Namespaces();

  constructor(namespace: string) {
    this.namespace = namespace;
  }

  get text(): string {
    return this.pieces.join('');
  }

  remove(what: string, index: number): void {
    this.removed.push({ what, index: Math.max(0, index) });
  }

  print(document: XmlDocument): void {
    this.open.push({ children: document.children, declared: [], isPrinted: true, endTag: '', next: 0 });
    for (let node = this.open.at(-1); node; node = this.open.at(-1)) {
      const child = node.children[node.next];
      node.next += 1;
      if (child) {
        this.printNode(child, node);
      } else {
        this.pieces.push(node.endTag);
        this.namespaces.leave(node.declared);
        this.open.pop();
      }
    }
  }

  private printNode(node: XmlNode, around: OpenNode): void {
    if (node instanceof XmlElement) this.printElement(node, around);
    else if (node instanceof XmlProcessingInstruction) this.lookAtInstruction(node);
    else if (isText(node) && around.isPrinted) this.pieces.push(escapeText(knownText(node.text)));
  }

  /** Packets of metadata are inert; of what else programs are told to do, browsers obey some. */
  private lookAtInstruction({ name, start }: XmlProcessingInstruction): void {
    if (name !== 'xpacket') this.remove(`\`<?${name.slice(0, LONGEST_NAME)}?>\``, start);
  }

  private printElement(element: XmlElement, { isPrinted }: OpenNode): void {
    const { name, children, start } = element;
    const declared = this.namespaces.enter(element);
    const namespace = this.namespaces.of(name);
    const local = localName(name);
    const unsafe = this.unsafeElement(element, namespace);
    if (unsafe !== undefined) {
      this.remove(unsafe, start);
      this.namespaces.leave(declared);
    } else if (namespace !== this.namespace) {
      // Notes of drawing programs are not printed, but may hide what runs.
      this.enter({ children, declared, isPrinted: false, endTag: '' });
    } else {
      const attributes = this.printAttributes(element);
      const isStyle = local.toLowerCase() === 'style';
      const css = isStyle ? this.sanitised(sanitiseStylesheet(cssOf(children)), start) : '';
      if (isPrinted) {
        this.hasDrawn ||= isDrawing(local);
        const end = children.length === 0 ? '/>' : '>';
        this.pieces.push(
          `<${local}${this.open.length === 1 ? ROOT_ATTRIBUTES : ''}${attributes}${end}${escapeText(css)}`,
        );
      }
      const endTag = isPrinted && children.length > 0 ? `</${local}>` : '';
      this.enter({ children, declared, isPrinted: isPrinted && !isStyle, endTag });
    }
  }

  /** What an element is called that must go. */
  private unsafeElement({ name, attributes }: XmlElement, namespace: string | undefined): string | undefined {
    const tag = `\`<${name.slice(0, LONGEST_NAME)}>\``;
    if (namespace !== this.namespace) return namespace !== undefined && isEditorData(namespace) ? undefined : tag;
    const local = localName(name);
    if (!isAllowedElement(local)) return tag;
    const { attributeName } = attributes;
    return isUnsafeAnimation(local, attributeName)
      ? `${tag} of \`${attributeName?.slice(0, LONGEST_NAME)}\``
      : undefined;
  }

  private enter(node: Omit<OpenNode, 'next'>): void {
    this.open.push({ ...node, next: 0 });
  }

  /** Prints the attributes that browsers look at, and notes those that are taken out. */
  private printAttributes({ name: element, attributes, start }: XmlElement): string {
    let printed = '';
    for (const [name, written] of Object.entries(attributes)) {
      if (isDeclaration(name)) continue;
      const local = localName(name);
      // Attributes without a prefix are in no namespace, whatever the default is.
      const namespace = local === name ? '' : this.namespaces.of(name);
      const value = this.sanitisedValue(
        { element: localName(element), name: local, namespace, written: knownText(written) },
        start,
      );
      if (value === undefined) this.remove(`\`${name.slice(0, LONGEST_NAME)}\``, start);
      else printed += printAttribute({ name: local, namespace, value });
    }
    return printed;
  }

  /** What stays of the value of an attribute; `undefined` where the attribute goes. */
  private sanitisedValue({ element, name, namespace, written }: Attribute, start: number): string | undefined {
    if (namespace === undefined) return undefined;
    if (isEditorData(namespace)) return written;
    const lower = name.toLowerCase();
    if (lower.startsWith('on') || lower === 'base' || lower === 'ping') return undefined;
    if (lower === 'href' || lower === 'src') return isAllowedAddress(written, element) ? written : undefined;
    if (lower === 'style') return this.sanitised(sanitiseDeclarations(written), start);
    return doesValueLoad(written) ? undefined : written;
  }

  private sanitised({ css, removed }: SanitisedCss, index: number): string {
    for (const what of removed) this.remove(`\`${what}\``, index);
    return css;
  }
}

interface Attribute {
  /** The name of its element, without a prefix. */
  readonly element: string;
  readonly name: string;
  /** What its prefix stands for; `undefined` where that is nothing. */
  readonly namespace: string | undefined;
  readonly written: string;
}

/** Of an attribute that browsers do not look at there is nothing to print. */
function printAttribute({
  name,
  namespace,
  value,
}: {
  name: string;
  namespace: string | undefined;
  value: string;
}): string {
  if (namespace === '') return ` ${name}="${escapeAttribute(value)}"`;
  if (namespace === NAMESPACES.xml) return ` xml:${name}="${escapeAttribute(value)}"`;
  return namespace === NAMESPACES.xlink && name === 'href' ? ` xlink:href="${escapeAttribute(value)}"` : '';
}

const LONGEST_NAME = 40;
const ROOT_ATTRIBUTES = ` xmlns="${NAMESPACES.svg}" xmlns:xlink="${NAMESPACES.xlink}"`;

/** A CDATA section is a text, too. */
function isText(node: XmlNode): node is XmlText | XmlCdata {
  return node instanceof XmlText;
}

/** As browsers put it together: of the texts that are its own, past all that stands between. */
function cssOf(children: readonly XmlNode[]): string {
  return children.map((child) => (isText(child) ? knownText(child.text) : '')).join('');
}

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, numbered);
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, numbered);
}

function numbered(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
