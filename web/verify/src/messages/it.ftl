### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = chi ha inviato questo link
sender-first = Chi ha inviato questo link

language = Lingua
page-title = { $heading } – { $operator }
header = Verifica privata svolta da { $operator }
header-unnamed = Verifica privata
test-mode = Modalità di prova: non mostrare documenti veri
back = Indietro
close = Chiudi
support = Chiedi aiuto
sending = Invio in corso…
try-again = Riprova
loading = Un momento…
return-to = Torna a { $operator }
return = Continua

## A developer's panel, in test mode alone
test-heading = Modalità di prova: salta la verifica
test-body = Per sviluppatori. La sessione termina come scegli, senza immagini; non viene controllato nulla.
test-label = Termina come
test-verified = verificata
test-action = Termina la sessione
test-specimen = Oppure prova davvero: scarica un documento di esempio e caricalo come tuo documento.

## Told on the screen where it happened
notice-connection = Non riusciamo a raggiungere il server. Controlla la connessione e riprova. Non si perde nulla.
notice-busy_server = Il server è occupato. Aspetta un momento e riprova. Non si perde nulla.
notice-file_refused = Il server non può usare questa immagine. Scattala di nuovo o scegli un file JPEG o PNG.

## Begin
begin-heading = Verifichiamo che sei tu
begin-body = { $operatorFirst } ti chiede di mostrare chi sei. Ci vogliono circa 2 minuti.
begin-needs = Che cosa ti serve
begin-document = Un documento con foto: passaporto, carta d’identità o patente di guida
begin-camera = Una fotocamera o una foto del tuo documento
begin-privacy-heading = Le tue immagini
begin-privacy = Le tue immagini arrivano a { $operator } e a nessun altro. L’informativa sulla privacy, nella prossima schermata, dice per quanto tempo sono conservate.
begin-accept = Inizia
begin-decline = Non ora
paused-heading = Fai con calma
paused-body = Non è stato inviato nulla. Riapri questo link quando vuoi.
paused-accept = Inizia ora

## Consent
consent-heading = La tua immagine, la tua scelta
declined-heading = Hai detto di no
declined-body = Va bene così: non viene conservata nessuna immagine. Chiedi a { $operator } un altro modo per mostrare chi sei.
declined-change = Ho cambiato idea

## Documents
choice-heading = Quale documento?
choice-body = Scegli quello che hai con te.
front-heading =
    { $document ->
        [passport] Pagina del passaporto con la foto
        [id_card] Fronte della carta d’identità
        [driving_license] Fronte della patente di guida
       *[other] Fronte del documento
    }
front-body = Appoggialo su una superficie scura e uniforme. Evita di coprirlo con le dita o con luci forti.
passport-body = Aprilo alla pagina con la tua foto. Devono vedersi le due righe di lettere.
back-heading =
    { $document ->
        [id_card] Retro della carta d’identità
        [driving_license] Retro della patente di guida
       *[other] Retro del documento
    }
back-body = Giralo. Ogni riga e ogni codice devono leggersi bene.
guidance-fill = Inquadra il documento nella cornice
guidance-closer = Avvicinati
guidance-further = Allontanati un po’
guidance-straighten = Inquadralo dritto, dall’alto
guidance-glare = La luce copre una parte. Inclinalo un po’
guidance-dark = Troppo buio. Cerca più luce
guidance-bright = Troppa luce. Spostati dalla luce
guidance-steady = Non muoverti
guidance-blurred = Non è ancora nitido. Allontanati un po’
guidance-good = Bene. Continua così

## Selfie. Left and right are the person's own
selfie-heading = Ora il tuo viso
selfie-body = Confrontiamo il tuo viso con la foto che è sul tuo documento. Mettiti di fronte alla luce e togli cappello e occhiali scuri.
face-none = Metti il viso nell’ovale
face-several = Un solo viso, per favore
face-closer = Avvicinati
face-further = Allontanati un po’
face-centre = Spostati al centro dell’ovale
face-dark = Troppo buio. Cerca più luce
face-steady = Non muoverti
face-good = Bene. Non muoverti
face-start = Bene. Premi «Inizia» quando vuoi
selfie-guidance = Metti il viso nell’ovale e guarda davanti a te
selfie-challenge = Prima guardi davanti a te, poi segui cinque brevi istruzioni. Dura circa 10 secondi e dimostra che ci sei davvero.
selfie-cannot-turn = Non posso girare la testa
selfie-ask-for = Se non puoi girare la testa, chiedi a { $operator } un altro modo.
selfie-start = Inizia
selfie-ready = Metti il viso nell’ovale, poi inizia
selfie-done = Fatto, grazie
step-look_straight = Guarda dritto davanti a te
step-turn_left = Gira la testa a sinistra
step-turn_right = Gira la testa a destra
step-come_closer = Avvicinati
step-move_away = Allontanati un po’

