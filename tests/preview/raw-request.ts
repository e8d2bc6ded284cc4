import { connect } from 'node:net';

/** Sends bytes to a server of this machine as they are, and gives all that it answers until it hangs up. */
export function rawRequest(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
    });
    // A server may hang up before it has read all of it.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
  });
}

/** Sends bytes to a server of this machine, and then nothing more. */
export function hangUpAfter(port: number, bytes: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.resume();
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.end(bytes);
  });
}
