import type { Words } from '../words.js';

export const spanish: Words = {
  title: 'Verificación de identidad',
  close: 'Cerrar',
  loading: 'Un momento…',
  verify: 'Verificar mi identidad',
  errors: {
    consent_declined:
      'No aceptaste que se revisen tus imágenes. Pide otra forma de demostrar quién eres.',
    device_unsupported:
      'Esta verificación necesita una cámara y este dispositivo no tiene ninguna. Ábrela en un teléfono.',
    under_supported_age:
      'Tienes que ser mayor para usar esta verificación. Pide otra forma de demostrar quién eres.',
    phone_otp_declined:
      'No se pudo confirmar tu número de teléfono. Pide otra forma de demostrar quién eres.',
    email_verification_declined:
      'No se pudo confirmar tu correo electrónico. Pide otra forma de demostrar quién eres.',
    session_cancelled:
      'La verificación se cerró antes de terminar. Ábrela de nuevo para continuar.',
    link_used: 'Esta verificación se abrió en otro navegador. Continúa allí o empieza de nuevo.',
    link_expired: 'Esta verificación es demasiado antigua. Empieza de nuevo.',
    link_unknown: 'No se encuentra esta verificación. Empieza de nuevo.',
    session_closed: 'Esta verificación se canceló.',
    page_unreachable: 'No se pudo abrir la verificación. Inténtalo de nuevo un poco más tarde.',
  },
};
