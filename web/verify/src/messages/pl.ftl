### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = nadawca tego linku
sender-first = Nadawca tego linku

language = Język
page-title = { $heading } – { $operator }
header = Poufna weryfikacja: { $operator }
header-unnamed = Poufna weryfikacja
test-mode = Tryb testowy: nie pokazuj prawdziwych dokumentów
back = Wstecz
close = Zamknij
support = Pomoc
sending = Wysyłanie…
try-again = Spróbuj ponownie
loading = Chwileczkę…
return-to = Powrót: { $operator }
return = Dalej

## A developer's panel, in test mode alone
test-heading = Tryb testowy: pomiń weryfikację
test-body = Dla programistów. Sesja kończy się wybranym wynikiem, bez zdjęć. Nic nie jest sprawdzane.
test-label = Zakończ jako
test-verified = potwierdzona
test-action = Zakończ sesję
test-specimen = Albo wypróbuj naprawdę: pobierz wzór dokumentu i prześlij go jako swój.

## Told on the screen where it happened
notice-connection = Nie możemy połączyć się z serwerem. Sprawdź połączenie i spróbuj ponownie. Nic nie przepadnie.
notice-busy_server = Serwer jest teraz zajęty. Poczekaj chwilę i spróbuj ponownie. Nic nie przepadnie.
notice-file_refused = Serwer nie może użyć tego zdjęcia. Zrób je jeszcze raz albo wybierz plik JPEG lub PNG.

## Begin
begin-heading = Potwierdź, że to Ty
begin-body = { $operatorFirst } prosi Cię o potwierdzenie, kim jesteś. Zajmie to około 2 minut.
begin-needs = Co będzie potrzebne
begin-document = Dokument ze zdjęciem: paszport, dowód osobisty lub prawo jazdy
begin-camera = Aparat albo zdjęcie Twojego dokumentu
begin-privacy-heading = Twoje zdjęcia
begin-privacy = Twoje zdjęcia otrzymuje tylko { $operator } i nikt więcej. Informacja o prywatności na następnym ekranie podaje, jak długo są przechowywane.
begin-accept = Zaczynam
begin-decline = Nie teraz
paused-heading = Bez pośpiechu
paused-body = Nic nie zostało wysłane. Otwórz ten link ponownie w dogodnej chwili.
paused-accept = Zacznij teraz

## Consent
consent-heading = Twoje zdjęcie, Twój wybór
declined-heading = Nie wyrażasz zgody
declined-body = Wszystko w porządku: żadne zdjęcie nie zostanie zachowane. Zapytaj o inny sposób potwierdzenia, kim jesteś. Pomoże Ci { $operator }.
declined-change = Zmień decyzję

## Documents
choice-heading = Który dokument?
choice-body = Wybierz ten, który masz pod ręką.
front-heading =
    { $document ->
        [passport] Strona paszportu ze zdjęciem
        [id_card] Przód dowodu osobistego
        [driving_license] Przód prawa jazdy
       *[other] Przód dokumentu
    }
front-body = Połóż dokument na gładkiej, ciemnej powierzchni. Nie zasłaniaj go palcami i unikaj ostrego światła.
passport-body = Otwórz go na stronie ze zdjęciem. Dwa wiersze liter muszą być widoczne.
back-heading =
    { $document ->
        [id_card] Tył dowodu osobistego
        [driving_license] Tył prawa jazdy
       *[other] Tył dokumentu
    }
back-body = Odwróć dokument. Każdy wiersz i każdy kod musi być dobrze czytelny.
guidance-fill = Zmieść dokument w ramce
guidance-closer = Przybliż
guidance-further = Odsuń trochę
guidance-straighten = Trzymaj prosto, od góry
guidance-glare = Światło coś zasłania. Pochyl trochę
guidance-dark = Za ciemno. Znajdź więcej światła
guidance-bright = Za jasno. Odwróć się od światła
guidance-steady = Trzymaj nieruchomo
guidance-blurred = Jeszcze nieostre. Odsuń trochę
guidance-good = Dobrze. Nie ruszaj

## Selfie. Left and right are the person's own
selfie-heading = Teraz Twoja twarz
selfie-body = Porównamy Twoją twarz ze zdjęciem w dokumencie. Stań twarzą do światła, zdejmij nakrycie głowy i ciemne okulary.
face-none = Umieść twarz w owalu
face-several = Tylko jedna twarz, prosimy
face-closer = Przybliż się
face-further = Odsuń się trochę
face-centre = Przesuń się na środek owalu
face-dark = Za ciemno. Znajdź więcej światła
face-steady = Nie ruszaj się
face-good = Dobrze. Nie ruszaj się
face-start = Dobrze. W dogodnej chwili naciśnij „Rozpocznij”
selfie-guidance = Umieść twarz w owalu i patrz przed siebie
selfie-challenge = Najpierw patrz przed siebie, potem wykonaj pięć krótkich poleceń. Zajmie to około 10 sekund i pokaże, że naprawdę tu jesteś.
selfie-cannot-turn = Nie mogę obrócić głowy
selfie-ask-for = Nie możesz obrócić głowy? Zapytaj o inny sposób. Pomoże Ci { $operator }.
selfie-start = Rozpocznij
selfie-ready = Umieść twarz w owalu, a potem rozpocznij
selfie-done = Gotowe, dziękujemy
step-look_straight = Patrz prosto przed siebie
step-turn_left = Obróć głowę w lewo
step-turn_right = Obróć głowę w prawo
step-come_closer = Przybliż się
step-move_away = Odsuń się trochę

