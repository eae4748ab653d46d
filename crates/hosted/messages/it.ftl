### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = chi ha inviato questo link
sender-first = Chi ha inviato questo link

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } deve verificare chi sei
consent-test = Questa è una prova. Non mostrare documenti veri.
consent-purpose-face = { $operatorFirst } verifica chi sei con immagini del tuo documento d’identità e del tuo viso. Se accetti, dalle tue immagini vengono creati modelli facciali, che sono dati biometrici, per confrontare il tuo viso con la foto che è sul tuo documento.
consent-purpose = { $operatorFirst } verifica chi sei con immagini del tuo documento d’identità. Se accetti, dalla foto sul documento viene creato un modello facciale, che è un dato biometrico, per verificare il documento.
consent-free = Puoi dire di no liberamente. In quel caso ciò che hai inviato viene cancellato, e puoi chiedere un altro modo.
consent-time = Circa 2 minuti
consent-accept = Accetto
consent-decline = Non accetto
consent-scroll = Scorri in basso per continuare
consent-document = Scatti una foto di un <a href="stripe_bottomsheet://open/consent_photo_id">documento con foto</a>.
consent-selfie = Scatti un selfie e noi <a href="stripe_bottomsheet://open/consent_identity">confrontiamo le due foto</a>.
consent-film = Mentre segui le istruzioni per il selfie, la fotocamera scatta una serie di immagini.
consent-only = Solo { $operator } vede le tue immagini e il risultato.
privacy-link = L’<a href="{ $address }">informativa sulla privacy di { $operator }</a> dice per quanto tempo sono conservati i dati.
privacy-ask = Chiedi a { $operator } per quanto tempo sono conservati i dati, e di cancellarli se lo desideri.
sheet-document-title = Che cosa puoi usare
sheet-document-line = Un documento con foto non scaduto
sheet-document-body = Un passaporto, una carta d’identità o una patente di guida. Niente copie e niente foto di schermi.
sheet-identity-title = Come funziona la verifica
sheet-identity-face = Il tuo viso e il tuo documento
sheet-identity-face-body = Misuriamo il tuo viso nel selfie e nella foto che è sul tuo documento, e confrontiamo le due misure. Non sono usate per nient’altro.
sheet-identity-server = Sui server di chi ha inviato il link
sheet-identity-server-body = { $operatorFirst } lo fa direttamente. Nessuna immagine arriva ad altri.

## Screens of the mobile SDKs (HTML)
select-title = Tieni pronto il documento
select-button = Continua
document-passport = Passaporto
document-id_card = Carta d’identità
document-driving_license = Patente di guida
training-consent = { $operatorFirst } può usare le mie immagini per migliorare le sue verifiche. È facoltativo.
country-BR = Brasile
country-SG = Singapore
country-US = Stati Uniti
individual-title = I tuoi dati
individual-button = Invia
individual-missing = Il mio Paese non c’è
individual-welcome-title = Verifichiamo che sei tu
individual-welcome-body = { $operatorFirst } ti chiede alcuni dati su di te.
individual-welcome-time = Circa 1 minuto
individual-welcome-button = Inizia
individual-welcome-line = Scrivi il tuo nome, la tua data di nascita e il tuo numero d’identità.
country-not-listed-title = Non possiamo ancora verificarlo
country-not-listed-body = Il tuo Paese non è disponibile. Chiedi a { $operator } un altro modo.
country-not-listed-cancel = Fermati qui
country-not-listed-id = Ho un documento di un altro Paese
country-not-listed-address = Ho un indirizzo in un altro Paese
success-title = Abbiamo le tue immagini
success-body = Grazie. { $operatorFirst } ti dirà il risultato.
success-button = Fine

