import { expect, it } from 'vitest';

import { accentColours, contrast, parseHex } from './accent';

const surfaces = { light: '#eef1f5', dark: '#202836' };

it.each(['#ffd400', '#0a7d5a', '#000000', '#ffffff', '#ff0000', '#7f7f7f'])(
  'makes %s readable on both surfaces and under its own text',
  (accent) => {
    const colours = accentColours(accent, surfaces);
    for (const theme of ['light', 'dark'] as const) {
      const made = parseHex(colours?.[theme].accent ?? '');
      const surface = parseHex(surfaces[theme]);
      const onAccent = parseHex(colours?.[theme].onAccent ?? '');
      if (!made || !surface || !onAccent) throw new Error('no colour came');
      expect(contrast(made, surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(made, onAccent)).toBeGreaterThanOrEqual(4.5);
    }
  },
);

it('leaves a readable accent as it is', () => {
  expect(accentColours('#123456', surfaces)?.light.accent).toBe('#123456');
});

it('takes no accent from what is not a colour', () => {
  expect(accentColours('red;}', surfaces)).toBeNull();
  expect(accentColours(null, surfaces)).toBeNull();
});

it('measures contrast as WCAG does', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});
