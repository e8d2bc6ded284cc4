/**
 * The names that a written path may stand for, the likeliest first: as it stands, for a name may have a percent sign in it
 * (`50%.jpg`), and percent-decoded, as addresses are written (`the%20bridge.jpg`). A slash that is encoded divides nothing.
 */
export function pathNames(written: string): readonly string[] {
  const decoded = /%2f/i.test(written) ? undefined : decode(written);
  return decoded === undefined || decoded === written ? [written] : [written, decoded];
}

function decode(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
