import type { Words } from '../words.js';

export const french: Words = {
  title: 'Vérification d’identité',
  close: 'Fermer',
  loading: 'Un instant…',
  verify: 'Vérifier mon identité',
  errors: {
    consent_declined:
      'Vous n’avez pas accepté la vérification de vos images. Demandez un autre moyen de montrer qui vous êtes.',
    device_unsupported:
      'Cette vérification demande une caméra et cet appareil n’en a pas. Ouvrez-la sur un téléphone.',
    under_supported_age:
      'Vous êtes trop jeune pour cette vérification. Demandez un autre moyen de montrer qui vous êtes.',
    phone_otp_declined:
      'Votre numéro de téléphone n’a pas pu être confirmé. Demandez un autre moyen de montrer qui vous êtes.',
    email_verification_declined:
      'Votre adresse e-mail n’a pas pu être confirmée. Demandez un autre moyen de montrer qui vous êtes.',
    session_cancelled:
      'La vérification a été fermée avant la fin. Ouvrez-la de nouveau pour continuer.',
    link_used:
      'Cette vérification a été ouverte dans un autre navigateur. Continuez là-bas ou recommencez.',
    link_expired: 'Cette vérification est trop ancienne. Recommencez.',
    link_unknown: 'Cette vérification est introuvable. Recommencez.',
    session_closed: 'Cette vérification a été annulée.',
    page_unreachable: 'La vérification n’a pas pu s’ouvrir. Réessayez un peu plus tard.',
  },
};
