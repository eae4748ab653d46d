/** Whether this device has a connection, as far as the browser knows. */
export interface Network {
  offline(): boolean;
  listen(change: 'online' | 'offline', listener: () => void, signal: AbortSignal): void;
}

export const networkOf = (window: Window): Network => ({
  offline: () => !window.navigator.onLine,
  listen: (change, listener, signal) => window.addEventListener(change, listener, { once: true, signal }),
});

/** For where nothing is known. */
export const alwaysOnline: Network = { offline: () => false, listen: () => undefined };
