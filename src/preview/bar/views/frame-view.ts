import { asHtml, escapeHtml } from '../../../domain/html.ts';
import type { RouteAnswer, RouteRequest } from '../../server/route.ts';
import { framedAddress } from './looks.ts';
import { answerView } from './print-view.ts';
import type { ViewedPage } from './viewed-page.ts';
import { type Look, readLook } from './view-links.ts';

/** A page in a frame: as wide as a device has it, in light or dark, in an old browser. */
export function frameView({ path }: ViewedPage, { query }: RouteRequest): RouteAnswer {
  const look = readLook(query);
  const title = titleOf(look);
  const width = look.width === undefined ? 'all' : `w${look.width}`;
  const note = look.isOldBrowser
    ? '<p class="note">What readers of an unsupported browser are told. What that browser makes of styles is not shown.</p>'
    : '';
  const isTouched = look.width !== undefined && look.width < 1280;
  const address = framedAddress(path, { ...look, isTouched });
  const frame = `<iframe class="${width}" src="${escapeHtml(address)}" title="The page"></iframe>`;
  const content = asHtml(`${note}<div class="stage" tabindex="0" role="group" aria-label="Frame">${frame}</div>`);
  return answerView({ path, view: look, title, content });
}

function titleOf({ width, scheme, isOldBrowser }: Look): string {
  const parts = [
    width === undefined ? 'This window' : `${width} pixels wide`,
    ...(scheme === undefined ? [] : [scheme]),
    ...(isOldBrowser ? ['old browser'] : []),
  ];
  return parts.join(', ');
}
