import type { LocalPublisher } from '../../domain/site/publisher.ts';
import type { Reader } from '../reader.ts';
import type { SiteValues } from './site-schema.ts';

/** Reads `publisher`, of the site or of one of its languages: `keys` lead there. */
export function readPublisher(
  values: SiteValues['publisher'],
  reader: Reader,
  ...keys: readonly (string | number)[]
): LocalPublisher {
  const { name, logo, contact, corrections, ethics, ownership } = values ?? {};
  return {
    name: reader.filled(name, ...keys, 'name'),
    logo: logo === undefined ? undefined : reader.pictureFile(logo, ...keys, 'logo')?.path,
    contact: reader.link(contact, ...keys, 'contact'),
    corrections: reader.link(corrections, ...keys, 'corrections'),
    ethics: reader.link(ethics, ...keys, 'ethics'),
    ownership: reader.link(ownership, ...keys, 'ownership'),
  };
}
