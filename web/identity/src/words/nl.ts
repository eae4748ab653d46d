import type { Words } from '../words.js';

export const dutch: Words = {
  title: 'Identiteitscontrole',
  close: 'Sluiten',
  loading: 'Een ogenblik…',
  verify: 'Mijn identiteit bevestigen',
  errors: {
    consent_declined:
      'Je hebt geen toestemming gegeven om je foto’s te controleren. Vraag om een andere manier om te laten zien wie je bent.',
    device_unsupported:
      'Deze controle heeft een camera nodig en dit apparaat heeft er geen. Open hem op een telefoon.',
    under_supported_age:
      'Je moet ouder zijn voor deze controle. Vraag om een andere manier om te laten zien wie je bent.',
    phone_otp_declined:
      'Je telefoonnummer kon niet worden bevestigd. Vraag om een andere manier om te laten zien wie je bent.',
    email_verification_declined:
      'Je e-mailadres kon niet worden bevestigd. Vraag om een andere manier om te laten zien wie je bent.',
    session_cancelled:
      'De controle is gesloten voordat hij klaar was. Open hem opnieuw om verder te gaan.',
    link_used: 'Deze controle is in een andere browser geopend. Ga daar verder of begin opnieuw.',
    link_expired: 'Deze controle is te oud. Begin opnieuw.',
    link_unknown: 'Deze controle is niet te vinden. Begin opnieuw.',
    session_closed: 'Deze controle is geannuleerd.',
    page_unreachable: 'De controle kon niet worden geopend. Probeer het wat later nog eens.',
  },
};
