// `npm create broadsheet`: `broadsheet init`, before there is a Broadsheet.
import { exitCodeOf } from '../faults/exit-code.ts';
import { type Description, initNewsroom } from '../init/init.ts';
import { print } from '../output/terminal.ts';

/** Of the Broadsheet that this was compiled with. */
declare const $description: Description;
declare const $help: string;

const args = process.argv.slice(2);

if (args.some((arg) => arg === '--help' || arg === '-h')) print($help);
else {
  const streams = { input: process.stdin, output: process.stdout };
  void exitCodeOf(() => initNewsroom(args, $description, streams), 'npm create broadsheet my-paper -- --help').then(
    (code) => {
      process.exitCode = code;
    },
  );
}
