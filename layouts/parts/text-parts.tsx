import type { VNode } from 'preact';
import type { TextPart } from '../../src/pages/printed-text.ts';

/** A sentence with links in it. Names are set apart from the direction of the text around them. */
export function TextParts({ parts }: { readonly parts: readonly TextPart[] }): VNode {
  return (
    <>
      {parts.map(({ text, href }) =>
        href === undefined ? (
          text
        ) : (
          <a href={href} rel="author" dir="auto">
            {text}
          </a>
        ),
      )}
    </>
  );
}
