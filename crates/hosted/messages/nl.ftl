### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = de afzender van deze link
sender-first = De afzender van deze link

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } moet controleren wie je bent
consent-test = Dit is een test. Laat geen echte documenten zien.
consent-purpose-face = { $operatorFirst } controleert wie je bent met foto’s van je identiteitsbewijs en van je gezicht. Als je akkoord gaat, worden van je foto’s gezichtssjablonen gemaakt. Dat zijn biometrische gegevens. Ze dienen om je gezicht te vergelijken met de foto op je identiteitsbewijs.
consent-purpose = { $operatorFirst } controleert wie je bent met foto’s van je identiteitsbewijs. Als je akkoord gaat, wordt van de foto die erop staat een gezichtssjabloon gemaakt. Dat zijn biometrische gegevens. Ze dienen om het identiteitsbewijs te controleren.
consent-free = Je bent vrij om nee te zeggen. Wat je hebt verstuurd, wordt dan verwijderd, en je kunt om een andere manier vragen.
consent-time = Ongeveer 2 minuten
consent-accept = Ik ga akkoord
consent-decline = Ik ga niet akkoord
consent-scroll = Scrol naar beneden om verder te gaan
consent-document = Je maakt een foto van een <a href="stripe_bottomsheet://open/consent_photo_id">identiteitsbewijs met foto</a>.
consent-selfie = Je maakt een selfie en we <a href="stripe_bottomsheet://open/consent_identity">vergelijken de twee</a>.
consent-film = Terwijl je de opdrachten voor de selfie volgt, maakt de camera een reeks foto’s.
consent-only = Alleen { $operator } ziet je foto’s en het resultaat.
privacy-link = In de <a href="{ $address }">privacyverklaring van { $operator }</a> staat hoe lang gegevens worden bewaard.
privacy-ask = Vraag { $operator } hoe lang gegevens worden bewaard, en om ze te verwijderen.
sheet-document-title = Wat je kunt gebruiken
sheet-document-line = Een identiteitsbewijs met foto dat nog geldig is
sheet-document-body = Een paspoort, identiteitskaart of rijbewijs. Geen kopieën en geen foto’s van schermen.
sheet-identity-title = Zo werkt de controle
sheet-identity-face = Je gezicht en je identiteitsbewijs
sheet-identity-face-body = We meten je gezicht in de selfie en op de foto van je identiteitsbewijs, en vergelijken de twee metingen. Ze worden nergens anders voor gebruikt.
sheet-identity-server = Op eigen servers van de afzender
sheet-identity-server-body = { $operatorFirst } doet dit zelf. Er gaan geen foto’s naar anderen.

## Screens of the mobile SDKs (HTML)
select-title = Houd je identiteitsbewijs bij de hand
select-button = Verder
document-passport = Paspoort
document-id_card = Identiteitskaart
document-driving_license = Rijbewijs
training-consent = { $operatorFirst } mag mijn foto’s gebruiken om de eigen controles te verbeteren. Je kunt dit overslaan.
country-BR = Brazilië
country-SG = Singapore
country-US = Verenigde Staten
individual-title = Jouw gegevens
individual-button = Versturen
individual-missing = Mijn land staat er niet bij
individual-welcome-title = Laat even zien wie je bent
individual-welcome-body = { $operatorFirst } vraagt om een paar gegevens over jou.
individual-welcome-time = Ongeveer 1 minuut
individual-welcome-button = Beginnen
individual-welcome-line = Je vult je naam, je geboortedatum en je identificatienummer in.
country-not-listed-title = Dit kunnen we nog niet controleren
country-not-listed-body = Jouw land wordt niet ondersteund. Vraag { $operator } om een andere manier.
country-not-listed-cancel = Hier stoppen
country-not-listed-id = Ik heb een identiteitsbewijs van een ander land
country-not-listed-address = Ik heb een adres in een ander land
success-title = We hebben je foto’s
success-body = Dank je wel. { $operatorFirst } laat je het resultaat weten.
success-button = Klaar

