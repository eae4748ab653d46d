### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = der Absender dieses Links
sender-first = Der Absender dieses Links

language = Sprache
page-title = { $heading } – { $operator }
header = Vertrauliche Prüfung von { $operator }
header-unnamed = Vertrauliche Prüfung
test-mode = Testmodus: keine echten Dokumente zeigen
back = Zurück
close = Schließen
support = Hilfe
sending = Wird gesendet …
try-again = Erneut versuchen
loading = Einen Moment …
return-to = Zurück zu { $operator }
return = Weiter

## A developer's panel, in test mode alone
test-heading = Testmodus: Prüfung überspringen
test-body = Für Entwickler. Die Sitzung endet, wie Sie es wählen, ohne Bilder. Es wird nichts geprüft.
test-label = Beenden als
test-verified = bestätigt
test-action = Sitzung beenden
test-specimen = Oder probieren Sie es wirklich: Laden Sie ein Muster herunter und laden Sie es als Ihr Dokument hoch.

## Told on the screen where it happened
notice-connection = Wir erreichen den Server nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal. Es geht nichts verloren.
notice-busy_server = Auf dem Server ist gerade viel los. Warten Sie kurz und versuchen Sie es dann noch einmal. Es geht nichts verloren.
notice-file_refused = Der Server kann dieses Bild nicht verwenden. Nehmen Sie es neu auf oder wählen Sie eine JPEG- oder PNG-Datei.

## Begin
begin-heading = Zeigen Sie kurz, wer Sie sind
begin-body = { $operatorFirst } bittet Sie zu zeigen, wer Sie sind. Das dauert etwa 2 Minuten.
begin-needs = Das brauchen Sie
begin-document = Einen Ausweis mit Foto: Reisepass, Personalausweis oder Führerschein
begin-camera = Eine Kamera oder ein Foto Ihres Ausweises
begin-privacy-heading = Ihre Bilder
begin-privacy = Ihre Bilder bekommt nur { $operator } und sonst niemand. Wie lange sie aufbewahrt werden, steht im Datenschutzhinweis auf der nächsten Seite.
begin-accept = Los geht’s
begin-decline = Nicht jetzt
paused-heading = Kein Problem
paused-body = Es wurde nichts gesendet. Öffnen Sie diesen Link wieder, wenn Sie so weit sind.
paused-accept = Jetzt beginnen

## Consent
consent-heading = Ihr Bild, Ihre Entscheidung
declined-heading = Sie haben Nein gesagt
declined-body = Das ist in Ordnung: Es wird kein Bild aufbewahrt. Fragen Sie nach einem anderen Weg, um zu zeigen, wer Sie sind: { $operator } hilft Ihnen weiter.
declined-change = Anders entscheiden

## Documents
choice-heading = Welches Dokument?
choice-body = Wählen Sie das, das Sie gerade dabeihaben.
front-heading =
    { $document ->
        [passport] Fotoseite Ihres Reisepasses
        [id_card] Vorderseite Ihres Personalausweises
        [driving_license] Vorderseite Ihres Führerscheins
       *[other] Vorderseite Ihres Dokuments
    }
front-body = Legen Sie das Dokument auf eine einfarbige, dunkle Fläche. Halten Sie Finger und helles Licht fern.
passport-body = Schlagen Sie die Seite mit Ihrem Foto auf. Die beiden Zeilen mit Buchstaben müssen zu sehen sein.
back-heading =
    { $document ->
        [id_card] Rückseite Ihres Personalausweises
        [driving_license] Rückseite Ihres Führerscheins
       *[other] Rückseite Ihres Dokuments
    }
back-body = Drehen Sie das Dokument um. Jede Zeile und jeder Code muss gut lesbar sein.
guidance-fill = Dokument in den Rahmen einpassen
guidance-closer = Näher herangehen
guidance-further = Etwas weiter weggehen
guidance-straighten = Gerade von oben aufnehmen
guidance-glare = Licht verdeckt etwas. Ein wenig kippen
guidance-dark = Zu dunkel. Mehr Licht, bitte
guidance-bright = Zu hell. Vom Licht wegdrehen
guidance-steady = Ruhig halten
guidance-blurred = Noch nicht scharf. Etwas weiter weg
guidance-good = Gut. So halten