## Camera and files
capture-open = Apri la fotocamera
capture-upload = Carica un’immagine
capture-upload-instead = Carica invece un’immagine
capture-shutter = Scatta la foto
capture-torch-on = Accendi la luce
capture-torch-off = Spegni la luce
capture-starting = Apertura della fotocamera…
capture-only-camera = Questa verifica richiede un’immagine dal vivo, quindi non si possono usare file.
capture-hint = Puoi anche premere il pulsante.
capture-taken = Foto scattata
capture-unreadable = Non riusciamo ad aprire questo file. Scegli un’immagine JPEG, PNG o WebP.
capture-unreadable-heic = Questo browser non può aprire foto HEIC. Salva la foto come JPEG o scattala qui con la fotocamera.
camera-refused = La fotocamera è bloccata per questa pagina. Consentila nelle impostazioni del browser per questa pagina, poi riaprila.
camera-missing = Non troviamo nessuna fotocamera. Collegane una o apri questo link sul telefono.
camera-busy = La fotocamera non risponde. Chiudi le altre app che la usano, poi riaprila.
camera-insecure = Il browser non permette di usare la fotocamera in una pagina senza https. Chiedi un link https.
review-document-heading = Si legge bene?
review-document-body = Controlla che ogni lettera sia nitida e che non manchi nessuna parte.
review-face-heading = Il tuo viso si vede bene?
review-face-body = Controlla che il viso si veda tutto, nitido e ben illuminato.
review-picture = La foto che hai scattato
review-use = Usa questa foto
review-again = Rifai
upload-waiting = La connessione è caduta. La tua immagine è conservata e viene inviata appena torni online.

## ID number
number-heading = Il tuo numero d’identità
number-body = { $operatorFirst } te lo chiede per verificare chi sei. Tutto è conservato in forma cifrata.
number-country = Paese
number-us-label = Ultime 4 cifre del tuo Social Security Number (USA)
number-us-hint = Quattro cifre, per esempio 1234
number-br-label = Il tuo numero CPF
number-br-hint = Undici cifre, per esempio 123.456.789-09
number-sg-label = Il tuo NRIC o FIN
number-sg-hint = Una lettera, sette cifre e una lettera, per esempio S1234567D
number-show = Mostra
number-hide = Nascondi
number-send = Continua
details-heading = I tuoi dati
details-first-name = Nome, come sul documento
details-last-name = Cognome, come sul documento
details-birth-date = Data di nascita
details-missing = Prima compila tutti i campi.

## Checking and the end
checking-heading = Verifica in corso…
checking-body = Circa 10 secondi.
checking-slow = Ci vuole più del solito. Puoi chiudere questa pagina e tornare con lo stesso link.
checking-unreachable = Ora non riusciamo a raggiungere il server. Continuiamo a provare.
checking-sent = Immagini ricevute
checking-reading = Lettura e confronto
checking-deciding = Risultato
verified-heading = Identità verificata
verified-body = { $operatorFirst } ora lo sa. Non devi fare altro.
verified-close = Puoi chiudere questa pagina.
received-heading = Abbiamo le tue immagini
received-body = { $operatorFirst } ti dirà il risultato.
retry-heading = Ancora una cosa
retry-body = Qualcosa non si è potuto leggere. Riprova.
unconfirmed-heading = Non abbiamo potuto confermare
unconfirmed-body = { $operatorFirst } decide come proseguire. Chiedi se c’è un altro modo.
canceled-heading = Questa verifica è stata annullata
canceled-body = Non devi fare altro. { $operatorFirst } può dirti il motivo.
used-heading = Questo link è già stato usato
used-body = Si apre solo nel browser che lo ha usato per primo. Torna lì o chiedi a { $operator } un nuovo link.
expired-heading = Questo link è scaduto
expired-body = Chiedine uno nuovo a { $operator }.
unknown-heading = Questo link non funziona
unknown-body = Forse ne manca una parte. Riaprilo dal messaggio che hai ricevuto.
unsupported-heading = Qui non è possibile
unsupported-body = Questa verifica chiede qualcosa che questa pagina non sa ancora fare. Fallo sapere a { $operator }.
offline-heading = Non riusciamo a raggiungere il server
offline-body = Controlla la connessione e riprova. Non si perde nulla.

## Hand-over: the person goes on with a phone
handover-offer = Usa invece il telefono
handover-heading = Usa il telefono
handover-body = Inquadra questo codice con la fotocamera del telefono e apri il link. Lascia aperta questa pagina.
handover-picture = Codice con un link per il tuo telefono
handover-link = Oppure invia questo link al telefono:
handover-copy = Copia il link
handover-copied = Copiato
handover-waiting = In attesa del telefono…
handover-connected = Il telefono è collegato. Continua lì.
handover-here = Continua invece qui
