/** Whether this is likely a phone or tablet, which people can point at a document. */
export function isHandheld(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