## What is wrong with what was just handed in
problem-again = Probeer opnieuw
problem-back = Ga terug
problem-anyway = Deze foto toch gebruiken
problem-declined-title = Je zei nee
problem-declined-body = Dat is prima: wat je hebt verstuurd, wordt verwijderd. Vraag om een andere manier om te laten zien wie je bent, of ga terug en geef akkoord.
problem-unreadable-title = We kunnen deze foto niet openen
problem-unreadable-body = Maak de foto opnieuw met de camera of kies een JPEG-, PNG- of WebP-bestand.
problem-challenge-title = Dat duurde te lang
problem-challenge-body = Voor je veiligheid zijn de opdrachten elke keer nieuw. Begin opnieuw en volg elke opdracht zodra die verschijnt.
problem-name-title = Je naam is niet volledig
problem-name-body = Vul je voornaam en achternaam in zoals ze op je identiteitsbewijs staan.
problem-dob-title = Deze datum kan niet kloppen
problem-dob-body = Controleer dag, maand en jaar van je geboorte en probeer het opnieuw.
problem-number-title = Dit nummer kan niet kloppen
problem-number-body = Controleer het land en elk cijfer en probeer het opnieuw.

## Advice about a picture before anything is submitted
advice-no_document-title = We zien geen document
advice-no_document-body = Leg je document op een donkere, vlakke ondergrond, vul de foto ermee en probeer het opnieuw.
advice-dark-title = De foto is te donker
advice-dark-body = Doe een lamp aan of ga bij een raam staan en probeer het opnieuw.
advice-glare-title = Lichtvlekken op het document
advice-glare-body = Kantel het document een beetje tot de lichtvlekken weg zijn en probeer het opnieuw.
advice-blurry-title = De foto is onscherp
advice-blurry-body = Houd bij goed licht stil tot de camera heeft scherpgesteld en probeer het opnieuw.
advice-too_small-title = De foto is te klein
advice-too_small-body = Gebruik de volledige foto van de camera, geen voorbeeld of uitsnede, en probeer het opnieuw.
advice-cut_off-title = Een stuk valt buiten de foto
advice-cut_off-body = Ga iets verder weg tot alle vier de hoeken van het document op de foto staan en probeer het opnieuw.
advice-saved_anew-title = Een ander programma heeft de foto opgeslagen
advice-saved_anew-body = Maak een nieuwe foto, of kies de foto die je camera heeft opgeslagen.
advice-several_documents-title = We zien meer dan één document
advice-several_documents-body = Laat één kant van één document zien, leg al het andere opzij en probeer het opnieuw.
advice-back_for_front-title = Dit is de achterkant
advice-back_for_front-body = Draai de kaart naar de kant met je foto en probeer het opnieuw.
advice-front_for_back-title = Dit is de voorkant
advice-front_for_back-body = Draai de kaart naar de kant zonder de grote foto en probeer het opnieuw.
advice-mrz_not_visible-title = De onderste regels ontbreken
advice-mrz_not_visible-body = Laat de hele pagina met je foto zien, tot en met de twee regels met letters en < tekens, en probeer het opnieuw.
advice-no_face-title = We zien je gezicht niet
advice-no_face-body = Kijk recht in de camera, met je hele gezicht in beeld, en probeer het opnieuw.
advice-several_faces-title = We zien meerdere gezichten
advice-several_faces-body = Zorg dat alleen jij in beeld bent en probeer het opnieuw.
advice-face_far_away-title = Je gezicht is te ver weg
advice-face_far_away-body = Kom dichterbij tot je gezicht het grootste deel van het beeld vult en probeer het opnieuw.
advice-face_turned-title = Je hoofd is gedraaid
advice-face_turned-body = Kijk recht in de camera en probeer het opnieuw.
advice-face_burnt_out-title = Te veel licht op je gezicht
advice-face_burnt_out-body = Draai weg van de lamp of de zon tot je gezicht gelijkmatig verlicht is en probeer het opnieuw.

## How a submission ended, by what was not verified
outcome-verified-title = Je identiteit is bevestigd
outcome-verified-body = Je hoeft niets meer te doen.
outcome-document_expired = Je document is verlopen
outcome-document_type_not_supported = Dit document kan niet worden gebruikt
outcome-country_not_supported = Dit land wordt niet ondersteund
outcome-device_not_supported = Dit apparaat kan niet worden gebruikt
outcome-document_unverified_other = We konden je document niet controleren
outcome-selfie_document_missing_photo = We konden de foto niet vinden
outcome-faces = We konden de gezichten niet vergelijken
outcome-number = We konden het nummer niet controleren
outcome-email = We konden je e-mailadres niet controleren
outcome-phone = We konden je telefoonnummer niet controleren
outcome-under_supported_age = Je bent hier te jong voor
outcome-not-finished = De controle is niet afgemaakt

