/** The code with which writing fails where nobody reads any more: `check | head -1`. */
const NOBODY_READS = 'EPIPE';
/** Exit code: a fault that is not of the content. */
const FAULT = 3;

/**
 * Keeps a command going when what it prints cannot be written, so that a build is finished and the exit code is what it would have
 * been. Nothing is said where whoever read it has stopped; where the disk is full, or the like, that is a fault.
 */
export function bearClosedOutput() {
  for (const stream of [process.stdout, process.stderr]) {
    let isTold = false;
    stream.on('error', (fault) => {
      const code = 'code' in fault ? fault.code : undefined;
      if (isTold || code === NOBODY_READS || code === 'ERR_STREAM_DESTROYED') return;
      isTold = true;
      process.on('exit', () => {
        process.exitCode = FAULT;
      });
      if (stream === process.stderr) return;
      process.stderr.write(
        `What should have been printed could not be written: ${fault.message}\n  hint: print it somewhere else, or make room on the disk\n`,
      );
    });
  }
}
