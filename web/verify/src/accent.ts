// The operator's colour, made readable: WCAG 2.2, success criterion 1.4.3, asks 4.5:1.

type Rgb = readonly [number, number, number];

const enough = 4.5;

export interface AccentColours {
  accent: string;
  /** Text on the accent. */
  onAccent: string;
}

/** The accent for a light and a dark surface, moved towards black or white until it reads. */
export function accentColours(
  hex: string | null,
  surfaces: { light: string; dark: string },
): { light: AccentColours; dark: AccentColours } | null {
  const wanted = hex === null ? null : parseHex(hex);
  const light = parseHex(surfaces.light);
  const dark = parseHex(surfaces.dark);
  if (!wanted || !light || !dark) return null;
  return {
    light: coloursOn(light, wanted, [0, 0, 0]),
    dark: coloursOn(dark, wanted, [255, 255, 255]),
  };
}

function coloursOn(surface: Rgb, wanted: Rgb, towards: Rgb): AccentColours {
  let accent = wanted;
  for (let part = 0; part <= 1 && contrast(accent, surface) < enough; part += 0.02) {
    accent = mix(wanted, towards, part);
  }
  const white: Rgb = [255, 255, 255];
  const onAccent = contrast(accent, white) >= enough ? '#ffffff' : '#0b0e14';
  return { accent: toHex(accent), onAccent };
}

/** Contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function parseHex(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const channel = (index: number): number => parseInt(match[index] ?? '0', 16);
  return [channel(1), channel(2), channel(3)];
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const channel = (index: 0 | 1 | 2): number =>
    Math.round(from[index] + (to[index] - from[index]) * part);
  return [channel(0), channel(1), channel(2)];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
