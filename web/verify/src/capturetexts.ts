import type { DocumentType } from './protocol/types';
import { say } from './speech.svelte';
import type { Capture } from './state';

/** What a capture screen says, by what is captured and of which document. */
export function captureTexts(
  capture: Capture,
  type: DocumentType | null,
): { heading: string; body: string; drawing: 'card' | 'card_back' | 'passport' | 'face' } {
  if (capture === 'selfie') {
    return { heading: say('selfie-heading'), body: say('selfie-body'), drawing: 'face' };
  }
  const document = type ?? 'other';
  if (capture === 'back') {
    const heading = say('back-heading', { document });
    return { heading, body: say('back-body'), drawing: 'card_back' };
  }
  const heading = say('front-heading', { document });
  return type === 'passport'
    ? { heading, body: say('passport-body'), drawing: 'passport' }
    : { heading, body: say('front-body'), drawing: 'card' };
}
