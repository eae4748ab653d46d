import { post, type Fetch } from './http';

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
