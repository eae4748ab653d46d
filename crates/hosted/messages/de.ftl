### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = der Absender dieses Links
sender-first = Der Absender dieses Links

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } muss prüfen, wer Sie sind
consent-test = Dies ist ein Test. Zeigen Sie keine echten Dokumente.
consent-purpose-face = { $operatorFirst } prüft mit Bildern Ihres Ausweises und Ihres Gesichts, wer Sie sind. Wenn Sie zustimmen, werden aus Ihren Bildern Gesichtsvorlagen erstellt, also biometrische Daten, um Ihr Gesicht mit dem Foto auf Ihrem Ausweis zu vergleichen.
consent-purpose = { $operatorFirst } prüft mit Bildern Ihres Ausweises, wer Sie sind. Wenn Sie zustimmen, wird aus dem Foto darauf eine Gesichtsvorlage erstellt, also biometrische Daten, um den Ausweis zu prüfen.
consent-free = Es steht Ihnen frei, Nein zu sagen. Was Sie gesendet haben, wird dann gelöscht, und Sie können nach einem anderen Weg fragen.
consent-time = Etwa 2 Minuten
consent-accept = Ich stimme zu
consent-decline = Ich stimme nicht zu
consent-scroll = Zum Fortfahren nach unten scrollen
consent-document = Sie nehmen ein Bild eines <a href="stripe_bottomsheet://open/consent_photo_id">Ausweises mit Foto</a> auf.
consent-selfie = Sie machen ein Selfie, und wir <a href="stripe_bottomsheet://open/consent_identity">vergleichen die beiden</a>.
consent-film = Während Sie den Anweisungen für das Selfie folgen, nimmt die Kamera eine Reihe von Bildern auf.
consent-only = Nur { $operator } sieht Ihre Bilder und das Ergebnis.
privacy-link = Wie lange Daten aufbewahrt werden, sagt { $operator } im <a href="{ $address }">Datenschutzhinweis</a>.
privacy-ask = Fragen Sie, wie lange Daten aufbewahrt werden, und bitten Sie um die Löschung. Zuständig ist { $operator }.
sheet-document-title = Was Sie verwenden können
sheet-document-line = Einen Ausweis mit Foto, der noch gültig ist
sheet-document-body = Reisepass, Personalausweis oder Führerschein. Keine Kopien und keine Bilder von Bildschirmen.
sheet-identity-title = So läuft die Prüfung ab
sheet-identity-face = Ihr Gesicht und Ihr Ausweis
sheet-identity-face-body = Wir vermessen Ihr Gesicht im Selfie und auf dem Foto Ihres Ausweises und vergleichen die beiden Messungen. Sie werden für nichts anderes verwendet.
sheet-identity-server = Auf eigenen Servern des Absenders
sheet-identity-server-body = { $operatorFirst } macht das selbst. Es gehen keine Bilder an andere.

## Screens of the mobile SDKs (HTML)
select-title = Halten Sie Ihren Ausweis bereit
select-button = Weiter
document-passport = Reisepass
document-id_card = Personalausweis
document-driving_license = Führerschein
training-consent = { $operatorFirst } darf meine Bilder verwenden, um die eigenen Prüfungen zu verbessern. Sie können das weglassen.
country-BR = Brasilien
country-SG = Singapur
country-US = Vereinigte Staaten
individual-title = Ihre Angaben
individual-button = Senden
individual-missing = Mein Land fehlt
individual-welcome-title = Zeigen Sie kurz, wer Sie sind
individual-welcome-body = { $operatorFirst } bittet um einige Angaben zu Ihrer Person.
individual-welcome-time = Etwa 1 Minute
individual-welcome-button = Los geht’s
individual-welcome-line = Sie geben Ihren Namen, Ihr Geburtsdatum und Ihre Identifikationsnummer ein.
country-not-listed-title = Das können wir noch nicht prüfen
country-not-listed-body = Ihr Land wird nicht unterstützt. Fragen Sie nach einem anderen Weg: { $operator } hilft Ihnen weiter.
country-not-listed-cancel = Hier aufhören
country-not-listed-id = Ich habe einen Ausweis aus einem anderen Land
country-not-listed-address = Ich habe eine Adresse in einem anderen Land
success-title = Wir haben Ihre Bilder
success-body = Vielen Dank. { $operatorFirst } teilt Ihnen das Ergebnis mit.
success-button = Fertig

