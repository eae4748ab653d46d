import { describe, expect, it } from 'vitest';

import { clearData, documentData, faceData } from './collected';
import { uploadFile } from './files';
import { encodeForm } from './form';
import { ApiError, ConnectionError, post, request } from './http';
import { postData } from './page';
import { pauseWith, pollUntil } from './poll';
import { tokenFromPath } from './start';

const answers = (status: number, body: unknown) => (): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(body), { status }));

describe('requests', () => {
  it('carry the guard against other sites on every POST', async () => {
    let seen: RequestInit | undefined;
    await post((_url, init) => {
      seen = init;
      return answers(200, {})();
    }, 'vs_1', '/x', new URLSearchParams());
    expect(new Headers(seen?.headers).get('X-Bonafide-Page')).toBe('vs_1');
    expect(seen?.credentials).toBe('same-origin');
  });

  it('give the code of an error answer', async () => {
    const fetch = answers(410, { error: { code: 'link_used' } });
    await expect(request(fetch, '/x')).rejects.toEqual(new ApiError(410, 'link_used'));
  });

  it('call it a connection error when no JSON comes', async () => {
    const html = (): Promise<Response> => Promise.resolve(new Response('<html>'));
    await expect(request(html, '/x')).rejects.toBeInstanceOf(ConnectionError);
    const gone = (): Promise<Response> => Promise.reject(new TypeError('network'));
    await expect(request(gone, '/x')).rejects.toBeInstanceOf(ConnectionError);
  });
});

it('writes nested forms and leaves out what is null', () => {
  const form = encodeForm({ collected_data: { face: { a: 'x', b: null, c: false } }, n: 2 });
  expect([...form]).toEqual([['collected_data[face][a]', 'x'], ['collected_data[face][c]', 'false'], ['n', '2']]);
});

it('posts what was collected and what is to be forgotten', async () => {
  let body = '';
  const fetch = (url: string, init?: RequestInit): Promise<Response> => {
    body = `${url}?${decodeURIComponent(String(init?.body))}`;
    return answers(200, {})();
  };
  const clear = clearData(['id_document_front', 'face'], [], ['id_document_front']);
  const front = { side: 'id_document_front', file: 'file_1', method: 'manual_capture', documentType: null } as const;
  await postData(fetch, 'vs_1', documentData(front), clear);
  expect(body).toContain('/v1/identity/verification_pages/vs_1/data?');
  expect(body).toContain('collected_data[id_document_front][high_res_image]=file_1');
  expect(body).toContain('collected_data[id_document_front][force_confirm]=false');
  expect(body).not.toContain('low_res_image');
  expect(body).not.toContain('collected_data[id_document_type]');
  expect(body).toContain('clear_data[id_document_front]=false');
  expect(body).toContain('clear_data[face]=true');
});

it('tells the type of document with its front alone', () => {
  const sent = { file: 'file_1', method: 'file_upload', documentType: 'passport' } as const;
  expect(documentData({ ...sent, side: 'id_document_front' }).id_document_type).toBe('passport');
  expect(documentData({ ...sent, side: 'id_document_back' }).id_document_type).toBeNull();
});

it('clears only what was asked for and is neither collected nor coming', () => {
  const clear = clearData(['biometric_consent', 'id_document_front', 'face', 'phone_number'], ['biometric_consent'], ['face']);
  expect(Object.entries(clear).filter(([, value]) => value)).toEqual([
    ['id_document_front', true],
    ['phone', true],
  ]);
});

it.each([
  [['a'], ['a', 'a', 'a'], 1],
  [['a', 'b', 'c'], ['a', 'b', 'c'], 3],
])('names six face pictures from %j', (files, expected, frames) => {
  const { face } = faceData(files) as { face: Record<string, unknown> };
  const [first, best, last] = expected;
  expect(face).toMatchObject({
    first_high_res_image: first,
    first_low_res_image: first,
    best_high_res_image: best,
    best_low_res_image: best,
    last_high_res_image: last,
    last_low_res_image: last,
    num_frames: frames,
  });
});

it('uploads a picture under its owner with an honest ending', async () => {
  let form = new FormData();
  const fetch = (_url: string, init?: RequestInit): Promise<Response> => {
    form = init?.body as FormData;
    return answers(200, { id: 'file_1' })();
  };
  const picture = new Blob(['x'], { type: 'image/png' });
  const upload = { session: 'vs_1', purpose: 'identity_private', name: 'vs_1_front', picture };
  expect(await uploadFile(fetch, upload)).toBe('file_1');
  expect(form.get('owned_by')).toBe('vs_1');
  expect(form.get('purpose')).toBe('identity_private');
  expect((form.get('file') as File).name).toBe('vs_1_front.png');
});

it.each([
  ['/start/test_abc', 'test_abc'],
  ['/start/test_abc/', 'test_abc'],
  ['/start/', null],
  ['/other/x', null],
])('finds the token in %s', (path, token) => {
  expect(tokenFromPath(path)).toBe(token);
});

describe('polling', () => {
  it('slows down, survives lost reads and ends with the first final value', async () => {
    const waits: number[] = [];
    const troubles: boolean[] = [];
    const values = [() => 'processing', () => { throw new ConnectionError(); }, () => 'processing', () => 'processing', () => 'processing', () => 'processing', () => 'verified'];
    const result = await pollUntil(
      async () => values.shift()?.(),
      (value) => value !== 'processing',
      async (milliseconds) => void waits.push(milliseconds),
      (error) => {
        troubles.push(error !== null);
        return true;
      },
    );
    expect(result).toBe('verified');
    expect(waits).toEqual([500, 750, 1125, 1687.5, 2531.25, 3000, 3000]);
    expect(troubles).toEqual([false, true, false, false, false, false, false]);
  });

  it('gives up on an answer that will not change', async () => {
    const failing = pollUntil(
      () => Promise.reject(new ApiError(404, '')),
      () => true,
      () => Promise.resolve(),
      () => false,
    );
    await expect(failing).rejects.toBeInstanceOf(ApiError);
  });

  it('stops waiting when aborted', async () => {
    const control = new AbortController();
    const pausing = pauseWith(control.signal)(60_000);
    control.abort(new Error('left'));
    await expect(pausing).rejects.toThrow('left');
    await expect(pauseWith(control.signal)(1)).rejects.toThrow('left');
  });
});
