/** The addresses of sites that have none yet (RFC 2606), as they are written into `site.yaml`: where a newsroom begins, and where an archive that moves in says none. */
export const STAND_IN_URL = 'https://news.example/';
export const STAND_IN_URL_OF_ARCHIVES = 'https://example.com/';

const ORIGINS = [STAND_IN_URL, STAND_IN_URL_OF_ARCHIVES].map((url) => new URL(url).origin);

/** Whether a site is at an address that is nobody's, so that what leads to its pages from elsewhere leads nowhere. */
export function isAtStandIn({ origin }: { readonly origin: string }): boolean {
  return ORIGINS.includes(origin);
}