## What is wrong with what was just handed in
problem-again = Erneut versuchen
problem-back = Zurückgehen
problem-anyway = Dieses Bild trotzdem verwenden
problem-declined-title = Sie haben Nein gesagt
problem-declined-body = Das ist in Ordnung: Was Sie gesendet haben, wird gelöscht. Fragen Sie nach einem anderen Weg, um zu zeigen, wer Sie sind, oder gehen Sie zurück und stimmen Sie zu.
problem-unreadable-title = Wir können dieses Bild nicht öffnen
problem-unreadable-body = Nehmen Sie es mit der Kamera neu auf oder wählen Sie eine JPEG-, PNG- oder WebP-Datei.
problem-challenge-title = Das hat zu lange gedauert
problem-challenge-body = Zu Ihrer Sicherheit sind die Anweisungen jedes Mal neu. Beginnen Sie noch einmal und folgen Sie jeder Anweisung, sobald sie erscheint.
problem-name-title = Ihr Name ist nicht vollständig
problem-name-body = Geben Sie Vor- und Nachnamen so ein, wie sie auf Ihrem Ausweis stehen.
problem-dob-title = Dieses Datum kann nicht stimmen
problem-dob-body = Prüfen Sie Tag, Monat und Jahr Ihrer Geburt und versuchen Sie es noch einmal.
problem-number-title = Diese Nummer kann nicht stimmen
problem-number-body = Prüfen Sie das Land und jede Ziffer und versuchen Sie es noch einmal.

## Advice about a picture before anything is submitted
advice-no_document-title = Wir sehen kein Dokument
advice-no_document-body = Legen Sie Ihr Dokument auf eine dunkle, ebene Fläche, füllen Sie das Bild damit aus und versuchen Sie es noch einmal.
advice-dark-title = Das Bild ist zu dunkel
advice-dark-body = Machen Sie Licht an oder gehen Sie ans Fenster und versuchen Sie es noch einmal.
advice-glare-title = Licht verdeckt einen Teil des Dokuments
advice-glare-body = Kippen Sie das Dokument ein wenig, bis die hellen Flecken weg sind, und versuchen Sie es noch einmal.
advice-blurry-title = Das Bild ist unscharf
advice-blurry-body = Halten Sie bei gutem Licht still, bis die Kamera scharf gestellt hat, und versuchen Sie es noch einmal.
advice-too_small-title = Das Bild ist zu klein
advice-too_small-body = Verwenden Sie das volle Bild der Kamera, keine Vorschau und keinen Ausschnitt, und versuchen Sie es noch einmal.
advice-cut_off-title = Das Dokument ragt aus dem Bild
advice-cut_off-body = Gehen Sie etwas weiter weg, bis alle vier Ecken im Bild sind, und versuchen Sie es noch einmal.
advice-saved_anew-title = Ein anderes Programm hat das Bild gespeichert
advice-saved_anew-body = Nehmen Sie ein neues Bild auf oder wählen Sie das, das Ihre Kamera gespeichert hat.
advice-several_documents-title = Wir sehen mehr als ein Dokument
advice-several_documents-body = Zeigen Sie eine Seite eines Dokuments, legen Sie alles andere beiseite und versuchen Sie es noch einmal.
advice-back_for_front-title = Das ist die Rückseite
advice-back_for_front-body = Drehen Sie die Karte auf die Seite mit Ihrem Foto und versuchen Sie es noch einmal.
advice-front_for_back-title = Das ist die Vorderseite
advice-front_for_back-body = Drehen Sie die Karte auf die Seite ohne das große Foto und versuchen Sie es noch einmal.
advice-mrz_not_visible-title = Die unteren Zeilen fehlen
advice-mrz_not_visible-body = Zeigen Sie die ganze Seite mit Ihrem Foto, bis hinunter zu den beiden Zeilen mit Buchstaben und < Zeichen, und versuchen Sie es noch einmal.
advice-no_face-title = Wir sehen Ihr Gesicht nicht
advice-no_face-body = Schauen Sie direkt in die Kamera, mit dem ganzen Gesicht im Bild, und versuchen Sie es noch einmal.
advice-several_faces-title = Wir sehen mehrere Gesichter
advice-several_faces-body = Achten Sie darauf, dass nur Sie im Bild sind, und versuchen Sie es noch einmal.
advice-face_far_away-title = Ihr Gesicht ist zu weit weg
advice-face_far_away-body = Kommen Sie näher, bis Ihr Gesicht das Bild fast ausfüllt, und versuchen Sie es noch einmal.
advice-face_turned-title = Ihr Kopf ist zur Seite gedreht
advice-face_turned-body = Schauen Sie direkt in die Kamera und versuchen Sie es noch einmal.
advice-face_burnt_out-title = Licht verdeckt einen Teil Ihres Gesichts
advice-face_burnt_out-body = Drehen Sie sich von der Lampe oder der Sonne weg, bis Ihr Gesicht gleichmäßig beleuchtet ist, und versuchen Sie es noch einmal.

