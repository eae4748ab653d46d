// Films somebody who follows steps: two stills for each, one before anybody can have moved and one
// at its end.

/** A still that is encoded once all are taken, so that encoding delays none. */
export interface Still<Drawn> {
  drawn: Drawn;
  /** The step that was shown, from 0. */
  step: number;
  /** Milliseconds since the first step was shown. */
  at: number;
}

export interface Filming<Drawn> {
  /** Shows a step; resolves once it is to be seen. */
  show: (step: number) => Promise<void>;
  draw: () => Drawn;
  /** Milliseconds from any moment on. */
  now: () => number;
  waitUntil: (moment: number) => Promise<void>;
}

export interface Recording {
  frames: { picture: Blob; step: number; at: number }[];
  /** When each step was shown, in milliseconds since the first. */
  stepsShown: number[];
  cameraLabel: string | null;
}

/** After a step is shown: nobody reacts within 200 ms. */
const early = 120;
/** Before the next one is. */
const late = 100;

export async function recordSteps<Drawn>(
  count: number,
  duration: number,
  filming: Filming<Drawn>,
): Promise<{ stills: Still<Drawn>[]; stepsShown: number[] }> {
  const stills: Still<Drawn>[] = [];
  const stepsShown: number[] = [];
  let start: number | null = null;
  for (let step = 0; step < count; step += 1) {
    await filming.show(step);
    const shown = filming.now();
    start ??= shown;
    const since = (moment: number): number => Math.round(moment - (start ?? moment));
    stepsShown.push(since(shown));
    for (const moment of [shown + early, shown + duration - late]) {
      await filming.waitUntil(moment);
      stills.push({ at: since(filming.now()), drawn: filming.draw(), step });
    }
    await filming.waitUntil(shown + duration);
  }
  return { stills, stepsShown };
}
