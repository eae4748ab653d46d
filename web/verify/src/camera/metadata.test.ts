import { describe, expect, it } from 'vitest';

import { withoutMetadata } from './metadata';
import { randomFrom } from './testing';

type Bytes = Uint8Array<ArrayBuffer>;

const text = (words: string): number[] => [...words].map((letter) => letter.charCodeAt(0));
const file = (...parts: readonly (readonly number[])[]): Bytes => Uint8Array.from(parts.flat());
/** Comparing numbers one by one takes long, and what differs is easier to see in pairs of digits. */
const digits = (bytes: Bytes | null): string | null => bytes && Buffer.from(bytes).toString('hex');
const holds = (bytes: Bytes | null, words: string): boolean =>
  bytes !== null && Buffer.from(bytes).includes(words);

const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];

/** Exif with one entry, the orientation, and a place. */
function exif(orientation: number, little: boolean): number[] {
  const number = (value: number, length: number): number[] => {
    const bytes = Array.from({ length }, (_, at) => (value >> (8 * at)) & 255);
    return little ? bytes : bytes.reverse();
  };
  const entry = [number(0x0112, 2), number(3, 2), number(1, 4), number(orientation, 2), [0, 0]].flat();
  const order = text(little ? 'II' : 'MM');
  return [...order, ...number(42, 2), ...number(8, 4), ...number(1, 2), ...entry, ...text('52.5N13.4E')];
}
const exifSegment = (orientation: number, little = true): number[] =>
  segment(0xe1, [...text('Exif\0\0'), ...exif(orientation, little)]);

const start = [0xff, 0xd8];
const end = [0xff, 0xd9];

/** What a decoder needs, in two scans, the second with restarts and stuffed bytes. */
function decoded(random: () => number): number[][] {
  const bytes = (count: number): number[] =>
    Array.from({ length: count }, () => Math.floor(random() * 255));
  return [
    segment(0xdb, bytes(65)),
    segment(0xc2, bytes(15)),
    segment(0xc4, bytes(30)),
    [...segment(0xda, bytes(8)), ...bytes(200)],
    segment(0xc4, bytes(28)),
    [...segment(0xda, bytes(8)), ...bytes(99), 0xff, 0, ...bytes(50), 0xff, 0xd3, ...bytes(40), 0xff, 0],
  ];
}
const jfif = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 72, 0, 72, 0, 0]);
const colours = segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1, 9, 9, 9]);
const adobe = segment(0xee, [...text('Adobe'), 0, 100, 0, 0, 0, 0, 1]);
const personal = [
  exifSegment(1),
  segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<secret/>')),
  segment(0xe2, text('MPF\0secret')),
  segment(0xed, text('Photoshop 3.0\0secret')),
  segment(0xe0, text('JFXX\0secret preview')),
  segment(0xfe, text('secret comment')),
  segment(0xef, text('secret')),
];

describe('JPEG', () => {
  it('loses what is private wherever it stands, and keeps everything else byte for byte', () => {
    const random = randomFrom(11);
    for (let round = 0; round < 200; round += 1) {
      const kept = [start, jfif, colours, adobe, ...decoded(random), end];
      const mixed = kept.slice(0, -1).flatMap((part) => {
        const added = personal.filter(() => random() < 0.2);
        return [part, ...added];
      });
      const trailer = random() < 0.5 ? [] : [...start, ...text('secret recording')];
      expect(digits(withoutMetadata(file(...mixed, end, trailer)))).toBe(digits(file(...kept)));
    }
  });

  it('stays itself where there is nothing to lose', () => {
    const clean = file(start, jfif, ...decoded(randomFrom(2)), end);
    expect(withoutMetadata(clean)).toEqual(clean);
  });

  it.each([true, false])('is drawn anew when only its metadata says which way is up', (little) => {
    const turned = (orientation: number): Bytes =>
      file(start, exifSegment(orientation, little), ...decoded(randomFrom(3)), end);
    for (const orientation of [2, 3, 6, 8]) expect(withoutMetadata(turned(orientation))).toBeNull();
    const upright = withoutMetadata(turned(1));
    expect(upright).not.toBeNull();
    expect(holds(upright, '52.5N')).toBe(false);
  });

  it('is drawn anew when it is cut off or broken, wherever', () => {
    const whole = file(start, jfif, exifSegment(1), ...decoded(randomFrom(4)), end);
    for (let length = 3; length < whole.length; length += 7) {
      expect(withoutMetadata(whole.slice(0, length)), `${length}`).toBeNull();
    }
    expect(withoutMetadata(file(start, [0x00, 0x11], end))).toBeNull();
  });
});

const chunk = (name: string, body: readonly number[]): number[] => [
  ...[body.length >> 24, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255],
  ...text(name),
  ...body,
  ...[1, 2, 3, 4],
];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('PNG', () => {
  const kept = [png, chunk('IHDR', [1, 2, 3]), chunk('gAMA', [4]), chunk('PLTE', [5]), chunk('tRNS', [6])];
  const pixels = [chunk('IDAT', [7, 8]), chunk('IDAT', [9]), chunk('IEND', [])];

  it('loses texts, times and Exif, and keeps pixels and colours', () => {
    const lost = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map((name) => chunk(name, text('secret')));
    const whole = file(...kept, ...lost, chunk('eXIf', exif(1, true)), ...pixels, text('secret tail'));
    expect(withoutMetadata(whole)).toEqual(file(...kept, ...pixels));
  });

  it('is drawn anew when it is turned by its metadata, cut off or broken', () => {
    expect(withoutMetadata(file(...kept, chunk('eXIf', exif(6, false)), ...pixels))).toBeNull();
    const whole = file(...kept, ...pixels);
    for (let length = 8; length < whole.length; length += 3) {
      expect(withoutMetadata(whole.slice(0, length)), `${length}`).toBeNull();
    }
  });
});

it('draws anew whatever it does not know', () => {
  expect(withoutMetadata(file(text('RIFF????WEBPVP8 ')))).toBeNull();
  expect(withoutMetadata(file([]))).toBeNull();
});
