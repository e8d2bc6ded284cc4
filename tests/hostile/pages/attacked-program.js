// The program that stays for many commands, which tells after each what it did to the process.
const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const namesOf = () => PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).map(String).join());
const before = namesOf();

const send = process.send?.bind(process);
process.send = (/** @type {object} */ ended) => {
  const isPolluted = namesOf().some((names, index) => names !== before[index]);
  return send?.({ ...ended, isPolluted, hasRun: 'RAN' in globalThis }) ?? false;
};

await import('../../cli/resident-program.js');
