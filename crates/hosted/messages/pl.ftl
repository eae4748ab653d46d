### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = nadawca tego linku
sender-first = Nadawca tego linku

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } musi sprawdzić, kim jesteś
consent-test = To jest test. Nie pokazuj prawdziwych dokumentów.
consent-purpose-face = { $operatorFirst } sprawdza, kim jesteś, na podstawie zdjęć Twojego dokumentu tożsamości i Twojej twarzy. Jeśli wyrazisz zgodę, z Twoich zdjęć powstaną wzorce twarzy, które są danymi biometrycznymi. Posłużą one do porównania Twojej twarzy ze zdjęciem w dokumencie.
consent-purpose = { $operatorFirst } sprawdza, kim jesteś, na podstawie zdjęć Twojego dokumentu tożsamości. Jeśli wyrazisz zgodę, ze zdjęcia, które w nim jest, powstanie wzorzec twarzy, czyli dane biometryczne. Posłuży on do sprawdzenia dokumentu.
consent-free = Możesz swobodnie odmówić. To, co zostało wysłane, zostanie wtedy usunięte, a Ty możesz zapytać o inny sposób.
consent-time = Około 2 minut
consent-accept = Zgadzam się
consent-decline = Nie zgadzam się
consent-scroll = Przewiń w dół, aby przejść dalej
consent-document = Robisz zdjęcie <a href="stripe_bottomsheet://open/consent_photo_id">dokumentu ze zdjęciem</a>.
consent-selfie = Robisz selfie, a my <a href="stripe_bottomsheet://open/consent_identity">porównujemy jedno z drugim</a>.
consent-film = Gdy wykonujesz polecenia do selfie, aparat robi serię zdjęć.
consent-only = Twoje zdjęcia i wynik widzi tylko { $operator }.
privacy-link = Jak długo dane są przechowywane, podaje { $operator } w <a href="{ $address }">informacji o prywatności</a>.
privacy-ask = Zapytaj, jak długo dane są przechowywane, i poproś o ich usunięcie. Odpowiada za to { $operator }.
sheet-document-title = Czego możesz użyć
sheet-document-line = Ważny dokument ze zdjęciem
sheet-document-body = Paszport, dowód osobisty lub prawo jazdy. Bez kopii i bez zdjęć ekranu.
sheet-identity-title = Jak działa weryfikacja
sheet-identity-face = Twoja twarz i Twój dokument
sheet-identity-face-body = Mierzymy Twoją twarz na selfie i na zdjęciu w dokumencie i porównujemy te dwa pomiary. Nie są używane do niczego innego.
sheet-identity-server = Na własnych serwerach nadawcy
sheet-identity-server-body = { $operatorFirst } robi to samodzielnie. Żadne zdjęcia nie trafiają do nikogo innego.

## Screens of the mobile SDKs (HTML)
select-title = Przygotuj swój dokument
select-button = Dalej
document-passport = Paszport
document-id_card = Dowód osobisty
document-driving_license = Prawo jazdy
training-consent = { $operatorFirst } może używać moich zdjęć, aby ulepszać swoje weryfikacje. Możesz to pominąć.
country-BR = Brazylia
country-SG = Singapur
country-US = Stany Zjednoczone
individual-title = Twoje dane
individual-button = Wyślij
individual-missing = Nie ma tu mojego kraju
individual-welcome-title = Potwierdź, że to Ty
individual-welcome-body = { $operatorFirst } prosi o kilka danych o Tobie.
individual-welcome-time = Około 1 minuty
individual-welcome-button = Zaczynam
individual-welcome-line = Wpisujesz imię i nazwisko, datę urodzenia i numer identyfikacyjny.
country-not-listed-title = Jeszcze nie możemy tego sprawdzić
country-not-listed-body = Twój kraj nie jest obsługiwany. Zapytaj o inny sposób. Pomoże Ci { $operator }.
country-not-listed-cancel = Zakończ tutaj
country-not-listed-id = Mam dokument z innego kraju
country-not-listed-address = Mam adres w innym kraju
success-title = Mamy Twoje zdjęcia
success-body = Dziękujemy. { $operatorFirst } poinformuje Cię o wyniku.
success-button = Gotowe

