import { brightness, edgeSides, motion, sharpness, type GreyFrame } from './frame';

export type Guidance = 'fill' | 'dark' | 'bright' | 'steady' | 'blurred' | 'good';

/** A picture must stay good this long before the shutter fires by itself, in milliseconds. */
const goodFor = 600;
/** Guidance changes at most this often, in milliseconds. */
const guidanceEvery = 700;

/** What is to be said about a frame, worst hindrance first. */
export function judge(before: GreyFrame | null, now: GreyFrame): Guidance {
  const light = brightness(now);
  if (light < 45) return 'dark';
  if (light > 235) return 'bright';
  if (edgeSides(now) < 3) return 'fill';
  if (!before || motion(before, now) > 6) return 'steady';
  return sharpness(now) < 60 ? 'blurred' : 'good';
}

/** Follows the frames of one camera: what to say, and when to take the picture. */
export class AutoShutter {
  guidance: Guidance = 'fill';
  /** Good right now: the outline shows it. */
  good = false;
  #before: GreyFrame | null = null;
  #goodSince: number | null = null;
  #said = -Infinity;

  /** Takes the next frame and its time in milliseconds; true when the shutter shall fire. */
  next(frame: GreyFrame, time: number): boolean {
    const verdict = judge(this.#before, frame);
    this.#before = frame;
    this.good = verdict === 'good';
    if (verdict !== this.guidance && time - this.#said >= guidanceEvery) {
      this.guidance = verdict;
      this.#said = time;
    }
    if (!this.good) this.#goodSince = null;
    else this.#goodSince ??= time;
    return this.#goodSince !== null && time - this.#goodSince >= goodFor;
  }
}
