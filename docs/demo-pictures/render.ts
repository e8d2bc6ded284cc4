import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { diagrams } from './diagrams.ts';
import { portraits } from './portraits.ts';
import { scenes } from './scenes.ts';

/** Draws the pictures of the demo newsroom into content/media/: `npx tsx docs/demo-pictures/render.ts`. */

const MEDIA = fileURLToPath(new URL('../../content/media/', import.meta.url));

mkdirSync(MEDIA, { recursive: true });
for (const [name, svg] of Object.entries({ ...scenes(), ...portraits() })) {
  const picture = sharp(Buffer.from(svg));
  await picture.png({ palette: true, quality: 85, colours: 96, effort: 10 }).toFile(`${MEDIA}${name}.png`);
}
for (const [name, svg] of Object.entries(diagrams())) writeFileSync(`${MEDIA}${name}.svg`, svg);
