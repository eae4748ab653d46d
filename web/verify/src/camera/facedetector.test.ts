import { describe, expect, it } from 'vitest';

import { FaceDetector, type Answer, type Request, type Thread } from './facedetector';

class Stand implements Thread {
  readonly asked: Request[] = [];
  readonly #listeners: Record<string, (event: { data: Answer }) => void> = {};

  postMessage(message: Request): void {
    this.asked.push(message);
  }

  addEventListener(type: 'message' | 'error', listener: (event: { data: Answer }) => void): void {
    this.#listeners[type] = listener;
  }

  says(data: Answer): void {
    this.#listeners['message']?.({ data });
  }

  breaks(): void {
    this.#listeners['error']?.({ data: { ready: false } });
  }
}

const picture = (): Request => ({ rgba: new Uint8ClampedArray(4096), width: 32, height: 32 });
const face = { left: 1, top: 2, width: 3, height: 4, score: 0.9 };

function loading(): { detector: FaceDetector; thread: Stand } {
  const thread = new Stand();
  const detector = new FaceDetector(() => thread);
  detector.load();
  return { detector, thread };
}

describe('the detector of faces', () => {
  it('answers once it is loaded, one picture at a time', async () => {
    const { detector, thread } = loading();
    expect(await detector.find(picture())).toBeNull();
    thread.says({ ready: true });
    const first = detector.find(picture());
    expect(await detector.find(picture())).toBeNull();
    thread.says({ faces: [face] });
    expect(await first).toEqual([face]);
    expect(thread.asked).toHaveLength(1);
  });

  it('is loaded once', () => {
    let started = 0;
    const detector = new FaceDetector(() => {
      started += 1;
      return new Stand();
    });
    detector.load();
    detector.load();
    expect(started).toBe(1);
  });

  it('is quietly none where it cannot be loaded', async () => {
    const { detector, thread } = loading();
    thread.says({ ready: false });
    expect(detector.ready).toBe(false);
    expect(await detector.find(picture())).toBeNull();
    const unable = new FaceDetector(() => {
      throw new Error('no workers here');
    });
    unable.load();
    expect(await unable.find(picture())).toBeNull();
  });

  it('gives up the picture it is at when its thread breaks', async () => {
    const { detector, thread } = loading();
    thread.says({ ready: true });
    const asked = detector.find(picture());
    thread.breaks();
    expect(await asked).toBeNull();
    expect(detector.ready).toBe(false);
  });
});
