import { post, type Fetch } from './http';
import { pageUrl } from './page';
import type { Challenge, ChallengeVariant } from './types';

/** What the person is asked to do before the camera. */
export function drawChallenge(
  fetch: Fetch,
  session: string,
  variant: ChallengeVariant,
): Promise<Challenge> {
  const form = new URLSearchParams({ variant });
  return post<Challenge>(fetch, session, `${pageUrl(session)}/challenge`, form);
}
