import type { Words } from '../words.js';

export const italian: Words = {
  title: 'Verifica dell’identità',
  close: 'Chiudi',
  loading: 'Un momento…',
  verify: 'Verifica la mia identità',
  errors: {
    consent_declined:
      'Non hai accettato il controllo delle tue immagini. Chiedi un altro modo per dimostrare chi sei.',
    device_unsupported:
      'Questa verifica richiede una fotocamera e questo dispositivo non ne ha. Aprila su un telefono.',
    under_supported_age:
      'Non hai ancora l’età per questa verifica. Chiedi un altro modo per dimostrare chi sei.',
    phone_otp_declined:
      'Non è stato possibile confermare il tuo numero di telefono. Chiedi un altro modo per dimostrare chi sei.',
    email_verification_declined:
      'Non è stato possibile confermare il tuo indirizzo email. Chiedi un altro modo per dimostrare chi sei.',
    session_cancelled:
      'La verifica è stata chiusa prima della fine. Aprila di nuovo per continuare.',
    link_used: 'Questa verifica è stata aperta in un altro browser. Continua lì o ricomincia.',
    link_expired: 'Questa verifica è troppo vecchia. Ricomincia.',
    link_unknown: 'Questa verifica non si trova. Ricomincia.',
    session_closed: 'Questa verifica è stata annullata.',
    page_unreachable: 'Non è stato possibile aprire la verifica. Riprova tra poco.',
  },
};
