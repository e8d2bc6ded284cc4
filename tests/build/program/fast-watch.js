// Loaded before the program: what V8 is to end after 10 seconds, it ends after 3. Nothing else is another, so that what is said still is of 10.
import { Script } from 'node:vm';

const LIMIT = 10_000;
const { runInThisContext } = Script.prototype;

Script.prototype.runInThisContext = function (options) {
  const isLimit = typeof options === 'object' && options.timeout === LIMIT;
  return runInThisContext.call(this, isLimit ? { ...options, timeout: 0.3 * LIMIT } : options);
};
