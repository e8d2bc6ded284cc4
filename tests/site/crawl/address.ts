/** An address that a file of the output holds. */
export interface Address {
  /** What it stands in: `a href`, `meta og:image`, `loc`. */
  readonly kind: string;
  readonly written: string;
  /** Whether what follows `#` names a part of the page. In structured data it may be a mere name. */
  readonly hasParts: boolean;
}
