import { buildDesk } from '../builds/build-in-process.ts';
import type { Edit } from './edit.ts';

const HOUR = 3_600_000;

/** When and how builds are asked for. */
export const BUILD_EDITS: Readonly<Record<string, Edit>> = {
  'let time pass': later(1, 120),
  'let days pass': later(24 * 60, 24 * 60 * 5),
  'go back in time': (desk, random) => {
    desk.settings.now -= (1 + random.below(72)) * HOUR;
    return new Date(desk.settings.now).toISOString();
  },
  'build with drafts, or without': ({ settings }) => {
    settings.drafts = !settings.drafts;
    return String(settings.drafts);
  },
  'build for another address': ({ settings }, random) => {
    settings.url = random.pick([undefined, 'https://preview.example/', 'https://preview.example/branch-é/']);
    return String(settings.url);
  },
  'build a part of the site, or all of it': ({ settings }, random) => {
    settings.shard = random.pick([undefined, undefined, { index: 1, count: 2 }, { index: 2, count: 2 }]);
    return JSON.stringify(settings.shard) ?? 'all';
  },
  'build to another output with the same cache': async (desk) => {
    const { kind } = await buildDesk(desk, { output: 'other-site', cache: 'cache' });
    return kind;
  },
};

function later(least: number, most: number): Edit {
  return ({ settings }, random) => {
    settings.now += (least + random.below(most - least)) * 60_000;
    return new Date(settings.now).toISOString();
  };
}
