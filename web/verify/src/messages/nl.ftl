### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = de afzender van deze link
sender-first = De afzender van deze link

language = Taal
page-title = { $heading } – { $operator }
header = Vertrouwelijke controle door { $operator }
header-unnamed = Vertrouwelijke controle
test-mode = Testmodus: laat geen echte documenten zien
back = Terug
close = Sluiten
support = Hulp
sending = Bezig met versturen…
try-again = Probeer opnieuw
loading = Een moment…
return-to = Terug naar { $operator }
return = Verder

## A developer's panel, in test mode alone
test-heading = Testmodus: sla de controle over
test-body = Voor ontwikkelaars. De sessie eindigt zoals je kiest, zonder foto’s. Er wordt niets gecontroleerd.
test-label = Eindigen als
test-verified = bevestigd
test-action = Sessie beëindigen
test-specimen = Of probeer het echt: download een voorbeelddocument en upload het als jouw document.

## Told on the screen where it happened
notice-connection = We kunnen de server niet bereiken. Controleer je verbinding en probeer het dan opnieuw. Er gaat niets verloren.
notice-busy_server = Het is druk op de server. Wacht even en probeer het dan opnieuw. Er gaat niets verloren.
notice-file_refused = De server kan deze foto niet gebruiken. Maak de foto opnieuw of kies een JPEG- of PNG-bestand.

## Begin
begin-heading = Laat even zien wie je bent
begin-body = { $operatorFirst } vraagt je om te laten zien wie je bent. Het duurt ongeveer 2 minuten.
begin-needs = Dit heb je nodig
begin-document = Een identiteitsbewijs met foto: paspoort, identiteitskaart of rijbewijs
begin-camera = Een camera, of een foto van je identiteitsbewijs
begin-privacy-heading = Jouw foto’s
begin-privacy = Je foto’s gaan naar { $operator } en naar niemand anders. In de privacyverklaring op het volgende scherm staat hoe lang ze worden bewaard.
begin-accept = Beginnen
begin-decline = Niet nu
paused-heading = Geen haast
paused-body = Er is niets verstuurd. Open deze link opnieuw als je er klaar voor bent.
paused-accept = Nu beginnen

## Consent
consent-heading = Jouw foto, jouw keuze
declined-heading = Je zei nee
declined-body = Dat is prima: er wordt geen foto bewaard. Vraag { $operator } om een andere manier om te laten zien wie je bent.
declined-change = Anders kiezen

## Documents
choice-heading = Welk document?
choice-body = Kies het document dat je bij je hebt.
front-heading =
    { $document ->
        [passport] Pagina met foto van je paspoort
        [id_card] Voorkant van je identiteitskaart
        [driving_license] Voorkant van je rijbewijs
       *[other] Voorkant van je document
    }
front-body = Leg het document op een effen, donkere ondergrond. Houd vingers en fel licht weg.
passport-body = Open het op de pagina met je foto. De twee regels met letters moeten te zien zijn.
back-heading =
    { $document ->
        [id_card] Achterkant van je identiteitskaart
        [driving_license] Achterkant van je rijbewijs
       *[other] Achterkant van je document
    }
back-body = Draai het document om. Elke regel en elke code moet goed leesbaar zijn.
guidance-fill = Zorg dat het document in het kader past
guidance-closer = Ga dichterbij
guidance-further = Ga iets verder weg
guidance-straighten = Houd recht, van bovenaf
guidance-glare = Er valt licht op. Kantel een beetje
guidance-dark = Te donker. Zoek meer licht
guidance-bright = Te fel. Draai weg van het licht
guidance-steady = Houd stil
guidance-blurred = Nog niet scherp. Ga iets verder weg
guidance-good = Goed zo. Blijf stil

## Selfie. Left and right are the person's own
selfie-heading = Nu je gezicht
selfie-body = We vergelijken je gezicht met de foto op je document. Kijk naar het licht en zet hoed of pet en donkere bril af.
face-none = Houd je gezicht in het ovaal
face-several = Eén gezicht tegelijk, graag
face-closer = Kom dichterbij
face-further = Ga iets naar achteren
face-centre = Ga naar het midden van het ovaal
face-dark = Te donker. Zoek meer licht
face-steady = Blijf stil
face-good = Goed zo. Blijf stil
face-start = Goed. Tik op ‘Starten’ als je er klaar voor bent
selfie-guidance = Houd je gezicht in het ovaal en kijk recht vooruit
selfie-challenge = Eerst kijk je recht vooruit, daarna volg je vijf korte opdrachten. Het duurt ongeveer 10 seconden en laat zien dat je er echt bent.
selfie-cannot-turn = Ik kan mijn hoofd niet draaien
selfie-ask-for = Kun je je hoofd niet draaien? Vraag { $operator } om een andere manier.
selfie-start = Starten
selfie-ready = Houd je gezicht in het ovaal en start dan
selfie-done = Klaar, dank je wel
step-look_straight = Kijk recht vooruit
step-turn_left = Draai je hoofd naar links
step-turn_right = Draai je hoofd naar rechts
step-come_closer = Kom dichterbij
step-move_away = Ga iets naar achteren