## Selfie. Left and right are the person's own
selfie-heading = Jetzt Ihr Gesicht
selfie-body = Wir vergleichen Ihr Gesicht mit dem Foto auf Ihrem Dokument. Schauen Sie zum Licht und nehmen Sie Hut und dunkle Brille ab.
face-none = Gesicht ins Oval halten
face-several = Bitte nur ein Gesicht
face-closer = Näher herankommen
face-further = Etwas zurückgehen
face-centre = In die Mitte des Ovals rücken
face-dark = Zu dunkel. Mehr Licht, bitte
face-steady = Stillhalten
face-good = Gut. So bleiben
face-start = Gut. Tippen Sie auf „Starten“, wenn Sie so weit sind
selfie-guidance = Gesicht ins Oval halten und geradeaus schauen
selfie-challenge = Zuerst schauen Sie geradeaus, dann folgen Sie fünf kurzen Anweisungen. Das dauert etwa 10 Sekunden und zeigt, dass Sie wirklich da sind.
selfie-cannot-turn = Ich kann den Kopf nicht drehen
selfie-ask-for = Sie können den Kopf nicht drehen? Fragen Sie nach einem anderen Weg: { $operator } hilft Ihnen weiter.
selfie-start = Starten
selfie-ready = Gesicht ins Oval halten, dann starten
selfie-done = Fertig, vielen Dank
step-look_straight = Schauen Sie geradeaus
step-turn_left = Drehen Sie den Kopf nach links
step-turn_right = Drehen Sie den Kopf nach rechts
step-come_closer = Kommen Sie näher
step-move_away = Gehen Sie etwas zurück

## Camera and files
capture-open = Kamera öffnen
capture-upload = Bild hochladen
capture-upload-instead = Stattdessen ein Bild hochladen
capture-shutter = Bild aufnehmen
capture-torch-on = Licht an
capture-torch-off = Licht aus
capture-starting = Kamera wird geöffnet …
capture-only-camera = Diese Prüfung braucht ein Bild direkt aus der Kamera. Dateien gehen hier nicht.
capture-hint = Sie können auch auf den Knopf drücken.
capture-taken = Bild aufgenommen
capture-unreadable = Wir können diese Datei nicht öffnen. Wählen Sie ein Bild als JPEG, PNG oder WebP.
capture-unreadable-heic = Dieser Browser kann keine HEIC-Fotos öffnen. Speichern Sie das Foto als JPEG oder nehmen Sie es hier mit der Kamera auf.
camera-refused = Die Kamera ist für diese Seite gesperrt. Erlauben Sie sie in den Einstellungen des Browsers für diese Seite und öffnen Sie sie dann noch einmal.
camera-missing = Wir finden keine Kamera. Schließen Sie eine an oder öffnen Sie diesen Link auf Ihrem Handy.
camera-busy = Die Kamera antwortet nicht. Schließen Sie andere Apps, die sie benutzen, und öffnen Sie sie dann noch einmal.
camera-insecure = Ohne https gibt der Browser die Kamera nicht frei. Bitten Sie um einen Link mit https.
review-document-heading = Gut lesbar?
review-document-body = Prüfen Sie, ob jeder Buchstabe scharf ist und nichts fehlt.
review-face-heading = Ist Ihr Gesicht gut zu sehen?
review-face-body = Prüfen Sie, ob Ihr ganzes Gesicht zu sehen ist, scharf und gut beleuchtet.
review-picture = Das Bild, das Sie aufgenommen haben
review-use = Verwenden
review-again = Noch einmal
upload-waiting = Die Verbindung ist weg. Ihr Bild bleibt erhalten und wird gesendet, sobald Sie wieder online sind.

