import type { BuildEnded } from '../../engine/builds/start-build.ts';

const STACK = /^ {4}at .+:\d+:\d+\)?$/m;

/** What is wrong with how a build ended, which no content and no file in its way may bring about. */
export function faultOf({ status, signal, stdout, stderr }: BuildEnded, wanted: readonly number[]): string | undefined {
  if (signal !== null) return `did not end (${signal})\n${stderr}`;
  if (status === null || !wanted.includes(status)) return `ended with ${status}\n${stdout}${stderr}`;
  return STACK.test(stdout + stderr) ? `printed a stack\n${stdout}${stderr}` : undefined;
}
