import { expect, it } from 'vitest';

import { lookForFace } from './face';
import type { Face } from './yunet';

const outline = { left: 60, top: 20, width: 90, height: 120 };
/** A face with its middle at (x, y). */
const faceAt = (x: number, y: number, width = 55): Face => {
  const height = width * 1.3;
  return { left: x - width / 2, top: y - height / 2, width, height, score: 0.9 };
};
const well = faceAt(105, 80);
const said = (faces: Face[], { before = faces[0] ?? null, light = 120 }: { before?: Face | null; light?: number } = {}) =>
  lookForFace({ faces, outline, brightness: () => light }, before).verdict;

it('is good where one face is well placed, lit and still', () => {
  expect(said([well])).toBe('good');
  expect(said([well], { before: faceAt(106, 80) })).toBe('good');
});

it.each([
  ['none', []],
  ['several', [well, faceAt(30, 60, 50)]],
  ['good', [well, faceAt(20, 40, 12)]],
  ['closer', [faceAt(105, 80, 30)]],
  ['further', [faceAt(105, 80, 88)]],
  ['centre', [faceAt(130, 80)]],
  ['centre', [faceAt(105, 112)]],
] as const)('says %s', (verdict, faces) => {
  expect(said([...faces])).toBe(verdict);
});

it('wants light and stillness', () => {
  expect(said([well], { light: 30 })).toBe('dark');
  expect(said([], { light: 30 })).toBe('dark');
  expect(said([well], { before: null })).toBe('steady');
  expect(said([well], { before: faceAt(113, 80) })).toBe('steady');
  expect(said([well], { before: faceAt(105, 80, 42) })).toBe('steady');
});
