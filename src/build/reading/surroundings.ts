import { rmSync } from 'node:fs';
import { findBaseline } from '../../assets/find-baseline.ts';
import { makeTemporaryFolder } from '../../disk/temporary-folder.ts';
import { type ContentWalk, walkContent } from '../../disk/walk-content.ts';
import type { Contributor } from '../../domain/contributors.ts';
import { readContent } from '../../newsroom/content-readers.ts';
import { readSetting } from '../../newsroom/newsroom.ts';
import type { Setting } from '../../validate/setting.ts';
import { Cache } from '../cache/cache.ts';
import { pageLayouts, storyLayouts } from '../layouts.ts';
import { readContentTexts } from './content-files.ts';
import { SourceFiles } from './source-files.ts';

/** A newsroom but its stories: by what each of them is read, and whom it may name. */
export interface Surroundings {
  readonly setting: Setting;
  readonly contributors: readonly Contributor[];
  readonly walk: ContentWalk;
}

/** Reads a newsroom but its stories, of which there may be a hundred thousand, and its media, without a trace. */
export function lookAtSurroundings(content: string): Surroundings {
  const folder = makeTemporaryFolder('look');
  try {
    const walk = walkContent(content);
    const files = readContentTexts(new SourceFiles(walk, new Cache(folder).sources, Date.now()), {
      findings: [],
      depth: 'headers',
    });
    const { value: setting } = readSetting(files, {
      url: undefined,
      baselineOf: (query) => findBaseline(query, Date.now()),
      storyLayouts: storyLayouts(),
      pageLayouts: pageLayouts(),
    });
    return { setting, contributors: readContent(files, setting).value.contributors, walk };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
