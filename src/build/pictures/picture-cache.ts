import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOfTheMachine } from '../cache/cache.ts';
import { makeOwnFolder, namesInOwnFolder, readPlainFile } from '../../disk/files.ts';
import { type Fingerprint, FINGERPRINT_LENGTH, fingerprintOf, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import type { WantedPicture } from '../planning/wanted-pictures.ts';
import { CARD_FORM } from './draw-card.ts';
import { fingerprintOfFonts } from './fonts.ts';
import { sharpVersion } from './sharp.ts';

/**
 * Files that were made of pictures, in a folder, each by the fingerprint of what it was made of. Behind its bytes stands what tells whether
 * they are whole, and those of this file.
 */
export class PictureCache {
  private readonly folder: string;

  /** @param folder Absolute path. It is made when something is kept. */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** The bytes of a file, unless it is gone or damaged. */
  get(key: Fingerprint): Buffer | undefined {
    const kept = readPlainFile(this.pathOf(key));
    if (!kept || kept.length <= FINGERPRINT_LENGTH) return undefined;
    const bytes = kept.subarray(0, -FINGERPRINT_LENGTH);
    return kept.toString('latin1', bytes.length) === sealOf(key, bytes) ? bytes : undefined;
  }

  /** Keeps a file: written aside, and then put in place whole. What cannot be kept is made again the next time. */
  set(key: Fingerprint, bytes: Buffer): void {
    const path = this.pathOf(key);
    const aside = `${path}.${process.pid}.new`;
    try {
      makeOwnFolder(this.folder);
      rmSync(path, { recursive: true, force: true });
      writeFileSync(aside, Buffer.concat([bytes, Buffer.from(sealOf(key, bytes), 'latin1')]));
      renameSync(aside, path);
    } catch (fault) {
      if (!isOfTheMachine(fault)) throw fault;
    }
  }

  /** Forgets all files but some. */
  keepOnly(keys: ReadonlySet<string>): void {
    const names = new Set([...keys].map(nameOf));
    for (const name of namesInOwnFolder(this.folder)) {
      if (!names.has(name)) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }

  private pathOf(key: Fingerprint): string {
    return join(this.folder, nameOf(key));
  }
}

/** In small letters, which every file system tells apart. */
function nameOf(key: string): string {
  return Buffer.from(key, 'base64url').toString('hex');
}

function sealOf(key: Fingerprint, bytes: Uint8Array): Fingerprint {
  return fingerprintOf(key, fingerprintOfBytes(bytes));
}

/** Changes with whatever decides about the bytes of a file that is made of a picture, or drawn. */
export function fingerprintOfPicture(wanted: WantedPicture): Fingerprint {
  if ('card' in wanted) return fingerprintOf(sharpVersion(), CARD_FORM, fingerprintOfFonts(), wanted.file.url);
  const { source, file } = wanted;
  return fingerprintOf(sharpVersion(), source.raster.content, file.url, String(file.scale));
}
