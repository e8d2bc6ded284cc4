const LAZY = ' loading="lazy"';
const HIGH = ' fetchpriority="high"';
const FIRST = ` loading="eager"${HIGH}`;

/**
 * A page whose first picture is loaded at once, and before others: it is mostly in sight. Layouts do not know which one that is among those of
 * texts and lists, so they have all of them wait; where one of them does know, as of the picture at the head of a story, the portrait before it does not come
 * between. In our own HTML `<` is escaped within tags.
 */
export function withFirstPicture(html: string): string {
  const start = html.indexOf('<img ');
  if (start < 0 || html.includes(HIGH)) return html;
  const end = html.indexOf('<', start + 1);
  const tag = html.slice(start, end < 0 ? html.length : end);
  if (!tag.includes(LAZY)) return html;
  return (
    html.slice(0, start) + tag.replace(LAZY, FIRST).replace(' decoding="async"', '') + html.slice(start + tag.length)
  );
}
