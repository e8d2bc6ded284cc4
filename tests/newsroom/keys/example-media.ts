import type { MediaGiven } from '../media-in-memory.ts';

/** The files that examples name. */
export const EXAMPLE_MEDIA: Readonly<Record<string, MediaGiven>> = {
  ...{ 'bridge.jpg': [1200, 800], 'jane.jpg': [600, 600], 'logo.png': [600, 60], 'flood.jpg': [1200, 800] },
  ...{ 'quay.jpg': [1200, 800], 'post-icon.png': [512, 512], 'post-icon.svg': [512, 512] },
  ...{ 'bells.mp3': 'file', 'flood.mp4': 'file' },
  'flood.vtt': { text: 'WEBVTT\n\n00:00.000 --> 00:02.000\nWater.\n' },
  'bells.txt': { text: 'They ring.\n' },
  'league.csv': { text: 'Team,Points\nTarnmouth Town,12\nOld Quay,9\n' },
  'passengers.csv': { text: 'Date,Ferry,Tram\n2026-11-22,3980,5110\n2026-11-23,7150,12480\n' },
};
