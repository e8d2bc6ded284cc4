import type { VNode } from 'preact';
import type { TextPart } from '../../src/pages/names.ts';

/**
 * A sentence with links in it. Names are set apart from the direction of the text around them. `rel` says what the people
 * linked to are to the page, such as its `author`.
 */
export function TextParts({ parts, rel }: { readonly parts: readonly TextPart[]; readonly rel?: string }): VNode {
  return (
    <>
      {parts.map(({ text, href }) =>
        href === undefined ? (
          text
        ) : (
          <a href={href} rel={rel} dir="auto">
            {text}
          </a>
        ),
      )}
    </>
  );
}