## ID number
number-heading = Ihre Identifikationsnummer
number-body = { $operatorFirst } fragt danach, um zu prüfen, wer Sie sind. Ihre Angaben werden verschlüsselt gespeichert.
number-country = Land
number-us-label = Letzte 4 Ziffern Ihrer Sozialversicherungsnummer (USA)
number-us-hint = Vier Ziffern, zum Beispiel 1234
number-br-label = Ihre CPF-Nummer
number-br-hint = Elf Ziffern, zum Beispiel 123.456.789-09
number-sg-label = Ihre NRIC oder FIN
number-sg-hint = Ein Buchstabe, sieben Ziffern und ein Buchstabe, zum Beispiel S1234567D
number-show = Anzeigen
number-hide = Verbergen
number-send = Weiter
details-heading = Ihre Angaben
details-first-name = Vorname, wie auf Ihrem Ausweis
details-last-name = Nachname, wie auf Ihrem Ausweis
details-birth-date = Geburtsdatum
details-missing = Füllen Sie zuerst alle Felder aus.

## Checking and the end
checking-heading = Wird geprüft …
checking-body = Etwa 10 Sekunden.
checking-slow = Das dauert länger als sonst. Sie können diese Seite schließen und mit demselben Link wiederkommen.
checking-unreachable = Wir erreichen den Server gerade nicht. Wir versuchen es weiter.
checking-sent = Bilder erhalten
checking-reading = Lesen und vergleichen
checking-deciding = Ergebnis
verified-heading = Ihre Identität ist bestätigt
verified-body = { $operatorFirst } weiß jetzt Bescheid. Sie müssen nichts mehr tun.
verified-close = Sie können diese Seite schließen.
received-heading = Wir haben Ihre Bilder
received-body = { $operatorFirst } teilt Ihnen das Ergebnis mit.
retry-heading = Noch eine Sache
retry-body = Etwas war nicht lesbar. Bitte versuchen Sie es noch einmal.
unconfirmed-heading = Das ließ sich nicht bestätigen
unconfirmed-body = { $operatorFirst } entscheidet, wie es weitergeht. Fragen Sie dort nach einem anderen Weg.
canceled-heading = Diese Prüfung wurde abgebrochen
canceled-body = Sie müssen nichts mehr tun. { $operatorFirst } kann Ihnen den Grund nennen.
used-heading = Dieser Link wurde schon benutzt
used-body = Er öffnet sich nur in dem Browser, der ihn zuerst benutzt hat. Gehen Sie dorthin zurück oder bitten Sie um einen neuen Link: { $operator } kann ihn schicken.
expired-heading = Dieser Link ist zu alt
expired-body = Bitten Sie um einen neuen: { $operator } kann ihn schicken.
unknown-heading = Dieser Link funktioniert nicht
unknown-body = Vielleicht fehlt ein Teil. Öffnen Sie ihn noch einmal aus der Nachricht, die Sie bekommen haben.
unsupported-heading = Hier nicht möglich
unsupported-body = Diese Prüfung verlangt etwas, das diese Seite noch nicht kann. Bitte sagen Sie Bescheid, damit { $operator } davon weiß.
offline-heading = Wir erreichen den Server nicht
offline-body = Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal. Es geht nichts verloren.

## Hand-over: the person goes on with a phone
handover-offer = Lieber das Handy benutzen
handover-heading = Benutzen Sie Ihr Handy
handover-body = Halten Sie die Kamera Ihres Handys auf diesen Code und öffnen Sie den Link. Lassen Sie diese Seite offen.
handover-picture = Code mit einem Link für Ihr Handy
handover-link = Oder senden Sie diesen Link an Ihr Handy:
handover-copy = Link kopieren
handover-copied = Kopiert
handover-waiting = Warten auf Ihr Handy …
handover-connected = Ihr Handy ist verbunden. Machen Sie dort weiter.
handover-here = Doch hier weitermachen
