/** A web address in its normal form, if a text is one that a reader can be sent to: no other scheme, no name, no password. */
export function readWebAddress(text: string): string | undefined {
  const written = text.trim();
  const url = URL.canParse(written) ? new URL(written) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}
