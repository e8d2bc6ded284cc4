/** Values that were used lately, by key: those used again and again stay, at most twice as many as a generation has. */
export class RecentlyRead<Value extends object> {
  private readonly generation: number;
  private now = new Map<string, Value>();
  private before = new Map<string, Value>();

  /** @param generation After how many values those that were not used meanwhile are forgotten. */
  constructor(generation: number) {
    this.generation = generation;
  }

  get(key: string): Value | undefined {
    const value = this.now.get(key);
    if (value) return value;
    const older = this.before.get(key);
    if (older) this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    if (this.now.size >= this.generation) {
      this.before = this.now;
      this.now = new Map();
    }
    this.now.set(key, value);
  }

  clear(): void {
    this.now.clear();
    this.before.clear();
  }
}
