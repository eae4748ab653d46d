import { ConnectionError } from './http';
import type { Network } from './network';
import { pauseWith } from './poll';

/** Milliseconds before each further try while the device is online. */
const pauses = [1000, 2000, 4000, 8000];

/**
 * Does something that needs the network, again where the connection is lost meanwhile: once the device is
 * back online, or after a pause where it never was offline. Throws what `attempt` throws where the server
 * said no, `ConnectionError` when all tries are used up, and the signal's reason when it is aborted.
 */
export async function resumed<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  network: Network,
  signal: AbortSignal,
  onWaiting: (waiting: boolean) => void,
): Promise<T> {
  const pause = pauseWith(signal);
  for (let failed = 0; ; failed += 1) {
    try {
      return await whileOnline(attempt, network, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof ConnectionError)) throw error;
    }
    const wait = pauses[failed];
    onWaiting(true);
    try {
      if (network.offline()) {
        await untilOnline(network, signal);
        failed = -1;
      } else if (wait === undefined) throw new ConnectionError();
      else await pause(wait);
    } finally {
      onWaiting(false);
    }
  }
}

/** Gives an attempt up when the device goes offline: it would only wait for what can't come. */
async function whileOnline<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  network: Network,
  signal: AbortSignal,
): Promise<T> {
  const [sending, over] = [new AbortController(), new AbortController()];
  let lost = false;
  const stop = (): void => sending.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { signal: over.signal });
  network.listen(
    'offline',
    () => {
      lost = true;
      sending.abort();
    },
    over.signal,
  );
  try {
    return await attempt(sending.signal);
  } catch (error) {
    throw lost ? new ConnectionError() : error;
  } finally {
    over.abort();
  }
}

function untilOnline(network: Network, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  return new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
    network.listen('online', resolve, over.signal);
  }).finally(() => over.abort());
}
