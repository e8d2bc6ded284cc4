/** Samples between -1 and 1 as a WAVE file: PCM, one channel, 8 bits. */
export function printWave(samples: readonly number[], rate: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  const bytes = samples.map((sample) => Math.round(128 + 127 * Math.max(-1, Math.min(1, sample))));
  return Buffer.concat([head, Buffer.from(bytes)]);
}
