/** A value whose keys may be undefined: JSON leaves them out, and so it is what it says. */
export function defined<Shape extends object>(
  shape: {
    readonly [Key in keyof Shape]: Shape[Key] | undefined;
  },
): Shape {
  return shape as Shape;
}
