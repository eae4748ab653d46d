import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { uploadFiles, type UploadProgress } from './files';
import { ApiError, ConnectionError } from './http';
import { alwaysOnline, type Network } from './network';
import { resumed } from './resume';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A device whose connection a test takes away and gives back. */
class Device implements Network {
  readonly #target = new EventTarget();
  #offline = false;

  offline = (): boolean => this.#offline;

  listen(change: string, listener: () => void, signal: AbortSignal): void {
    this.#target.addEventListener(change, listener, { once: true, signal });
  }

  goes(change: 'online' | 'offline'): void {
    this.#offline = change === 'offline';
    this.#target.dispatchEvent(new Event(change));
  }
}

const never = new AbortController().signal;
const ignore = (): void => undefined;
/** Ends only when it is given up. */
const hanging = (signal: AbortSignal): Promise<string> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));

describe('what needs the network', () => {
  it('is tried again after pauses, and given up at last', async () => {
    const attempt = vi.fn(() => Promise.reject<string>(new ConnectionError()));
    const result = expect(resumed(attempt, alwaysOnline, never, ignore)).rejects.toBeInstanceOf(ConnectionError);
    await vi.advanceTimersByTimeAsync(999);
    expect(attempt).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempt).toHaveBeenCalledTimes(2);
    await vi.runAllTimersAsync();
    await result;
    expect(attempt).toHaveBeenCalledTimes(5);
  });

  it('waits for the device to be online again, however long, and gives up what hangs', async () => {
    const device = new Device();
    const told: boolean[] = [];
    const attempt = vi.fn(hanging).mockImplementationOnce(hanging).mockResolvedValueOnce('sent');
    const result = resumed(attempt, device, never, (waiting) => told.push(waiting));
    device.goes('offline');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(told).toEqual([true]);
    device.goes('online');
    expect(await result).toBe('sent');
    expect(told).toEqual([true, false]);
  });

  it('ends at once when the server says no, or nobody wants it any more', async () => {
    const no = new ApiError(400, 'file_invalid');
    await expect(resumed(() => Promise.reject(no), alwaysOnline, never, ignore)).rejects.toBe(no);
    const leaving = new AbortController();
    const device = new Device();
    device.goes('offline');
    const lost = (): Promise<string> => Promise.reject(new ConnectionError());
    const result = resumed(lost, device, leaving.signal, ignore);
    const left = expect(result).rejects.toMatchObject({ name: 'AbortError' });
    await vi.advanceTimersByTimeAsync(1000);
    leaving.abort();
    await left;
  });
});

it('counts what is sent of all pictures, and again from nothing what was lost', async () => {
  const seen: UploadProgress[] = [];
  let tries = 0;
  const send = (_url: string, _init: RequestInit, onSent: (bytes: number) => void): Promise<Response> => {
    tries += 1;
    onSent(40);
    if (tries === 2) return Promise.reject(new TypeError('lost'));
    onSent(10_000);
    return Promise.resolve(new Response(JSON.stringify({ id: `file_${tries}` })));
  };
  const picture = new Blob([new Uint8Array(100)]);
  const upload = { session: 'vs_1', purpose: 'identity_private', name: 'front', picture };
  const sending = uploadFiles(send, [upload, upload], alwaysOnline, never, (progress) => seen.push(progress));
  await vi.runAllTimersAsync();
  expect(await sending).toEqual(['file_1', 'file_3']);
  expect(seen[0]).toEqual({ share: 0, waiting: false });
  expect(seen).toContainEqual({ share: 0.5, waiting: true });
  expect(seen.at(-1)).toEqual({ share: 1, waiting: false });
  expect(Math.max(...seen.map(({ share }) => share))).toBe(1);
});
