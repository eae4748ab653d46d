// Takes out of picture files what says where, when and with what they were taken, and leaves the picture
// itself byte for byte: JPEG (ITU-T T.81, annex B) and PNG (ISO/IEC 15948).

/** A file without its metadata; null where that would change how it looks, or it isn't as it should be. */
export function withoutMetadata(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  if (startsWith(file, 0, jpegStart)) return cleanJpeg(file);
  if (startsWith(file, 0, pngStart)) return cleanPng(file);
  return null;
}

const jpegStart = [0xff, 0xd8, 0xff];
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const exifStart = [...letters('Exif'), 0, 0];
const colourStart = [...letters('ICC_PROFILE'), 0];
const adobeStart = letters('Adobe');
const jfifStart = [...letters('JFIF'), 0];

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

function cleanJpeg(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const parts = [file.subarray(0, 2)];
  let at = 2;
  for (;;) {
    if (file[at] !== 0xff) return null;
    // A marker may be preceded by any number of fill bytes.
    while (file[at + 1] === 0xff) at += 1;
    const marker = file[at + 1] ?? 0;
    if (marker === endOfImage) {
      // What follows the picture is no part of it: previews, depth, films.
      parts.push(file.subarray(at, at + 2));
      return joined(parts);
    }
    const length = ((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0);
    if (marker < 0xc0 || length < 2 || at + 2 + length > file.length) return null;
    const body = at + 4;
    let end = at + 2 + length;
    if (marker === 0xe1 && startsWith(file, body, exifStart)) {
      if (orientationIn(file.subarray(body + exifStart.length, end)) > 1) return null;
    }
    if (marker === startOfScan) {
      end = endOfScan(file, end);
      if (end < 0) return null;
    }
    if (staysInJpeg(file, marker, body)) parts.push(file.subarray(at, end));
    at = end;
  }
}

/** What decoders need stays: tables, frames and scans, and what says how colours are meant. */
function staysInJpeg(file: Uint8Array, marker: number, body: number): boolean {
  if (marker === comment) return false;
  if (!isApplication(marker)) return true;
  if (marker === 0xe0) return startsWith(file, body, jfifStart);
  if (marker === 0xe2) return startsWith(file, body, colourStart);
  return marker === 0xee && startsWith(file, body, adobeStart);
}

/** Where the entropy-coded data that begins at `from` ends; −1 where it never does. */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = from; at < file.length - 1; at += 1) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return -1;
}

const orientationTag = 0x0112;

/** The orientation in a block of Exif data, 1 (upright) to 8; 1 where it says none. */
function orientationIn(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  try {
    const little = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, little);
    const entries = view.getUint16(directory, little);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + 12 * entry;
      if (view.getUint16(at, little) === orientationTag) return view.getUint16(at + 8, little);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** Chunks that say how pixels are meant; all other ancillary ones go. */
const stayInPng = new Set(['cHRM', 'cICP', 'gAMA', 'iCCP', 'pHYs', 'sBIT', 'sRGB', 'tRNS']);

function cleanPng(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts = [file.subarray(0, pngStart.length)];
  let at = pngStart.length;
  while (at + 12 <= file.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > file.length) return null;
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (name === 'eXIf' && orientationIn(file.subarray(at + 8, end - 4)) > 1) return null;
    const critical = name.charCodeAt(0) < 97;
    if (critical || stayInPng.has(name)) parts.push(file.subarray(at, end));
    at = end;
    if (name === 'IEND') return joined(parts);
  }
  return null;
}
