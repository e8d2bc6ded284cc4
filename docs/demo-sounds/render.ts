import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printWave } from './print-wave.ts';

/** Makes the sound of the demo newsroom, content/media/bridge-signal.wav: `npx tsx docs/demo-sounds/render.ts`. */

const RATE = 8000;
const SECONDS = 4.6;
const FILE = fileURLToPath(new URL('../../content/media/bridge-signal.wav', import.meta.url));

/** Two strokes of a bell, then the horn. */
function loudnessAt(time: number): number {
  return bell(time - 0.1) + bell(time - 1.1) + horn(time - 2.3);
}

function bell(time: number): number {
  if (time < 0) return 0;
  const partials = [660, 1333, 1985, 2710].map((pitch, index) => Math.sin(2 * Math.PI * pitch * time) / (index + 1.5));
  return 0.4 * Math.exp(-3.2 * time) * partials.reduce((sum, partial) => sum + partial, 0);
}

function horn(time: number): number {
  const length = 2.1;
  if (time < 0 || time > length) return 0;
  const swell = Math.min(1, time / 0.15, (length - time) / 0.25);
  const partials = [1, 2, 3, 4].map((partial) => Math.sin(2 * Math.PI * 147 * partial * time) / partial);
  return 0.35 * swell * partials.reduce((sum, partial) => sum + partial, 0);
}

const samples = Array.from({ length: Math.round(RATE * SECONDS) }, (_, index) => loudnessAt(index / RATE));
writeFileSync(FILE, printWave(samples, RATE));
