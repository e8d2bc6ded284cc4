import type { OutOfReach } from '../domain/site/reachable.ts';
import type { Address, AddressFault } from '../domain/site/written-address.ts';
import { nearest, quote } from './wording.ts';

/**
 * What to do about an address that is not taken.
 *
 * @param otherwise What to do where it is an address of another kind than is taken, or none at all.
 */
export function hintForAddress(address: Address, otherwise: string): string {
  return address.kind === 'fault' ? hintForFault(address.fault, otherwise) : otherwise;
}

/** What to do about an address in a text that is not taken, as it was written. */
export function hintForLink(address: Address, written: string): string {
  if (/^(?:file:|[a-z]:[\\/])/i.test(written)) {
    const name = written.split(/[\\/]/).at(-1) ?? '';
    return `put the file into content/media/, and write its name alone: ${quote(name)}`;
  }
  const web = address.kind === 'fault' && address.fault.kind !== 'name' ? webMeant(written) : undefined;
  return web === undefined
    ? hintForAddress(address, hintForAlmostAddress(written) ?? 'write an address that begins with `https://`')
    : `write ${quote(web)}`;
}

const SCHEMES = ['https', 'http'];

/** The web address that was meant by one without its scheme, or with a slip in that: `www.example.com`, `https//example.com`. */
export function webMeant(written: string): string | undefined {
  const [, scheme = '', rest = ''] = /^([a-z]{2,6}):?\/{1,3}(?=[\w-]+\.)(.+)$/i.exec(written) ?? [];
  if (rest !== '' && nearest(scheme, SCHEMES) !== undefined) return `https://${rest}`;
  const [host = ''] = written.split('/', 1);
  const isHost = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}$/u.test(host);
  const isName = written !== host || /^www\./i.test(host) || HOSTS.has(host.split('.').at(-1) ?? '');
  return isHost && isName ? `https://${written}` : undefined;
}

/** Ends of hosts that a link to a file never has. */
const HOSTS = new Set('com org net edu gov eu uk us de fr es it nl be ch at ie ca au nz info news'.split(' '));

function hintForFault(fault: AddressFault, otherwise: string): string {
  switch (fault.kind) {
    case 'character':
      return hintForCharacter(fault.character);
    case 'host':
      return 'begin a path on this site with one `/`, and an address elsewhere with `https://`';
    case 'dots':
      return 'write the path from the root of the site, without parts that are dots alone';
    case 'name':
      return 'leave out what stands before the host, up to `@`';
    case 'scheme':
    case 'unreadable':
      return otherwise;
  }
}

function hintForCharacter(character: string): string {
  if (character === '\\') return 'write `/`, which browsers take the other stroke for';
  if (character === ' ') return 'write `%20` for each space, or leave it out';
  return 'leave out white space and characters that nobody sees: copy the address from the browser';
}

/**
 * What to do about a path that no file can have.
 *
 * @param part The character or the part of the path for which it cannot; see `readPath`.
 */
export function hintForImpossible(path: string, part: string): string {
  if (part.length > 1 && !part.startsWith('/')) return 'shorten it: no name of a file has more than 255 bytes';
  if (!part.startsWith('/') || part === '/') return 'leave it out: no file can have it in its name';
  const meant = withoutDots(path);
  return meant === '/'
    ? 'write the path from the root of the site, without parts that are dots alone'
    : `write ${quote(meant)}, which is where it leads`;
}

/** A path as browsers follow it: `..` goes up, and other dots and empty names stay where they are. */
function withoutDots(path: string): string {
  const names = path.split('/').slice(1);
  const kept: string[] = [];
  for (const name of names) {
    const plain = name.replace(/%2e/gi, '.');
    if (plain === '..') kept.pop();
    else if (!/^\.*$/.test(plain)) kept.push(name);
  }
  const isFolder = kept.length > 0 && kept.at(-1) !== names.at(-1);
  return `/${kept.join('/')}${isFolder ? '/' : ''}`;
}

/** What was expected of an address that readers cannot follow, and what to do. */
export function describeOutOfReach(fault: OutOfReach): { readonly expected: string; readonly hint: string } {
  switch (fault.kind) {
    case 'twice':
      return { expected: 'one `https://`', hint: `write \`${fault.meant}\`` };
    case 'own-machine':
      return {
        expected: 'one that readers can reach, and no machine of your own',
        hint: 'write the address at which readers find it; a page of this site is a path that begins with `/`',
      };
    case 'host':
      return { expected: 'one whose host has a name like `example.com`', hint: 'copy the address from the browser' };
    case 'mailbox':
      return { expected: 'an e-mail address behind `mailto:`', hint: 'write one like `mailto:name@example.com`' };
    case 'number':
      return { expected: 'a number behind `tel:`', hint: 'write one like `tel:+442079460000`' };
  }
}

/** What begins like `https://` with a slip, or has quotes around it. */
const ALMOST_WEB = /^h?t?tt?p?s?[:;]?\/{1,3}(?=[\w-]+\.)/i;
const QUOTED = /^["'“”„«‘](.+)["'“”»’]$/u;

/** What to write for a text that is no address, where it shows which one was meant: `www.a.example`, `https:/a.example`, `jane@a.example`. */
export function hintForAlmostAddress(given: string): string | undefined {
  const written = given.trim();
  const inside = QUOTED.exec(written)?.[1];
  if (inside !== undefined) return `write it without quotes: ${quote(inside)}`;
  if (/^[^\s@/:]+@[\w-]+(?:\.[\w-]+)+$/.test(written)) return `write ${quote(`mailto:${written}`)}`;
  const begin = ALMOST_WEB.exec(written)?.[0] ?? '';
  const host = written.slice(begin.length);
  const isHost = /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i.test(host);
  const mayBeFile = begin === '' && !/^www\.|\//i.test(host);
  return isHost && !mayBeFile ? `write ${quote(`https://${host}`)}` : undefined;
}