## What is wrong with what was just handed in
problem-again = Riprova
problem-back = Torna indietro
problem-anyway = Usa comunque questa foto
problem-declined-title = Hai detto di no
problem-declined-body = Va bene così: ciò che hai inviato viene cancellato. Chiedi un altro modo per mostrare chi sei, oppure torna indietro e accetta.
problem-unreadable-title = Non riusciamo ad aprire questa immagine
problem-unreadable-body = Scattala di nuovo con la fotocamera o scegli un file JPEG, PNG o WebP.
problem-challenge-title = Il tempo è scaduto
problem-challenge-body = Per la tua sicurezza le istruzioni cambiano ogni volta. Ricomincia e segui ognuna quando appare.
problem-name-title = Il tuo nome non è completo
problem-name-body = Scrivi nome e cognome come sono sul tuo documento.
problem-dob-title = Questa data non sembra giusta
problem-dob-body = Controlla giorno, mese e anno di nascita, e riprova.
problem-number-title = Questo numero non sembra giusto
problem-number-body = Controlla il Paese e ogni cifra, e riprova.

## Advice about a picture before anything is submitted
advice-no_document-title = Non vediamo nessun documento
advice-no_document-body = Metti il documento su una superficie scura e piana, riempi l’immagine con il documento e riprova.
advice-dark-title = L’immagine è troppo scura
advice-dark-body = Accendi una luce o vai vicino a una finestra, e riprova.
advice-glare-title = La luce copre parte del documento
advice-glare-body = Inclina un po’ il documento finché i riflessi spariscono, e riprova.
advice-blurry-title = L’immagine è sfocata
advice-blurry-body = Con una buona luce, non muoverti finché la fotocamera non mette a fuoco, e riprova.
advice-too_small-title = L’immagine è troppo piccola
advice-too_small-body = Usa l’immagine intera della fotocamera, non un’anteprima o un ritaglio, e riprova.
advice-cut_off-title = Parte del documento è fuori
advice-cut_off-body = Allontanati un po’ finché nell’immagine ci sono tutti e quattro gli angoli, e riprova.
advice-saved_anew-title = Un altro programma ha salvato l’immagine
advice-saved_anew-body = Scatta una nuova foto, o scegli quella salvata dalla fotocamera.
advice-several_documents-title = C’è più di un documento
advice-several_documents-body = Mostra un solo lato di un solo documento, sposta tutto il resto e riprova.
advice-back_for_front-title = Questo è il retro
advice-back_for_front-body = Gira la tessera sul lato con la tua foto, e riprova.
advice-front_for_back-title = Questo è il fronte
advice-front_for_back-body = Gira la tessera sul lato senza la foto grande, e riprova.
advice-mrz_not_visible-title = Mancano le righe in basso
advice-mrz_not_visible-body = Mostra tutta la pagina con la tua foto, fino alle due righe di segni < e lettere, e riprova.
advice-no_face-title = Non vediamo il tuo viso
advice-no_face-body = Guarda dritto nella fotocamera, con tutto il viso nell’immagine, e riprova.
advice-several_faces-title = Ci sono più visi
advice-several_faces-body = Fai in modo che nell’immagine si veda solo il tuo viso, e riprova.
advice-face_far_away-title = Il tuo viso è troppo lontano
advice-face_far_away-body = Avvicinati finché il viso riempie quasi tutta l’immagine, e riprova.
advice-face_turned-title = La tua testa è girata
advice-face_turned-body = Guarda dritto nella fotocamera, e riprova.
advice-face_burnt_out-title = La luce copre parte del tuo viso
advice-face_burnt_out-body = Spostati dalla lampada o dal sole finché il viso è illuminato in modo uniforme, e riprova.

## How a submission ended, by what was not verified
outcome-verified-title = Identità verificata
outcome-verified-body = Non devi fare altro.
outcome-document_expired = Il tuo documento è scaduto
outcome-document_type_not_supported = Questo documento non si può usare
outcome-country_not_supported = Questo Paese non è disponibile
outcome-device_not_supported = Questo dispositivo non si può usare
outcome-document_unverified_other = Non abbiamo potuto verificare il documento
outcome-selfie_document_missing_photo = Non abbiamo trovato la foto
outcome-faces = Non abbiamo potuto confrontare i visi
outcome-number = Non abbiamo potuto verificare il numero
outcome-email = Non abbiamo potuto verificare la tua e-mail
outcome-phone = Non abbiamo potuto verificare il tuo telefono
outcome-under_supported_age = Non hai ancora l’età richiesta
outcome-not-finished = La verifica non è stata completata

