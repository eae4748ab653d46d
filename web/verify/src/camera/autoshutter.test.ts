import { describe, expect, it } from 'vitest';

import { AutoShutter } from './autoshutter';

const shutter = (): AutoShutter<'fill' | 'dark' | 'bright' | 'steady' | 'good'> => new AutoShutter('fill');

describe('the shutter', () => {
  it('fires after 600 ms of good pictures and not before', () => {
    const one = shutter();
    const fired = [0, 150, 300, 450, 599, 600].map((time) => one.next('good', time));
    expect(fired).toEqual([false, false, false, false, false, true]);
  });

  it('begins anew after a movement', () => {
    const one = shutter();
    for (const time of [0, 150, 300, 450]) one.next('good', time);
    one.next('steady', 600);
    expect(one.good).toBe(false);
    expect(one.next('good', 750)).toBe(false);
    expect(one.next('good', 1349)).toBe(false);
    expect(one.next('good', 1350)).toBe(true);
  });

  it('changes its guidance at most every 700 ms', () => {
    const one = shutter();
    one.next('dark', 1000);
    expect(one.guidance).toBe('dark');
    one.next('bright', 1500);
    expect(one.guidance).toBe('dark');
    one.next('bright', 1700);
    expect(one.guidance).toBe('bright');
  });

  it('tells of the button after eight seconds without a picture', () => {
    const one = shutter();
    one.next('fill', 5000);
    expect(one.slow).toBe(false);
    one.next('fill', 12_999);
    expect(one.slow).toBe(false);
    one.next('fill', 13_000);
    expect(one.slow).toBe(true);
  });
});
