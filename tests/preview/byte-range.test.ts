import { expect, it } from 'vitest';
import { readByteRange } from '../../src/preview/byte-range.ts';

it.each([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=100-', { start: 100, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=990-5000', { start: 990, end: 999 }],
])('reads %s of a file of 1000 bytes', (header, range) => {
  expect(readByteRange(header, 1000)).toEqual(range);
});

it.each(['bytes=1000-', 'bytes=5-4', 'bytes=-0'])('finds nothing at %s', (header) => {
  expect(readByteRange(header, 1000)).toBe('none');
});

it.each([undefined, '', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5'])('sends all for %s', (header) => {
  expect(readByteRange(header, 1000)).toBeUndefined();
});
