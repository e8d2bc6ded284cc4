/** The inputs among many by which something is wrong: these are looked at by halves, and only where something is, so that many good ones take little time. */
export async function findAmong<Input>(
  inputs: readonly Input[],
  isWrong: (some: readonly Input[]) => Promise<boolean>,
): Promise<readonly Input[]> {
  if (inputs.length === 0 || !(await isWrong(inputs))) return [];
  if (inputs.length === 1) return inputs;
  const middle = Math.ceil(inputs.length / 2);
  return [...(await findAmong(inputs.slice(0, middle), isWrong)), ...(await findAmong(inputs.slice(middle), isWrong))];
}
