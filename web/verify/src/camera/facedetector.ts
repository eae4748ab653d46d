// The page's end of the worker that finds faces. Where it can't run there is none, and nobody is told:
// the shutter can always be pressed.

import type { Face } from './yunet';

/** A picture whose sides are multiples of 32. */
export interface Request {
  rgba: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

export type Answer = { ready: boolean } | { faces: Face[] | null };

/** What a worker has to be able to do, so that tests can stand in for one. */
export interface Thread {
  postMessage(message: Request, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: Answer }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

export class FaceDetector {
  /** Loaded, and not failed. */
  ready = false;
  readonly #start: () => Thread;
  #thread: Thread | null = null;
  #failed = false;
  #waiting: ((faces: Face[] | null) => void) | null = null;

  constructor(start: () => Thread) {
    this.#start = start;
  }

  /** Begins to load, once. */
  load(): void {
    if (this.#thread || this.#failed) return;
    try {
      this.#thread = this.#start();
    } catch {
      return this.#fail();
    }
    this.#thread.addEventListener('message', ({ data }) => this.#take(data));
    this.#thread.addEventListener('error', () => this.#fail());
  }

  /** The faces in a picture; null where the network can't say, or is still busy with the one before. */
  find(picture: Request): Promise<Face[] | null> {
    const thread = this.#thread;
    if (!thread || !this.ready || this.#waiting) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#waiting = resolve;
      thread.postMessage(picture, [picture.rgba.buffer]);
    });
  }

  #take(answer: Answer): void {
    if ('ready' in answer) {
      if (answer.ready) this.ready = true;
      else this.#fail();
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(answer.faces);
  }

  #fail(): void {
    this.#failed = true;
    this.ready = false;
    this.#take({ faces: null });
  }
}

export const faceDetector = new FaceDetector(
  () => new Worker(new URL('./face.worker.ts', import.meta.url), { type: 'module' }),
);