## What is wrong with what was just handed in
problem-again = Spróbuj ponownie
problem-back = Wróć
problem-anyway = Użyj tego zdjęcia mimo to
problem-declined-title = Nie wyrażasz zgody
problem-declined-body = Wszystko w porządku: to, co zostało wysłane, zostanie usunięte. Zapytaj o inny sposób potwierdzenia, kim jesteś, albo wróć i wyraź zgodę.
problem-unreadable-title = Nie możemy otworzyć tego zdjęcia
problem-unreadable-body = Zrób je jeszcze raz aparatem albo wybierz plik JPEG, PNG lub WebP.
problem-challenge-title = To trwało zbyt długo
problem-challenge-body = Dla Twojego bezpieczeństwa polecenia są za każdym razem nowe. Zacznij jeszcze raz i wykonuj każde z nich, gdy się pojawi.
problem-name-title = Imię i nazwisko nie są pełne
problem-name-body = Wpisz imię i nazwisko tak, jak są w Twoim dokumencie.
problem-dob-title = Ta data nie może być poprawna
problem-dob-body = Sprawdź dzień, miesiąc i rok urodzenia i spróbuj ponownie.
problem-number-title = Ten numer nie może być poprawny
problem-number-body = Sprawdź kraj i każdą cyfrę i spróbuj ponownie.

## Advice about a picture before anything is submitted
advice-no_document-title = Nie widzimy dokumentu
advice-no_document-body = Połóż dokument na ciemnej, równej powierzchni, wypełnij nim zdjęcie i spróbuj ponownie.
advice-dark-title = Zdjęcie jest za ciemne
advice-dark-body = Włącz światło albo podejdź do okna i spróbuj ponownie.
advice-glare-title = Światło zasłania część dokumentu
advice-glare-body = Pochyl trochę dokument, aż jasne plamy znikną, i spróbuj ponownie.
advice-blurry-title = Zdjęcie jest nieostre
advice-blurry-body = Przy dobrym świetle nie ruszaj aparatem, aż złapie ostrość, i spróbuj ponownie.
advice-too_small-title = Zdjęcie jest za małe
advice-too_small-body = Użyj pełnego zdjęcia z aparatu, nie podglądu ani wycinka, i spróbuj ponownie.
advice-cut_off-title = Część dokumentu jest poza zdjęciem
advice-cut_off-body = Odsuń się trochę, aż na zdjęciu będą wszystkie cztery rogi, i spróbuj ponownie.
advice-saved_anew-title = Zdjęcie zapisał inny program
advice-saved_anew-body = Zrób nowe zdjęcie albo wybierz to, które zapisał aparat.
advice-several_documents-title = Widzimy więcej niż jeden dokument
advice-several_documents-body = Pokaż jedną stronę jednego dokumentu, odłóż wszystko inne na bok i spróbuj ponownie.
advice-back_for_front-title = To jest tył
advice-back_for_front-body = Odwróć kartę na stronę z Twoim zdjęciem i spróbuj ponownie.
advice-front_for_back-title = To jest przód
advice-front_for_back-body = Odwróć kartę na stronę bez dużego zdjęcia i spróbuj ponownie.
advice-mrz_not_visible-title = Brakuje dolnych wierszy
advice-mrz_not_visible-body = Pokaż całą stronę ze zdjęciem, aż do dwóch wierszy liter i znaków < na dole, i spróbuj ponownie.
advice-no_face-title = Nie widzimy Twojej twarzy
advice-no_face-body = Patrz prosto w aparat, z całą twarzą na zdjęciu, i spróbuj ponownie.
advice-several_faces-title = Widzimy kilka twarzy
advice-several_faces-body = Zadbaj o to, aby na zdjęciu nie było nikogo oprócz Ciebie, i spróbuj ponownie.
advice-face_far_away-title = Twoja twarz jest za daleko
advice-face_far_away-body = Przybliż się, aż twarz wypełni większą część zdjęcia, i spróbuj ponownie.
advice-face_turned-title = Twoja głowa jest obrócona
advice-face_turned-body = Patrz prosto w aparat i spróbuj ponownie.
advice-face_burnt_out-title = Światło zasłania część twarzy
advice-face_burnt_out-body = Odwróć się od lampy lub słońca, aż twarz będzie równo oświetlona, i spróbuj ponownie.

## How a submission ended, by what was not verified
outcome-verified-title = Twoja tożsamość jest potwierdzona
outcome-verified-body = Nic więcej nie musisz robić.
outcome-document_expired = Twój dokument stracił ważność
outcome-document_type_not_supported = Nie można użyć tego dokumentu
outcome-country_not_supported = Ten kraj nie jest obsługiwany
outcome-device_not_supported = Nie można użyć tego urządzenia
outcome-document_unverified_other = Nie udało się sprawdzić dokumentu
outcome-selfie_document_missing_photo = Nie udało się znaleźć zdjęcia
outcome-faces = Nie udało się porównać twarzy
outcome-number = Nie udało się sprawdzić numeru
outcome-email = Nie udało się sprawdzić adresu e-mail
outcome-phone = Nie udało się sprawdzić numeru telefonu
outcome-under_supported_age = Masz na to za mało lat
outcome-not-finished = Weryfikacja nie została ukończona

