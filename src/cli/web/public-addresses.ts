import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of networks that are nobody's own, or of the machine itself (RFC 6890 and its registries). */
const RESERVED = new BlockList();
for (const [network, prefix] of [
  ...[
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ],
  ...[
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ],
  ...[
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
] as [string, number][])
  RESERVED.addSubnet(network, prefix, 'ipv4');

/** Whether an address is one of the public internet. Of IPv6 that is 2000::/3 without what leads to IPv4 or is for examples. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !RESERVED.check(address, 'ipv4');
  const embedded = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (embedded !== undefined) return isPublic(embedded);
  return /^[23][0-9a-f]{3}:/i.test(address) && !/^(?:2001:0?db8|2001:0{0,4}:|2002):?/i.test(address);
}

/**
 * Looks a name up for a connection, and refuses each address that may not be asked. It is looked up for the connection itself, so that the name
 * cannot lead elsewhere in between.
 */
export function publicLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { all: true }, (fault, found) => {
      const allowed = (found ?? []).filter(({ address }) => isAllowed(address));
      const [first] = allowed;
      if (fault) done(fault, '');
      else if (!first) done(new Error('its address is none of the public internet'), '');
      else if (options.all === true) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
}
