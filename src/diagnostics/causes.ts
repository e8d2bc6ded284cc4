/** An error and all that it holds, outermost first; Eleventy's errors hold theirs as `originalError`. */
export function causesOf(fault: unknown): readonly Error[] {
  const causes: Error[] = [];
  let next = fault;
  while (next instanceof Error && !causes.includes(next)) {
    causes.push(next);
    next = (next as { readonly originalError?: unknown }).originalError ?? next.cause;
  }
  return causes;
}
