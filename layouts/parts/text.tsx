import type { VNode } from 'preact';
import type { TextPart } from '../../src/pages/story/names.ts';
import type { Link } from '../../src/pages/site/link.ts';
import type { PrintedLabel } from '../../src/pages/story/card.ts';
import type { Headline } from '../../src/pages/story/card.ts';
import type { PhrasedTime } from '../../src/pages/story/history.ts';
import { Raw } from './html.tsx';

/**
 * A sentence with links in it. Names are set apart from the direction of the text around them. `rel` says what the people
 * linked to are to the page, such as its `author`.
 */
export function LinkedText({ parts, rel }: { readonly parts: readonly TextPart[]; readonly rel?: string }): VNode {
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

/** A time with the words around it. */
export function TimeInWords({ time: { before, iso, text, after } }: { readonly time: PhrasedTime }): VNode {
  return (
    <>
      {before}
      <time dateTime={iso}>{text}</time>
      {after}
    </>
  );
}

/** The link to a story, in the language of the story. */
export function HeadlineLink({ to, rel }: { readonly to: LinkedHeadline; readonly rel?: string }): VNode {
  return <Raw as="a" rel={rel} href={to.href} lang={to.language} dir={to.direction} html={to.headline} />;
}

type LinkedHeadline = Pick<Headline, 'href' | 'language' | 'direction' | 'headline'>;

/** What kind of story it is, such as “Opinion”; what was paid for looks like nothing else. */
export function Label({ as: Element, label }: { readonly as: 'p' | 'span'; readonly label: PrintedLabel }): VNode {
  return <Element class={label.isPaid ? 'label paid' : 'label'}>{label.text}</Element>;
}

/** The items of a list of links. Where names may be in another language than the page, `dir` is `auto`. */
export function LinkItems({ links, rel, dir }: LinkItemsProps): VNode {
  return (
    <>
      {links.map(({ label, href }) => (
        <li>
          <a href={href} rel={rel} dir={dir}>
            {label}
          </a>
        </li>
      ))}
    </>
  );
}

interface LinkItemsProps {
  readonly links: readonly Link[];
  /** What the pages linked to are to this one. */
  readonly rel?: string;
  readonly dir?: 'auto';
}
