import type { Address } from './written-address.ts';

/** Why readers cannot follow an address that can be read as one. */
export type OutOfReach =
  /** Two schemes: what was meant is the address that begins with the second. */
  | { readonly kind: 'twice'; readonly meant: string }
  /** A machine of whoever wrote it. */
  | { readonly kind: 'own-machine' }
  /** No name of a host in the web: no point in it, or signs that no host has. */
  | { readonly kind: 'host' }
  | { readonly kind: 'mailbox' }
  | { readonly kind: 'number' };

/** A name with a point in it; what it ends with has letters, or is encoded. */
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?$/i;
const NUMBERS = /^\d+\.\d+\.\d+\.\d+$|^\[[\da-f:.]+\]$/i;
const OWN_MACHINE = /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$|\.localhost$/i;

/** Why readers cannot follow an address; `undefined` if nothing speaks against it. No host is asked. */
export function outOfReach(address: Address, written: string): OutOfReach | undefined {
  switch (address.kind) {
    case 'web':
      return webOutOfReach(new URL(address.url).hostname, written.trim());
    case 'mail':
      return isMail(address.mailbox) ? undefined : { kind: 'mailbox' };
    case 'phone':
      return /\d/.test(address.number) ? undefined : { kind: 'number' };
    default:
      return undefined;
  }
}

function webOutOfReach(hostname: string, written: string): OutOfReach | undefined {
  if (OWN_MACHINE.test(hostname)) return { kind: 'own-machine' };
  const [, meant] = /^https?:\/+(https?:?\/+.+)$/i.exec(written) ?? [];
  if (meant !== undefined) return { kind: 'twice', meant: meant.replace(/^(https?):?\/+/i, '$1://') };
  return NAME.test(hostname) || NUMBERS.test(hostname) ? undefined : { kind: 'host' };
}

/** Without a mailbox readers choose one themselves: `mailto:?subject=…`. */
function isMail(mailbox: string): boolean {
  const [boxes = '', ...behind] = mailbox.split('?');
  if (boxes === '' && behind.length > 0) return true;
  return boxes.split(',').every((box) => /^[^\s@]+(?:@|%40)[^\s@]+\.[^\s@.]{2,}$/i.test(box.trim()));
}
