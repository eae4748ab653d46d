import type { Words } from '../words.js';

export const polish: Words = {
  title: 'Weryfikacja tożsamości',
  close: 'Zamknij',
  loading: 'Chwileczkę…',
  verify: 'Potwierdź moją tożsamość',
  errors: {
    consent_declined:
      'Nie wyrażono zgody na sprawdzenie zdjęć. Zapytaj o inny sposób potwierdzenia tożsamości.',
    device_unsupported:
      'Ta weryfikacja wymaga kamery, a to urządzenie jej nie ma. Otwórz ją na telefonie.',
    under_supported_age:
      'Ta weryfikacja jest dla starszych osób. Zapytaj o inny sposób potwierdzenia tożsamości.',
    phone_otp_declined:
      'Nie udało się potwierdzić numeru telefonu. Zapytaj o inny sposób potwierdzenia tożsamości.',
    email_verification_declined:
      'Nie udało się potwierdzić adresu e-mail. Zapytaj o inny sposób potwierdzenia tożsamości.',
    session_cancelled: 'Weryfikację zamknięto przed końcem. Otwórz ją ponownie, aby kontynuować.',
    link_used: 'Tę weryfikację otwarto w innej przeglądarce. Kontynuuj tam albo zacznij od nowa.',
    link_expired: 'Ta weryfikacja jest zbyt stara. Zacznij od nowa.',
    link_unknown: 'Nie można znaleźć tej weryfikacji. Zacznij od nowa.',
    session_closed: 'Ta weryfikacja została odwołana.',
    page_unreachable: 'Nie udało się otworzyć weryfikacji. Spróbuj ponownie nieco później.',
  },
};
