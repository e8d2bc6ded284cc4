import { asHtml, type Html } from '../../domain/html.ts';
import type { DirectiveUse } from '../directive.ts';

/**
 * The beginning of a box in the text. It is a `section`, not an `aside`, because it is part of the story: reader modes
 * throw an `aside` away.
 */
export function openBox(kind: string, { attributes, environment }: DirectiveUse): Html {
  const title = attributes.get('title');
  const heading = title ? `<p class="box-title">${environment.renderLine(title)}</p>\n` : '';
  return asHtml(`<section class="box ${kind}">${heading}\n`);
}