## How a submission ended, by what was not verified
outcome-verified-title = Ihre Identität ist bestätigt
outcome-verified-body = Sie müssen nichts mehr tun.
outcome-document_expired = Ihr Dokument ist abgelaufen
outcome-document_type_not_supported = Dieses Dokument können wir nicht verwenden
outcome-country_not_supported = Dieses Land wird nicht unterstützt
outcome-device_not_supported = Dieses Gerät können wir nicht verwenden
outcome-document_unverified_other = Ihr Dokument ließ sich nicht prüfen
outcome-selfie_document_missing_photo = Wir haben das Foto nicht gefunden
outcome-faces = Die Gesichter ließen sich nicht vergleichen
outcome-number = Die Nummer ließ sich nicht prüfen
outcome-email = Ihre E-Mail-Adresse ließ sich nicht prüfen
outcome-phone = Ihre Telefonnummer ließ sich nicht prüfen
outcome-under_supported_age = Sie sind dafür noch zu jung
outcome-not-finished = Die Prüfung wurde nicht beendet

## Why it was not verified, and what to do
reason-consent_declined = Die Person hat der Verwendung ihrer Bilder nicht zugestimmt.
reason-predefined_failure = Dies ist ein vorgegebener Fehler des Testmodus. Versuchen Sie es noch einmal.
reason-abandoned = Die Prüfung wurde begonnen und nicht beendet. Bitte beginnen Sie noch einmal.
reason-document_unreadable = Wir konnten Ihr Dokument nicht lesen. Nehmen Sie bei gutem Licht ein neues Bild auf.
reason-document_unreadable_to_the_edges = Wir konnten Ihr Dokument nicht lesen. Nehmen Sie bei gutem Licht ein neues Bild auf, von Rand zu Rand.
reason-document_not_recognised = Wir konnten Ihr Dokument nicht lesen. Legen Sie es auf eine dunkle, ebene Fläche, halten Sie die Kamera bei gutem Licht gerade darüber und nehmen Sie ein neues Bild auf.
reason-printed_part_unreadable = Wir konnten den gedruckten Teil Ihres Dokuments nicht lesen. Halten Sie die Kamera näher, vermeiden Sie helle Flecken und nehmen Sie ein neues Bild auf.
reason-number_unreadable = Wir konnten die gedruckte Nummer Ihres Dokuments nicht lesen. Halten Sie die Kamera näher, vermeiden Sie helle Flecken und Finger und nehmen Sie ein neues Bild auf.
reason-surname_unreadable = Wir konnten den gedruckten Nachnamen auf Ihrem Dokument nicht lesen. Halten Sie die Kamera näher, vermeiden Sie helle Flecken und Finger und nehmen Sie ein neues Bild auf.
reason-given_names_unreadable = Wir konnten die gedruckten Vornamen auf Ihrem Dokument nicht lesen. Halten Sie die Kamera näher, vermeiden Sie helle Flecken und Finger und nehmen Sie ein neues Bild auf.
reason-country_unreadable = Wir konnten nicht lesen, aus welchem Land Ihr Dokument ist. Zeigen Sie es ganz, vermeiden Sie helle Flecken und Finger und nehmen Sie ein neues Bild auf.
reason-document_partly_unreadable = Wir konnten nicht alles auf Ihrem Dokument lesen. Nehmen Sie bei gutem Licht ein neues Bild von jeder Seite auf, von Rand zu Rand.
reason-licence_partly_unreadable = Wir konnten nicht alles auf Ihrem Führerschein lesen. Legen Sie ihn auf eine ebene Fläche, füllen Sie das Bild damit aus, vermeiden Sie helle Flecken und nehmen Sie ein neues Bild von der Seite mit Ihrem Foto auf.
reason-card_unreadable = Wir konnten Ihre Karte nicht lesen. Nehmen Sie bei gutem Licht ein neues Bild von jeder Seite auf.
reason-birth_date_unreadable = Wir konnten Ihr Geburtsdatum nicht lesen. Vermeiden Sie helle Flecken und nehmen Sie ein neues Bild auf.
reason-expiry_date_unreadable = Wir konnten nicht lesen, bis wann Ihr Dokument gültig ist. Vermeiden Sie helle Flecken und nehmen Sie ein neues Bild auf.
reason-mrz_unreadable = Wir konnten die Zeilen mit Buchstaben und < Zeichen auf Ihrem Dokument nicht lesen. Halten Sie sie frei von hellen Flecken und Fingern, halten Sie still und nehmen Sie ein neues Bild auf.
reason-contradiction = Zwei Stellen auf Ihrem Dokument lesen sich für uns verschieden. Wischen Sie es sauber, vermeiden Sie helle Flecken und nehmen Sie ein neues Bild auf.
reason-document_kind_unknown = Diese Art von Dokument kennen wir nicht. Verwenden Sie einen Reisepass oder einen Personalausweis.
reason-document_type_not_accepted = Diese Art von Dokument wird hier nicht angenommen. Verwenden Sie stattdessen { $accepted }.
accepted-any = ein anderes Dokument
accepted-passport = einen Reisepass
accepted-id_card = einen Personalausweis
accepted-driving_license = einen Führerschein
accepted-either = { $first } oder { $other }
reason-visa_shown = Ein Visum belegt nicht, wer Sie sind. Zeigen Sie die Seite Ihres Reisepasses mit Ihrem Foto.
reason-other_document_than_chosen = Das ist ein anderes Dokument, als Sie gewählt haben. Wählen Sie neu oder zeigen Sie das gewählte.
reason-specimen = Das ist ein Muster, kein echtes Dokument. Verwenden Sie Ihr eigenes.
reason-document_expired = Ihr Dokument ist abgelaufen. Verwenden Sie eines, das noch gültig ist.
reason-birth_date_impossible = Das Geburtsdatum auf Ihrem Dokument kann nicht stimmen. Nehmen Sie bei gutem Licht ein neues Bild auf. Wenn es wieder nicht klappt, verwenden Sie ein anderes Dokument.
reason-licence_dates_impossible = Die Datumsangaben auf Ihrem Führerschein können nicht stimmen. Nehmen Sie bei gutem Licht ein neues Bild auf. Wenn es wieder nicht klappt, verwenden Sie ein anderes Dokument.
reason-too_young = Für eine Prüfung hier sind Sie noch zu jung. Fragen Sie die Firma, die Sie hierher geschickt hat, nach einem anderen Weg.
reason-licence_other_side_missing = Wir brauchen auch die andere Seite Ihres Führerscheins. Nehmen Sie ein Bild davon auf.
reason-card_other_side_missing = Wir brauchen auch die andere Seite Ihrer Karte. Nehmen Sie ein Bild davon auf.
reason-licence_photo_missing = Wir konnten das Foto neben den Zeilen Ihres Führerscheins nicht finden. Zeigen Sie die ganze Seite, frei von hellen Flecken und Fingern, und nehmen Sie ein neues Bild auf.
reason-photo_missing = Wir konnten Ihr Foto auf dem Dokument nicht finden. Zeigen Sie die Seite mit dem Foto, frei von hellen Flecken und Fingern, und nehmen Sie ein neues Bild auf.
reason-sides_of_different_cards = Die beiden Bilder zeigen anscheinend nicht dieselbe Karte. Nehmen Sie ein Bild von der Vorderseite und eines von der Rückseite derselben Karte auf.
reason-same_side_twice = Beide Bilder zeigen dieselbe Seite. Nehmen Sie eines von der Vorderseite und eines von der Rückseite auf.
reason-page_given_as_back = Das Bild der Rückseite zeigt eine Seite mit einem Foto und zwei Zeilen aus Buchstaben. Wenn das Ihr Dokument ist, nehmen Sie es als Vorderseite auf; sonst zeigen Sie die Rückseite Ihrer Karte.
reason-several_documents = Das Bild zeigt mehr als ein Dokument. Zeigen Sie in jedem Bild nur eine Seite eines Dokuments.
reason-no_face = Wir konnten Ihr Gesicht nicht sehen. Schauen Sie bei gutem Licht in die Kamera, mit dem ganzen Gesicht im Bild, und machen Sie ein neues Selfie.
reason-several_faces = Im Bild ist mehr als ein Gesicht. Machen Sie allein ein neues Selfie.
reason-faces_not_compared = Wir konnten Ihr Gesicht nicht mit dem Foto vergleichen. Machen Sie bei gutem Licht ein neues Selfie.
reason-face_mismatch = Ihr Selfie passt nicht zum Foto auf Ihrem Dokument. Schauen Sie bei gleichmäßigem Licht direkt in die Kamera, ohne Brille oder Hut, und versuchen Sie es noch einmal mit Ihrem eigenen Dokument.
reason-selfie_copied = Nehmen Sie mit der Kamera ein neues Bild Ihres Gesichts auf. Ein Bild vom Dokument, von einem Ausdruck oder von einem Bildschirm geht hier nicht.
reason-liveness_not_confirmed = Wir konnten nicht bestätigen, dass Sie vor der Kamera sind. Sorgen Sie für gleichmäßiges Licht, halten Sie die Kamera ruhig auf Augenhöhe und folgen Sie jeder Anweisung, sobald sie erscheint.
reason-challenge_too_late = Das hat länger gedauert, als wir warten konnten. Versuchen Sie es noch einmal und folgen Sie jeder Anweisung, sobald sie erscheint.
reason-barcode_missing = Wir konnten auf Ihrem Führerschein keinen Strichcode finden, den wir lesen können. Nehmen Sie bei gutem Licht ein neues Bild der Rückseite auf oder verwenden Sie einen Reisepass oder einen Personalausweis.
reason-card_mrz_missing = Wir konnten die Zeilen mit Buchstaben und < Zeichen auf Ihrer Karte nicht finden. Nehmen Sie ein neues Bild von beiden Seiten auf, jeweils von Rand zu Rand.
reason-page_mrz_missing = Wir konnten die beiden Zeilen mit Buchstaben und < Zeichen nicht finden. Zeigen Sie die ganze Seite mit Ihrem Foto, bis zum unteren Rand.
reason-picture_of_screen = Nehmen Sie ein Bild vom Dokument selbst auf, nicht von einem Bildschirm oder einer gedruckten Kopie.
reason-picture_of_copy = Nehmen Sie ein Bild vom Dokument selbst auf, nicht von einer Kopie in Schwarz-Weiß.
reason-picture_edited = Senden Sie das Bild so, wie Ihre Kamera es aufgenommen hat: keinen Screenshot und nichts, was mit einem Programm verändert wurde.
reason-picture_saved_anew = Nehmen Sie ein neues Bild vom Dokument auf und senden Sie es so, wie Ihre Kamera es aufgenommen hat: Dieses wurde von einem anderen Programm neu gespeichert.
reason-picture_pasted = Nehmen Sie ein neues Bild vom Dokument auf und senden Sie es so, wie Ihre Kamera es aufgenommen hat. Nichts darf verdeckt oder hinzugefügt sein.
reason-not_checked = Ihre Bilder konnten diesmal nicht geprüft werden. Bitte versuchen Sie es noch einmal.
reason-id_number_unchecked = Die Identifikationsnummer kann hier nicht geprüft werden. Bitte wählen Sie einen anderen Weg.
reason-email_unchecked = Die E-Mail-Adresse kann hier nicht geprüft werden. Bitte wählen Sie einen anderen Weg.
reason-phone_unchecked = Die Telefonnummer kann hier nicht geprüft werden. Bitte wählen Sie einen anderen Weg.

## The page without a script
plain-camera = Eine Kamera oder Bilder Ihres Ausweises als Dateien
plain-picture = Nehmen Sie ein Bild auf oder wählen Sie eine Datei
plain-needs-script = Für das Selfie muss diese Seite sehen, wie Sie sich bewegen, und dafür braucht sie JavaScript. Schalten Sie JavaScript für diese Seite ein oder öffnen Sie den Link auf einem anderen Gerät.
