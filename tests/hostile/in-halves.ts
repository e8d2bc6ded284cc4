/**
 * The inputs among many by which something is wrong: these are looked at by halves, and only where something is, so that many good ones take
 * little time. Each group is as small as it can be: one input, or those by which nothing is wrong in either half.
 */
export async function findAmong<Input>(
  inputs: readonly Input[],
  isWrong: (some: readonly Input[]) => Promise<boolean>,
): Promise<readonly (readonly Input[])[]> {
  if (inputs.length === 0 || !(await isWrong(inputs))) return [];
  if (inputs.length === 1) return [inputs];
  const middle = Math.ceil(inputs.length / 2);
  const found = [
    ...(await findAmong(inputs.slice(0, middle), isWrong)),
    ...(await findAmong(inputs.slice(middle), isWrong)),
  ];
  return found.length > 0 ? found : [inputs];
}
