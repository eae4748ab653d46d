import { encodeForm, type FormTree } from './form';
import { post, request, type Fetch } from './http';
import type { VerificationPage, VerificationPageData } from './types';

export const pageUrl = (session: string): string =>
  `/v1/identity/verification_pages/${encodeURIComponent(session)}`;

export function readPage(
  fetch: Fetch,
  session: string,
  signal?: AbortSignal,
): Promise<VerificationPage> {
  return request<VerificationPage>(fetch, pageUrl(session), signal ? { signal } : {});
}

/** Posts what one screen collected, and which later pieces no longer count. */
export function postData(
  fetch: Fetch,
  session: string,
  collected: FormTree,
  clear: Record<string, boolean>,
  signal?: AbortSignal,
): Promise<VerificationPageData> {
  const form = encodeForm({ collected_data: collected, clear_data: clear });
  return post<VerificationPageData>(fetch, session, `${pageUrl(session)}/data`, form, signal);
}

export function submit(
  fetch: Fetch,
  session: string,
  signal?: AbortSignal,
): Promise<VerificationPageData> {
  return post<VerificationPageData>(
    fetch,
    session,
    `${pageUrl(session)}/submit`,
    new URLSearchParams(),
    signal,
  );
}
