import type { Screen } from './state';

const shares: Partial<Record<Screen, number>> = {
  begin: 0.04,
  consent: 0.14,
  choice: 0.26,
  front: 0.4,
  front_review: 0.48,
  problem: 0.48,
  back: 0.56,
  back_review: 0.64,
  selfie: 0.74,
  selfie_review: 0.82,
  details: 0.86,
  checking: 0.92,
  verified: 1,
};

/** How far along a screen is, 0 to 1; null where there is nothing left to reach. */
export function progressAt(screen: Screen): number | null {
  return shares[screen] ?? null;
}
