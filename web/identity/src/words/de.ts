import type { Words } from '../words.js';

export const german: Words = {
  title: 'Identitätsprüfung',
  close: 'Schließen',
  loading: 'Einen Moment…',
  verify: 'Identität bestätigen',
  errors: {
    consent_declined:
      'Sie haben der Prüfung Ihrer Bilder nicht zugestimmt. Fragen Sie nach einem anderen Weg, sich auszuweisen.',
    device_unsupported:
      'Diese Prüfung braucht eine Kamera, und dieses Gerät hat keine. Öffnen Sie sie auf einem Telefon.',
    under_supported_age:
      'Für diese Prüfung müssen Sie älter sein. Fragen Sie nach einem anderen Weg, sich auszuweisen.',
    phone_otp_declined:
      'Ihre Telefonnummer konnte nicht bestätigt werden. Fragen Sie nach einem anderen Weg, sich auszuweisen.',
    email_verification_declined:
      'Ihre E-Mail-Adresse konnte nicht bestätigt werden. Fragen Sie nach einem anderen Weg, sich auszuweisen.',
    session_cancelled:
      'Die Prüfung wurde geschlossen, bevor sie fertig war. Öffnen Sie sie wieder, um fortzufahren.',
    link_used:
      'Diese Prüfung wurde in einem anderen Browser geöffnet. Machen Sie dort weiter oder beginnen Sie neu.',
    link_expired: 'Diese Prüfung ist zu alt. Beginnen Sie neu.',
    link_unknown: 'Diese Prüfung ist nicht zu finden. Beginnen Sie neu.',
    session_closed: 'Diese Prüfung wurde abgesagt.',
    page_unreachable:
      'Die Prüfung konnte nicht geöffnet werden. Versuchen Sie es etwas später noch einmal.',
  },
};