## Why it was not verified, and what to do
reason-consent_declined = La persona non ha accettato l’uso delle sue immagini.
reason-predefined_failure = Questo è un errore predefinito della modalità di prova. Riprova.
reason-abandoned = La verifica è stata iniziata e non completata. Ricomincia.
reason-document_unreadable = Non abbiamo potuto leggere il tuo documento. Scatta una nuova foto con una buona luce.
reason-document_unreadable_to_the_edges = Non abbiamo potuto leggere il tuo documento. Scatta una nuova foto con una buona luce, da bordo a bordo.
reason-document_not_recognised = Non abbiamo potuto leggere il tuo documento. Mettilo su una superficie scura e piana, tieni la fotocamera proprio sopra con una buona luce e scatta una nuova foto.
reason-printed_part_unreadable = Non abbiamo potuto leggere la parte stampata del tuo documento. Avvicina la fotocamera, evita i riflessi e scatta una nuova foto.
reason-number_unreadable = Non abbiamo potuto leggere il numero stampato sul tuo documento. Avvicina la fotocamera, evita i riflessi e le dita, e scatta una nuova foto.
reason-surname_unreadable = Non abbiamo potuto leggere il cognome stampato sul tuo documento. Avvicina la fotocamera, evita i riflessi e le dita, e scatta una nuova foto.
reason-given_names_unreadable = Non abbiamo potuto leggere i nomi stampati sul tuo documento. Avvicina la fotocamera, evita i riflessi e le dita, e scatta una nuova foto.
reason-country_unreadable = Non abbiamo potuto leggere da quale paese viene il tuo documento. Mostralo per intero, evita i riflessi e le dita, e scatta una nuova foto.
reason-document_partly_unreadable = Non abbiamo potuto leggere tutto sul tuo documento. Scatta una nuova foto di ogni lato con una buona luce, da bordo a bordo.
reason-licence_partly_unreadable = Non abbiamo potuto leggere tutto sulla tua patente. Mettila su una superficie piana, riempi l’immagine con la patente, evita i riflessi e scatta una nuova immagine del lato con la tua foto.
reason-card_unreadable = Non abbiamo potuto leggere la tua tessera. Scatta una nuova foto di ogni lato con una buona luce.
reason-birth_date_unreadable = Non abbiamo potuto leggere la tua data di nascita. Evita i riflessi e scatta una nuova foto.
reason-expiry_date_unreadable = Non abbiamo potuto leggere fino a quando è valido il tuo documento. Evita i riflessi e scatta una nuova foto.
reason-mrz_unreadable = Non abbiamo potuto leggere le righe di segni < e lettere sul tuo documento. Evita di coprirle con riflessi o dita, non muoverti e scatta una nuova foto.
reason-contradiction = Abbiamo letto dati diversi in due punti del tuo documento. Puliscilo, evita i riflessi e scatta una nuova foto.
reason-document_kind_unknown = Non conosciamo questo tipo di documento. Usa un passaporto o una carta d’identità.
reason-document_type_not_accepted = Questo tipo di documento qui non è accettato. Usa invece { $accepted }.
accepted-any = un altro documento
accepted-passport = un passaporto
accepted-id_card = una carta d’identità
accepted-driving_license = una patente di guida
accepted-either = { $first } o { $other }
reason-visa_shown = Un visto non dimostra chi sei. Mostra la pagina del passaporto con la tua foto.
reason-other_document_than_chosen = Questo non è il documento che hai scelto. Scegli di nuovo, o mostra quello che hai scelto.
reason-specimen = Questo è un facsimile, non un documento vero. Usa il tuo.
reason-document_expired = Il tuo documento è scaduto. Usane uno ancora valido.
reason-birth_date_impossible = La data di nascita sul tuo documento non sembra giusta. Scatta una nuova foto con una buona luce; se succede di nuovo, usa un altro documento.
reason-licence_dates_impossible = Le date sulla tua patente non sembrano giuste. Scatta una nuova foto con una buona luce; se succede di nuovo, usa un altro documento.
reason-too_young = Non hai ancora l’età richiesta per questa verifica. Chiedi un altro modo all’azienda che ti ha mandato qui.
reason-licence_other_side_missing = Ci serve anche l’altro lato della tua patente. Scatta una foto.
reason-card_other_side_missing = Ci serve anche l’altro lato della tua tessera. Scatta una foto.
reason-licence_photo_missing = Non abbiamo trovato la foto accanto alle righe della tua patente. Mostra tutto il lato, senza riflessi né dita, e scatta una nuova immagine.
reason-photo_missing = Non abbiamo trovato la tua foto sul documento. Mostra il lato con la foto, senza riflessi né dita, e scatta una nuova immagine.
reason-sides_of_different_cards = Le due immagini non sembrano mostrare la stessa tessera. Scatta una foto del fronte e una del retro della stessa tessera.
reason-same_side_twice = Le due immagini mostrano lo stesso lato. Scattane una del fronte e una del retro.
reason-page_given_as_back = L’immagine del retro mostra una pagina con una foto e due righe di lettere. Se è il tuo documento, fotografala come fronte; altrimenti mostra il retro della tua tessera.
reason-several_documents = L’immagine mostra più di un documento. Mostra un solo lato di un solo documento in ogni immagine.
reason-no_face = Non abbiamo potuto vedere il tuo viso. Guarda nella fotocamera con una buona luce, con tutto il viso nell’immagine, e scatta un nuovo selfie.
reason-several_faces = C’è più di un viso nell’immagine. Scatta un nuovo selfie dove ci sei solo tu.
reason-faces_not_compared = Non abbiamo potuto confrontare il tuo viso con la foto. Scatta un nuovo selfie con una buona luce.
reason-face_mismatch = Il tuo selfie non corrisponde alla foto che è sul tuo documento. Guarda dritto nella fotocamera con una luce uniforme, senza occhiali né cappello, e riprova con il tuo documento personale.
reason-selfie_copied = Scatta una nuova foto del tuo viso con la fotocamera. Una foto del documento, di una stampa o di uno schermo non si può usare.
reason-liveness_not_confirmed = Non abbiamo potuto confermare che sei davanti alla fotocamera. Cerca una luce uniforme, tieni ferma la fotocamera all’altezza degli occhi e segui ogni istruzione quando appare.
reason-challenge_too_late = Ci è voluto più tempo di quanto potessimo aspettare. Riprova e segui ogni istruzione quando appare.
reason-barcode_missing = Non abbiamo trovato sulla tua patente un codice a barre che possiamo leggere. Scatta una nuova foto del retro con una buona luce, oppure usa un passaporto o una carta d’identità.
reason-card_mrz_missing = Non abbiamo trovato le righe di segni < e lettere sulla tua tessera. Scatta una nuova foto di tutti e due i lati, ognuno da bordo a bordo.
reason-page_mrz_missing = Non abbiamo trovato le due righe di segni < e lettere. Mostra tutta la pagina con la tua foto, fino al bordo in basso.
reason-picture_of_screen = Scatta una foto del documento stesso, non di uno schermo o di una copia stampata.
reason-picture_of_copy = Scatta una foto del documento stesso, non di una copia in bianco e nero.
reason-picture_edited = Invia la foto come l’ha fatta la fotocamera: non uno screenshot e non un’immagine modificata con un programma.
reason-picture_saved_anew = Scatta una nuova foto del documento e inviala come l’ha fatta la fotocamera: questa è stata salvata di nuovo da un altro programma.
reason-picture_pasted = Scatta una nuova foto del documento e inviala come l’ha fatta la fotocamera, senza coprire o aggiungere nulla.
reason-not_checked = Questa volta non è stato possibile verificare le tue immagini. Riprova.
reason-id_number_unchecked = Il numero d’identità non può essere verificato qui. Usa un altro modo per la verifica.
reason-email_unchecked = L’indirizzo e-mail non può essere verificato qui. Usa un altro modo per la verifica.
reason-phone_unchecked = Il numero di telefono non può essere verificato qui. Usa un altro modo per la verifica.

## The page without a script
plain-camera = Una fotocamera, o foto del tuo documento come file
plain-picture = Scatta una foto o scegli un file
plain-needs-script = Per il selfie questa pagina deve vedere come ti muovi, e per farlo serve JavaScript. Attiva JavaScript per questa pagina o apri il link su un altro dispositivo.
