import { describe, expect, it } from 'vitest';

import { facesIn, paddedSize, planesOf, type Outputs } from './yunet';

const [width, height] = [192, 128];

/** What the network gives where it sees nothing. */
function nothing(): Outputs {
  return Object.fromEntries(
    [8, 16, 32].flatMap((stride) => {
      const cells = (width / stride) * (height / stride);
      return [
        [`cls_${stride}`, new Float32Array(cells)],
        [`obj_${stride}`, new Float32Array(cells)],
        [`bbox_${stride}`, new Float32Array(cells * 4)],
      ];
    }),
  );
}

/** Has the cell that holds a face's middle see it. */
function see(outputs: Outputs, stride: number, face: { x: number; y: number; side: number }, score: number): void {
  const [column, row] = [Math.floor(face.x / stride), Math.floor(face.y / stride)];
  const cell = row * (width / stride) + column;
  outputs[`cls_${stride}`]?.set([score], cell);
  outputs[`obj_${stride}`]?.set([score], cell);
  const size = Math.log(face.side / stride);
  const box = [face.x / stride - column, face.y / stride - row, size, size];
  outputs[`bbox_${stride}`]?.set(box, cell * 4);
}

describe('faces', () => {
  it.each([8, 16, 32])('are where cells of stride %i see them', (stride) => {
    const outputs = nothing();
    see(outputs, stride, { x: 101, y: 60, side: 40 }, 0.9);
    const [face, ...others] = facesIn(outputs, width);
    expect(others).toEqual([]);
    expect(face?.score).toBeCloseTo(0.9);
    expect(face?.left).toBeCloseTo(81);
    expect(face?.top).toBeCloseTo(40);
    expect(face?.width).toBeCloseTo(40);
    expect(face?.height).toBeCloseTo(40);
  });

  it('are counted once where several cells see the same', () => {
    const outputs = nothing();
    see(outputs, 8, { x: 60, y: 60, side: 40 }, 0.8);
    see(outputs, 16, { x: 62, y: 61, side: 42 }, 0.95);
    see(outputs, 8, { x: 140, y: 60, side: 40 }, 0.7);
    const scores = facesIn(outputs, width).map(({ score }) => score.toFixed(2));
    expect(scores).toEqual(['0.95', '0.70']);
  });

  it('are left out below a score, and none are where nothing is', () => {
    const outputs = nothing();
    expect(facesIn(outputs, width)).toEqual([]);
    see(outputs, 16, { x: 60, y: 60, side: 40 }, 0.55);
    expect(facesIn(outputs, width)).toEqual([]);
  });
});

it('takes pictures with sides of whole blocks, in planes of blue, green and red', () => {
  expect(paddedSize(192, 108)).toEqual({ width: 192, height: 128 });
  expect(paddedSize(128, 160)).toEqual({ width: 128, height: 160 });
  expect([...planesOf(new Uint8ClampedArray([1, 2, 3, 255, 4, 5, 6, 255]))]).toEqual([3, 6, 2, 5, 1, 4]);
});
