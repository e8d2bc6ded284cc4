/** Found fast: nearly every text has nothing but what XML 1.0 can hold, and no characters made of two halves. */
const SUSPECT = /[^\t\n\r -\ud7ff\ue000-\ufffd]/;
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}|[\ufffe\uffff]/gu;

/** A text that has no character which XML 1.0 cannot hold. */
export type XmlText = string & { readonly brand: 'XmlText' };

/** A text without the characters that XML 1.0 cannot hold. Nothing else can do anything good with them either. */
export function withoutForbidden(text: string): XmlText {
  return (SUSPECT.test(text) ? text.replace(FORBIDDEN, '') : text) as XmlText;
}

/** A text as XML 1.0 shows it: escaped, and without the characters that XML cannot hold. */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element with a text, or nothing where there is none. */
export function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

/** A long text as it is: in a CDATA section, or in several where it holds what would end one. */
export function cdata(text: XmlText): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** An element without content. Attributes without a value are left out. */
export function emptyElement(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  return `<${name}${attributeList(attributes)}/>`;
}

/** Attributes, each with a space before it. Those without a value are left out. */
export function attributeList(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escapeXml(String(value))}"`))
    .join('');
}

/** Lines of a document, those that say nothing left out. */
export function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
