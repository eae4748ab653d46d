/** A picture must stay good this long before the shutter fires by itself, in milliseconds. */
const goodFor = 600;
/** Guidance changes at most this often, in milliseconds. */
const guidanceEvery = 700;
/** After so long without a picture the person is told of the button, in milliseconds. */
const patience = 8000;

/** Follows what is seen of one camera's frames: what to say, and when to take the picture. */
export class AutoShutter<Verdict extends string> {
  /** What is said. */
  guidance: Verdict;
  /** Good right now: the outline shows it. */
  good = false;
  /** The person waits long: it is time to say that the button can be pressed. */
  slow = false;
  #goodSince: number | null = null;
  #began: number | null = null;
  #said = -Infinity;

  constructor(first: Verdict) {
    this.guidance = first;
  }

  /** Takes the verdict on the next frame and its time in milliseconds; true when the shutter shall fire. */
  next(verdict: Verdict, time: number): boolean {
    this.#began ??= time;
    this.slow = time - this.#began >= patience;
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
