import type { Opening } from './shortcodes.ts';

/** Shortcodes that WordPress and widespread plugins have, however they are written. */
const KNOWN = new Set(
  [
    'caption wp_caption gallery embed audio video playlist footnote ref fn efn_note mfn',
    'youtube vimeo tweet twitter instagram facebook tiktok soundcloud spotify dailymotion ted googlemaps google-map',
    'contact-form contact-form-7 newsletter-form mc4wp_form recaptcha polldaddy crowdsignal slideshow subscribe_form sitemap',
    'googleapps wpvideo jetpack-related-posts jetpack_subscription_form table-of-contents ez-toc toc_list button su_button',
  ].flatMap((names) => names.split(' ')),
);

/**
 * Whether what stands in brackets is a shortcode and not an editor's insertion such as `[sic]` or `[the mayor]`. An export does not say which
 * shortcodes the site had. Those that are have attributes with names, an end, a name like a program's, or stand alone.
 *
 * @param isMapped Whether the newsroom has said what is to stand in its place.
 */
export function isShortcode(opening: Opening, isMapped: (opening: Opening) => boolean): boolean {
  const { name, attributes, isClosed, isAlone } = opening;
  if (KNOWN.has(name) || isClosed) return true;
  const keys = Object.keys(attributes);
  if (keys.some((key) => !/^\d+$/.test(key))) return true;
  if (isAlone && keys.length === 1 && /^https?:\/\//i.test(attributes['0'] ?? '')) return true;
  const isProgrammers = keys.length === 0 && /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(name);
  if (isProgrammers || (isAlone && keys.length === 0 && /^[a-z][a-z0-9_-]+$/.test(name))) return true;
  return isMapped(opening);
}