## Camera and files
capture-open = Otwórz aparat
capture-upload = Prześlij zdjęcie
capture-upload-instead = Prześlij zdjęcie z pliku
capture-shutter = Zrób zdjęcie
capture-torch-on = Włącz światło
capture-torch-off = Wyłącz światło
capture-starting = Otwieranie aparatu…
capture-only-camera = Ta weryfikacja wymaga zdjęcia prosto z aparatu, więc nie można użyć pliku.
capture-hint = Możesz też nacisnąć przycisk.
capture-taken = Zdjęcie zrobione
capture-unreadable = Nie możemy otworzyć tego pliku. Wybierz zdjęcie JPEG, PNG lub WebP.
capture-unreadable-heic = Ta przeglądarka nie otwiera zdjęć HEIC. Zapisz zdjęcie jako JPEG albo zrób je tutaj aparatem.
camera-refused = Aparat jest zablokowany dla tej strony. Zezwól na niego w ustawieniach przeglądarki dla tej strony i otwórz go ponownie.
camera-missing = Nie możemy znaleźć aparatu. Podłącz go albo otwórz ten link na telefonie.
camera-busy = Aparat nie odpowiada. Zamknij inne aplikacje, które go używają, i otwórz go ponownie.
camera-insecure = Przeglądarka nie udostępnia aparatu stronie bez https. Poproś o link z https.
review-document-heading = Da się przeczytać?
review-document-body = Sprawdź, czy każda litera jest ostra i czy nic nie jest ucięte.
review-face-heading = Czy twarz jest wyraźna?
review-face-body = Sprawdź, czy widać całą twarz, ostro i w dobrym świetle.
review-picture = Zrobione zdjęcie
review-use = Użyj
review-again = Jeszcze raz
upload-waiting = Brak połączenia. Twoje zdjęcie jest zachowane i zostanie wysłane, gdy połączenie wróci.

## ID number
number-heading = Twój numer identyfikacyjny
number-body = { $operatorFirst } prosi o te dane, aby sprawdzić, kim jesteś. Są przechowywane w postaci zaszyfrowanej.
number-country = Kraj
number-us-label = Ostatnie 4 cyfry numeru Social Security (USA)
number-us-hint = Cztery cyfry, na przykład 1234
number-br-label = Twój numer CPF
number-br-hint = Jedenaście cyfr, na przykład 123.456.789-09
number-sg-label = Twój numer NRIC lub FIN
number-sg-hint = Litera, siedem cyfr i litera, na przykład S1234567D
number-show = Pokaż
number-hide = Ukryj
number-send = Dalej
details-heading = Twoje dane
details-first-name = Imię, jak w dokumencie
details-last-name = Nazwisko, jak w dokumencie
details-birth-date = Data urodzenia
details-missing = Najpierw wypełnij wszystkie pola.

## Checking and the end
checking-heading = Sprawdzamy…
checking-body = Około 10 sekund.
checking-slow = To trwa dłużej niż zwykle. Możesz zamknąć tę stronę i wrócić przez ten sam link.
checking-unreachable = W tej chwili nie możemy połączyć się z serwerem. Wciąż próbujemy.
checking-sent = Zdjęcia odebrane
checking-reading = Odczyt i porównanie
checking-deciding = Wynik
verified-heading = Twoja tożsamość jest potwierdzona
verified-body = { $operatorFirst } już o tym wie. To wszystko.
verified-close = Możesz zamknąć tę stronę.
received-heading = Mamy Twoje zdjęcia
received-body = { $operatorFirst } poinformuje Cię o wyniku.
retry-heading = Jeszcze jedna rzecz
retry-body = Czegoś nie udało się odczytać. Spróbuj ponownie.
unconfirmed-heading = Nie udało się tego potwierdzić
unconfirmed-body = { $operatorFirst } zdecyduje, co dalej. Zapytaj tam o inny sposób.
canceled-heading = Ta weryfikacja została odwołana
canceled-body = Nic więcej nie musisz robić. { $operatorFirst } może podać Ci powód.
used-heading = Ten link był już użyty
used-body = Otwiera się tylko w przeglądarce, w której użyto go po raz pierwszy. Wróć tam albo poproś o nowy link. Wyśle go { $operator }.
expired-heading = Ten link jest za stary
expired-body = Poproś o nowy. Wyśle go { $operator }.
unknown-heading = Ten link nie działa
unknown-body = Może brakować jego części. Otwórz go ponownie z otrzymanej wiadomości.
unsupported-heading = Tutaj to niemożliwe
unsupported-body = Ta weryfikacja wymaga czegoś, czego ta strona jeszcze nie potrafi. Daj o tym znać. Pomoże Ci { $operator }.
offline-heading = Nie możemy połączyć się z serwerem
offline-body = Sprawdź połączenie i spróbuj ponownie. Nic nie przepadnie.

## Hand-over: the person goes on with a phone
handover-offer = Użyj telefonu
handover-heading = Przejdź na telefon
handover-body = Skieruj aparat telefonu na ten kod i otwórz link. Zostaw tę stronę otwartą.
handover-picture = Kod z linkiem na Twój telefon
handover-link = Albo wyślij ten link na swój telefon:
handover-copy = Kopiuj link
handover-copied = Skopiowano
handover-waiting = Czekamy na Twój telefon…
handover-connected = Twój telefon jest połączony. Kontynuuj na nim.
handover-here = Kontynuuj jednak tutaj
