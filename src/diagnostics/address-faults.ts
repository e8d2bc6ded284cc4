import type { OutOfReach } from '../domain/site/reachable.ts';
import type { Address, AddressFault } from '../domain/site/written-address.ts';

/**
 * What to do about an address that is not taken.
 *
 * @param otherwise What to do where it is an address of another kind than is taken, or none at all.
 */
export function hintForAddress(address: Address, otherwise: string): string {
  return address.kind === 'fault' ? hintForFault(address.fault, otherwise) : otherwise;
}

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
