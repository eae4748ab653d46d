import { post, type Fetch } from './http';
import type { Network } from './network';
import { resumed } from './resume';
import type { Send } from './transfer';

export interface Upload {
  session: string;
  purpose: string;
  /** File name without its ending. */
  name: string;
  picture: Blob;
}

const endings: Record<string, string> = { 'image/png': 'png', 'image/webp': 'webp' };

/** Uploads one picture and gives back its file id. */
export async function uploadFile(
  fetch: Fetch,
  upload: Upload,
  signal?: AbortSignal,
): Promise<string> {
  const form = new FormData();
  form.append('purpose', upload.purpose);
  form.append('owned_by', upload.session);
  const ending = endings[upload.picture.type] ?? 'jpg';
  form.append('file', upload.picture, `${upload.name}.${ending}`);
  const file = await post<{ id: string }>(fetch, upload.session, '/v1/files', form, signal);
  return file.id;
}

/** How far some uploads are together. */
export interface UploadProgress {
  /** 0 to 1. */
  share: number;
  /** The connection is lost; what isn't sent yet is kept. */
  waiting: boolean;
}

/** Uploads pictures side by side and gives back their file ids; lost connections are waited out. */
export async function uploadFiles(
  send: Send,
  uploads: readonly Upload[],
  network: Network,
  signal: AbortSignal,
  onProgress: (progress: UploadProgress) => void,
): Promise<string[]> {
  const sizes = uploads.map(({ picture }) => picture.size);
  const all = Math.max(1, sizes.reduce((sum, size) => sum + size, 0));
  const sent = sizes.map(() => 0);
  const waiting = sizes.map(() => false);
  const tell = (): void =>
    onProgress({ share: sent.reduce((sum, bytes) => sum + bytes, 0) / all, waiting: waiting.includes(true) });
  tell();
  return Promise.all(
    uploads.map((upload, index) => {
      const size = sizes[index] ?? 0;
      const onSent = (bytes: number): void => {
        sent[index] = Math.min(bytes, size);
        tell();
      };
      const onWaiting = (now: boolean): void => {
        waiting[index] = now;
        if (now) sent[index] = 0;
        tell();
      };
      const once = (stop: AbortSignal): Promise<string> =>
        uploadFile((url, init = {}) => send(url, init, onSent), upload, stop);
      return resumed(once, network, signal, onWaiting);
    }),
  );
}
