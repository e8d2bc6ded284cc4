/** A text that is put together of pieces of a source, and where in that each character stood. */
export class PiecedText {
  private readonly pieces: string[] = [];
  /** Where each piece begins: here, and in the source. */
  private readonly starts: { readonly at: number; readonly source: number }[] = [];
  private length = 0;

  /** @param source Where the piece stands in the source. */
  add(piece: string, source: number): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.starts.push({ at: this.length, source });
    this.length += piece.length;
  }

  get text(): string {
    return this.pieces.join('');
  }

  /** Where a character stood in the source. */
  sourceOf(index: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle]?.at ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const { at, source } = this.starts[low] ?? { at: 0, source: 0 };
    return source + index - at;
  }
}
