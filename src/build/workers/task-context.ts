import type { CopyDesk } from '../../newsroom/copy-desk/copy-desk.ts';
import type { Surroundings } from '../../pages/surroundings.ts';
import type { Setting } from '../../validate/setting.ts';
import { MediaOnDisk, type MediaPlaces } from '../../disk/media/media-on-disk.ts';

/** What reading stories needs beside them, as it is sent to other threads. */
export interface SharedSetting extends Omit<Setting, 'media'> {
  readonly media: MediaPlaces;
}

/** What making pages needs beside their subjects. */
export interface SharedForPages {
  readonly surroundings: Surroundings;
  /** Folders of the logs of records, and of texts. */
  readonly records: string;
  readonly texts: string;
  /** Folder of the entries of feeds that are printed before the feeds. */
  readonly entries: string;
}

/** What proofreading stories needs beside them. */
export interface SharedDesk extends CopyDesk {
  /** Absolute path of the content folder. */
  readonly content: string;
}

let setting: Setting | undefined;
let desk: SharedDesk | undefined;
let forPages: SharedForPages | undefined;

/** What tasks share, by name. */
export type SharedName = 'setting' | 'pages' | 'desk';

/** Takes what the tasks of this thread share. */
export function share(name: SharedName, value: unknown): void {
  if (name === 'desk') {
    desk = value as SharedDesk;
  } else if (name === 'setting') {
    const shared = value as SharedSetting;
    setting = { ...shared, media: new MediaOnDisk(shared.media) };
  } else {
    forPages = value as SharedForPages;
  }
}

/** What proofreading stories needs beside them, if that is known. */
export function sharedDesk(): SharedDesk | undefined {
  return desk;
}

/** What reading stories needs beside them. */
export function settingOf(): Setting {
  if (!setting) throw new Error('A story was to be read before the site was known');
  return setting;
}

/** What making pages needs beside their subjects. */
export function sharedForPages(): SharedForPages {
  if (!forPages) throw new Error('A page was to be made before the site was known');
  return forPages;
}