## Why it was not verified, and what to do
reason-consent_declined = Osoba nie wyraziła zgody na użycie swoich zdjęć.
reason-predefined_failure = To ustalony z góry błąd trybu testowego. Spróbuj ponownie.
reason-abandoned = Weryfikacja została rozpoczęta i nie została ukończona. Zacznij jeszcze raz.
reason-document_unreadable = Nie udało się odczytać dokumentu. Zrób nowe zdjęcie w dobrym świetle.
reason-document_unreadable_to_the_edges = Nie udało się odczytać dokumentu. Zrób nowe zdjęcie w dobrym świetle, od krawędzi do krawędzi.
reason-document_not_recognised = Nie udało się odczytać dokumentu. Połóż go na ciemnej, równej powierzchni, trzymaj aparat prosto nad nim w dobrym świetle i zrób nowe zdjęcie.
reason-printed_part_unreadable = Nie udało się odczytać drukowanej części dokumentu. Trzymaj aparat bliżej, unikaj jasnych plam i zrób nowe zdjęcie.
reason-number_unreadable = Nie udało się odczytać numeru wydrukowanego na dokumencie. Trzymaj aparat bliżej, unikaj jasnych plam i palców i zrób nowe zdjęcie.
reason-surname_unreadable = Nie udało się odczytać nazwiska wydrukowanego na dokumencie. Trzymaj aparat bliżej, unikaj jasnych plam i palców i zrób nowe zdjęcie.
reason-given_names_unreadable = Nie udało się odczytać imion wydrukowanych na dokumencie. Trzymaj aparat bliżej, unikaj jasnych plam i palców i zrób nowe zdjęcie.
reason-country_unreadable = Nie udało się odczytać, z jakiego kraju jest dokument. Pokaż go w całości, unikaj jasnych plam i palców i zrób nowe zdjęcie.
reason-document_partly_unreadable = Nie udało się odczytać wszystkiego w dokumencie. Zrób nowe zdjęcie każdej strony w dobrym świetle, od krawędzi do krawędzi.
reason-licence_partly_unreadable = Nie udało się odczytać wszystkiego na prawie jazdy. Połóż je na równej powierzchni, wypełnij nim zdjęcie, unikaj jasnych plam i zrób nowe zdjęcie strony z Twoją fotografią.
reason-card_unreadable = Nie udało się odczytać karty. Zrób nowe zdjęcie każdej strony w dobrym świetle.
reason-birth_date_unreadable = Nie udało się odczytać daty urodzenia. Unikaj jasnych plam i zrób nowe zdjęcie.
reason-expiry_date_unreadable = Nie udało się odczytać, do kiedy dokument jest ważny. Unikaj jasnych plam i zrób nowe zdjęcie.
reason-mrz_unreadable = Nie udało się odczytać wierszy liter i znaków < w dokumencie. Nie zasłaniaj ich palcami, unikaj jasnych plam, nie ruszaj aparatem i zrób nowe zdjęcie.
reason-contradiction = W dwóch miejscach dokumentu odczytujemy różne rzeczy. Przetrzyj go, unikaj jasnych plam i zrób nowe zdjęcie.
reason-document_kind_unknown = Nie znamy tego rodzaju dokumentu. Użyj paszportu lub dowodu osobistego.
reason-document_type_not_accepted = Ten rodzaj dokumentu nie jest tu przyjmowany. Użyj zamiast niego { $accepted }.
accepted-any = innego dokumentu
accepted-passport = paszportu
accepted-id_card = dowodu osobistego
accepted-driving_license = prawa jazdy
accepted-either = { $first } lub { $other }
reason-visa_shown = Wiza nie potwierdza, kim jesteś. Pokaż stronę paszportu z Twoim zdjęciem.
reason-other_document_than_chosen = To inny dokument niż wybrany. Wybierz jeszcze raz albo pokaż ten wybrany.
reason-specimen = To jest wzór, a nie prawdziwy dokument. Użyj własnego.
reason-document_expired = Twój dokument stracił ważność. Użyj takiego, który jest jeszcze ważny.
reason-birth_date_impossible = Data urodzenia w dokumencie nie może być poprawna. Zrób nowe zdjęcie w dobrym świetle. Jeśli znów się nie uda, użyj innego dokumentu.
reason-licence_dates_impossible = Daty na prawie jazdy nie mogą być poprawne. Zrób nowe zdjęcie w dobrym świetle. Jeśli znów się nie uda, użyj innego dokumentu.
reason-too_young = Masz za mało lat na weryfikację w tym miejscu. O inny sposób zapytaj firmę, która Cię tu skierowała.
reason-licence_other_side_missing = Potrzebujemy też drugiej strony prawa jazdy. Zrób jej zdjęcie.
reason-card_other_side_missing = Potrzebujemy też drugiej strony karty. Zrób jej zdjęcie.
reason-licence_photo_missing = Nie udało się znaleźć fotografii obok wierszy na prawie jazdy. Pokaż całą stronę, bez jasnych plam i palców, i zrób nowe zdjęcie.
reason-photo_missing = Nie udało się znaleźć Twojej fotografii w dokumencie. Pokaż stronę z fotografią, bez jasnych plam i palców, i zrób nowe zdjęcie.
reason-sides_of_different_cards = Te dwa zdjęcia chyba nie pokazują tej samej karty. Zrób jedno zdjęcie przodu i jedno zdjęcie tyłu tej samej karty.
reason-same_side_twice = Oba zdjęcia pokazują tę samą stronę. Zrób jedno zdjęcie przodu i jedno zdjęcie tyłu.
reason-page_given_as_back = Zdjęcie tyłu pokazuje stronę z fotografią i dwoma wierszami liter. Jeśli to Twój dokument, zrób jej zdjęcie jako przodu; w przeciwnym razie pokaż tył swojej karty.
reason-several_documents = Zdjęcie pokazuje więcej niż jeden dokument. Na każdym zdjęciu pokaż jedną stronę jednego dokumentu.
reason-no_face = Nie widać było Twojej twarzy. Patrz w aparat w dobrym świetle, z całą twarzą na zdjęciu, i zrób nowe selfie.
reason-several_faces = Na zdjęciu jest więcej niż jedna twarz. Zrób nowe selfie bez innych osób.
reason-faces_not_compared = Nie udało się porównać Twojej twarzy ze zdjęciem. Zrób nowe selfie w dobrym świetle.
reason-face_mismatch = Twoje selfie nie pasuje do zdjęcia w dokumencie. Patrz prosto w aparat w równym świetle, bez okularów i nakrycia głowy, i spróbuj ponownie z własnym dokumentem.
reason-selfie_copied = Zrób aparatem nowe zdjęcie swojej twarzy. Nie można użyć zdjęcia dokumentu, wydruku ani ekranu.
reason-liveness_not_confirmed = Nie udało się potwierdzić, że jesteś przed aparatem. Znajdź równe światło, trzymaj aparat nieruchomo na wysokości oczu i wykonuj każde polecenie, gdy się pojawi.
reason-challenge_too_late = To trwało dłużej, niż mogliśmy czekać. Spróbuj ponownie i wykonuj każde polecenie, gdy się pojawi.
reason-barcode_missing = Nie udało się znaleźć na prawie jazdy kodu kreskowego, który potrafimy odczytać. Zrób nowe zdjęcie tyłu w dobrym świetle albo użyj paszportu lub dowodu osobistego.
reason-card_mrz_missing = Nie udało się znaleźć wierszy liter i znaków < na karcie. Zrób nowe zdjęcie obu stron, każdej od krawędzi do krawędzi.
reason-page_mrz_missing = Nie udało się znaleźć dwóch wierszy liter i znaków < w dokumencie. Pokaż całą stronę ze zdjęciem, aż do dolnej krawędzi.
reason-picture_of_screen = Zrób zdjęcie samego dokumentu, a nie ekranu ani wydrukowanej kopii.
reason-picture_of_copy = Zrób zdjęcie samego dokumentu, a nie czarno-białej kopii.
reason-picture_edited = Wyślij zdjęcie tak, jak zrobił je aparat: nie zrzut ekranu i nie obraz zmieniony w programie.
reason-picture_saved_anew = Zrób nowe zdjęcie dokumentu i wyślij je tak, jak zrobił je aparat: to zostało ponownie zapisane w innym programie.
reason-picture_pasted = Zrób nowe zdjęcie dokumentu i wyślij je tak, jak zrobił je aparat, bez zakrywania ani dodawania czegokolwiek.
reason-not_checked = Tym razem nie udało się sprawdzić Twoich zdjęć. Spróbuj ponownie.
reason-id_number_unchecked = Numeru identyfikacyjnego nie można tu sprawdzić. Skorzystaj z innego sposobu weryfikacji.
reason-email_unchecked = Adresu e-mail nie można tu sprawdzić. Skorzystaj z innego sposobu weryfikacji.
reason-phone_unchecked = Numeru telefonu nie można tu sprawdzić. Skorzystaj z innego sposobu weryfikacji.

## The page without a script
plain-camera = Aparat lub zdjęcia dokumentu w plikach
plain-picture = Zrób zdjęcie lub wybierz plik
plain-needs-script = Do selfie ta strona musi widzieć, jak się poruszasz, a do tego potrzebuje JavaScriptu. Włącz JavaScript dla tej strony lub otwórz link na innym urządzeniu.