## Why it was not verified, and what to do
reason-consent_declined = De persoon ging niet akkoord met het gebruik van de eigen foto’s.
reason-predefined_failure = Dit is een vooraf ingestelde fout van de testmodus. Probeer het opnieuw.
reason-abandoned = De controle is begonnen en niet afgemaakt. Begin opnieuw.
reason-document_unreadable = We konden je document niet lezen. Maak een nieuwe foto bij goed licht.
reason-document_unreadable_to_the_edges = We konden je document niet lezen. Maak een nieuwe foto bij goed licht, van rand tot rand.
reason-document_not_recognised = We konden je document niet lezen. Leg het op een donkere, vlakke ondergrond, houd de camera er bij goed licht recht boven en maak een nieuwe foto.
reason-printed_part_unreadable = We konden het gedrukte deel van je document niet lezen. Houd de camera dichterbij, vermijd lichtvlekken en maak een nieuwe foto.
reason-number_unreadable = We konden het gedrukte nummer op je document niet lezen. Houd de camera dichterbij, vermijd lichtvlekken en vingers, en maak een nieuwe foto.
reason-surname_unreadable = We konden de gedrukte achternaam op je document niet lezen. Houd de camera dichterbij, vermijd lichtvlekken en vingers, en maak een nieuwe foto.
reason-given_names_unreadable = We konden de gedrukte voornamen op je document niet lezen. Houd de camera dichterbij, vermijd lichtvlekken en vingers, en maak een nieuwe foto.
reason-country_unreadable = We konden niet lezen uit welk land je document komt. Laat het helemaal zien, vermijd lichtvlekken en vingers, en maak een nieuwe foto.
reason-document_partly_unreadable = We konden niet alles op je document lezen. Maak bij goed licht een nieuwe foto van elke kant, van rand tot rand.
reason-licence_partly_unreadable = We konden niet alles op je rijbewijs lezen. Leg het op een vlakke ondergrond, vul de foto ermee, vermijd lichtvlekken en maak een nieuwe foto van de kant met je pasfoto.
reason-card_unreadable = We konden je kaart niet lezen. Maak bij goed licht een nieuwe foto van elke kant.
reason-birth_date_unreadable = We konden je geboortedatum niet lezen. Vermijd lichtvlekken en maak een nieuwe foto.
reason-expiry_date_unreadable = We konden niet lezen tot wanneer je document geldig is. Vermijd lichtvlekken en maak een nieuwe foto.
reason-mrz_unreadable = We konden de regels met letters en < tekens op je document niet lezen. Houd lichtvlekken en vingers eraf, houd stil en maak een nieuwe foto.
reason-contradiction = We lezen verschillende dingen op twee plekken van je document. Veeg het schoon, vermijd lichtvlekken en maak een nieuwe foto.
reason-document_kind_unknown = We kennen dit soort document niet. Gebruik een paspoort of een identiteitskaart.
reason-document_type_not_accepted = Dit soort document wordt hier niet geaccepteerd. Gebruik in plaats daarvan { $accepted }.
accepted-any = een ander document
accepted-passport = een paspoort
accepted-id_card = een identiteitskaart
accepted-driving_license = een rijbewijs
accepted-either = { $first } of { $other }
reason-visa_shown = Een visum bewijst niet wie je bent. Laat de pagina van je paspoort zien waar je foto op staat.
reason-other_document_than_chosen = Dit is een ander document dan je hebt gekozen. Kies opnieuw of laat het gekozen document zien.
reason-specimen = Dit is een voorbeeld, geen echt document. Gebruik je eigen document.
reason-document_expired = Je document is verlopen. Gebruik een document dat nog geldig is.
reason-birth_date_impossible = De geboortedatum op je document kan niet kloppen. Maak een nieuwe foto bij goed licht. Lukt het weer niet, gebruik dan een ander document.
reason-licence_dates_impossible = De datums op je rijbewijs kunnen niet kloppen. Maak een nieuwe foto bij goed licht. Lukt het weer niet, gebruik dan een ander document.
reason-too_young = Je bent te jong voor deze controle. Vraag het bedrijf dat je hierheen stuurde om een andere manier.
reason-licence_other_side_missing = We hebben ook de andere kant van je rijbewijs nodig. Maak er een foto van.
reason-card_other_side_missing = We hebben ook de andere kant van je kaart nodig. Maak er een foto van.
reason-licence_photo_missing = We konden de foto naast de regels van je rijbewijs niet vinden. Laat de hele kant zien, zonder lichtvlekken en vingers, en maak een nieuwe foto.
reason-photo_missing = We konden je foto op het document niet vinden. Laat de kant met de foto zien, zonder lichtvlekken en vingers, en maak een nieuwe foto.
reason-sides_of_different_cards = De twee foto’s lijken niet dezelfde kaart te tonen. Maak een foto van de voorkant en een van de achterkant van dezelfde kaart.
reason-same_side_twice = Op beide foto’s staat dezelfde kant. Maak er een van de voorkant en een van de achterkant.
reason-page_given_as_back = De foto van de achterkant toont een pagina met een foto en twee regels letters. Als dat je document is, maak er dan een foto van als voorkant; laat anders de achterkant van je kaart zien.
reason-several_documents = Op de foto staat meer dan één document. Laat op elke foto één kant van één document zien.
reason-no_face = We konden je gezicht niet zien. Kijk bij goed licht in de camera, met je hele gezicht in beeld, en maak een nieuwe selfie.
reason-several_faces = Er staat meer dan één gezicht op de foto. Maak een nieuwe selfie met alleen jezelf.
reason-faces_not_compared = We konden je gezicht niet met de foto vergelijken. Maak een nieuwe selfie bij goed licht.
reason-face_mismatch = Je selfie komt niet overeen met de foto op je document. Kijk recht in de camera bij gelijkmatig licht, zonder bril, hoed of pet, en probeer het opnieuw met je eigen document.
reason-selfie_copied = Maak een nieuwe foto van je gezicht met de camera. Een foto van het document, van een afdruk of van een scherm kan niet worden gebruikt.
reason-liveness_not_confirmed = We konden niet bevestigen dat je voor de camera zit. Zoek gelijkmatig licht, houd de camera stil op ooghoogte en volg elke opdracht zodra die verschijnt.
reason-challenge_too_late = Dat duurde langer dan we konden wachten. Probeer het opnieuw en volg elke opdracht zodra die verschijnt.
reason-barcode_missing = We konden op je rijbewijs geen streepjescode vinden die we kunnen lezen. Maak bij goed licht een nieuwe foto van de achterkant, of gebruik een paspoort of een identiteitskaart.
reason-card_mrz_missing = We konden de regels met letters en < tekens op je kaart niet vinden. Maak een nieuwe foto van beide kanten, elk van rand tot rand.
reason-page_mrz_missing = We konden de twee regels met letters en < tekens niet vinden. Laat de hele pagina met je foto zien, tot aan de onderrand.
reason-picture_of_screen = Maak een foto van het document zelf, niet van een scherm of een geprinte kopie.
reason-picture_of_copy = Maak een foto van het document zelf, niet van een kopie in zwart-wit.
reason-picture_edited = Verstuur de foto zoals je camera hem heeft gemaakt: geen schermafbeelding en niet met een programma bewerkt.
reason-picture_saved_anew = Maak een nieuwe foto van het document en verstuur die zoals je camera hem heeft gemaakt: deze is opnieuw opgeslagen door een ander programma.
reason-picture_pasted = Maak een nieuwe foto van het document en verstuur die zoals je camera hem heeft gemaakt, zonder iets te bedekken of toe te voegen.
reason-not_checked = Je foto’s konden deze keer niet worden gecontroleerd. Probeer het opnieuw.
reason-id_number_unchecked = Het identificatienummer kan hier niet worden gecontroleerd. Gebruik een andere manier.
reason-email_unchecked = Het e-mailadres kan hier niet worden gecontroleerd. Gebruik een andere manier.
reason-phone_unchecked = Het telefoonnummer kan hier niet worden gecontroleerd. Gebruik een andere manier.

## The page without a script
plain-camera = Een camera, of foto’s van je identiteitsbewijs als bestand
plain-picture = Maak een foto of kies een bestand
plain-needs-script = Voor de selfie moet deze pagina zien hoe je beweegt, en daarvoor is JavaScript nodig. Zet JavaScript aan voor deze pagina of open de link op een ander apparaat.