## Camera and files
capture-open = Camera openen
capture-upload = Foto uploaden
capture-upload-instead = Liever een foto uploaden
capture-shutter = Foto maken
capture-torch-on = Licht aan
capture-torch-off = Licht uit
capture-starting = Camera wordt geopend…
capture-only-camera = Voor deze controle is een foto direct uit de camera nodig. Bestanden kunnen hier niet.
capture-hint = Je kunt ook op de knop drukken.
capture-taken = Foto gemaakt
capture-unreadable = We kunnen dit bestand niet openen. Kies een foto als JPEG, PNG of WebP.
capture-unreadable-heic = Deze browser kan geen HEIC-foto’s openen. Bewaar de foto als JPEG of maak de foto hier met de camera.
camera-refused = De camera is geblokkeerd voor deze pagina. Sta de camera toe in de instellingen van de browser voor deze pagina en open de camera dan opnieuw.
camera-missing = We kunnen geen camera vinden. Sluit er een aan of open deze link op je telefoon.
camera-busy = De camera reageert niet. Sluit andere apps die de camera gebruiken en open de camera dan opnieuw.
camera-insecure = Zonder https geeft de browser geen toegang tot de camera. Vraag om een link met https.
review-document-heading = Goed leesbaar?
review-document-body = Controleer of elke letter scherp is en of er niets ontbreekt.
review-face-heading = Is je gezicht goed te zien?
review-face-body = Controleer of je hele gezicht te zien is, scherp en goed verlicht.
review-picture = De foto die je hebt gemaakt
review-use = Gebruiken
review-again = Opnieuw
upload-waiting = De verbinding is weg. Je foto blijft bewaard en wordt verstuurd zodra je weer online bent.

## ID number
number-heading = Je identificatienummer
number-body = { $operatorFirst } vraagt dit om te controleren wie je bent. Het wordt versleuteld opgeslagen.
number-country = Land
number-us-label = Laatste 4 cijfers van je Social Security-nummer (VS)
number-us-hint = Vier cijfers, bijvoorbeeld 1234
number-br-label = Je CPF-nummer
number-br-hint = Elf cijfers, bijvoorbeeld 123.456.789-09
number-sg-label = Je NRIC of FIN
number-sg-hint = Een letter, zeven cijfers en een letter, bijvoorbeeld S1234567D
number-show = Tonen
number-hide = Verbergen
number-send = Verder
details-heading = Jouw gegevens
details-first-name = Voornaam, zoals op je identiteitsbewijs
details-last-name = Achternaam, zoals op je identiteitsbewijs
details-birth-date = Geboortedatum
details-missing = Vul eerst alle velden in.

## Checking and the end
checking-heading = Bezig met controleren…
checking-body = Ongeveer 10 seconden.
checking-slow = Dit duurt langer dan normaal. Je kunt deze pagina sluiten en later terugkomen met dezelfde link.
checking-unreachable = We kunnen de server nu niet bereiken. We blijven het proberen.
checking-sent = Foto’s ontvangen
checking-reading = Lezen en vergelijken
checking-deciding = Resultaat
verified-heading = Je identiteit is bevestigd
verified-body = { $operatorFirst } weet het nu. Je hoeft niets meer te doen.
verified-close = Je kunt deze pagina sluiten.
received-heading = We hebben je foto’s
received-body = { $operatorFirst } laat je het resultaat weten.
retry-heading = Nog één ding
retry-body = Iets was niet leesbaar. Probeer het opnieuw.
unconfirmed-heading = We konden het niet bevestigen
unconfirmed-body = { $operatorFirst } beslist hoe het verder gaat. Vraag daar om een andere manier.
canceled-heading = Deze controle is geannuleerd
canceled-body = Je hoeft niets meer te doen. { $operatorFirst } kan je vertellen waarom.
used-heading = Deze link is al gebruikt
used-body = De link opent alleen in de browser die hem het eerst heeft gebruikt. Ga daarheen terug of vraag { $operator } om een nieuwe link.
expired-heading = Deze link is te oud
expired-body = Vraag { $operator } om een nieuwe.
unknown-heading = Deze link werkt niet
unknown-body = Misschien ontbreekt er een stuk. Open de link opnieuw vanuit het bericht dat je kreeg.
unsupported-heading = Dat kan hier niet
unsupported-body = Deze controle vraagt iets wat deze pagina nog niet kan. Laat dit weten aan { $operator }.
offline-heading = We kunnen de server niet bereiken
offline-body = Controleer je verbinding en probeer het dan opnieuw. Er gaat niets verloren.

## Hand-over: the person goes on with a phone
handover-offer = Liever je telefoon gebruiken
handover-heading = Gebruik je telefoon
handover-body = Richt de camera van je telefoon op deze code en open de link. Laat deze pagina open.
handover-picture = Code met een link voor je telefoon
handover-link = Of stuur deze link naar je telefoon:
handover-copy = Link kopiëren
handover-copied = Gekopieerd
handover-waiting = Wachten op je telefoon…
handover-connected = Je telefoon is verbonden. Ga daar verder.
handover-here = Toch hier verdergaan
