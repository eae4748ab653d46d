export interface PollTiming {
  /** First pause in milliseconds; each further pause is half as long again. */
  first: number;
  longest: number;
}

export const pollTiming: PollTiming = { first: 500, longest: 3000 };

/**
 * Reads until `done` says so. Each read stands for itself, so a lost one costs nothing;
 * `onTrouble` hears of each failed read and each recovery.
 */
export async function pollUntil<T>(
  read: () => Promise<T>,
  done: (value: T) => boolean,
  pause: (milliseconds: number) => Promise<void>,
  onTrouble: (error: unknown) => boolean,
  timing: PollTiming = pollTiming,
): Promise<T> {
  let wait = timing.first;
  for (;;) {
    await pause(wait);
    wait = Math.min(wait * 1.5, timing.longest);
    try {
      const value = await read();
      onTrouble(null);
      if (done(value)) return value;
    } catch (error) {
      if (!onTrouble(error)) throw error;
    }
  }
}

/** Waits, and throws the signal's reason when it is aborted meanwhile. */
export function pauseWith(signal: AbortSignal): (milliseconds: number) => Promise<void> {
  return (milliseconds) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
    });
}
