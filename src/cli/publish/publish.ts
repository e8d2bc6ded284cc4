export async function publish(_args: readonly string[]): Promise<number> {
  return 0;
}
