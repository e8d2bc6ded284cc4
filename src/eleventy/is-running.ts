/** Whether there is a process of a number on this machine. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (fault) {
    // It is somebody else's, then.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
