### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = l’expéditeur de ce lien
sender-first = L’expéditeur de ce lien

language = Langue
page-title = { $heading } – { $operator }
header = Vérification privée par { $operator }
header-unnamed = Vérification privée
test-mode = Mode test : ne montrez pas de vrais documents
back = Retour
close = Fermer
support = Obtenir de l’aide
sending = Envoi en cours…
try-again = Réessayer
loading = Un instant…
return-to = Revenir à { $operator }
return = Continuer

## A developer's panel, in test mode alone
test-heading = Mode test : passer la vérification
test-body = Pour les développeurs. La session se termine comme vous le choisissez, sans image ; rien n’est vérifié.
test-label = Terminer comme
test-verified = vérifiée
test-action = Terminer la session
test-specimen = Ou faites un vrai essai : téléchargez un spécimen et envoyez-le comme votre document.

## Told on the screen where it happened
notice-connection = Nous n’arrivons pas à joindre le serveur. Vérifiez votre connexion, puis réessayez. Rien n’est perdu.
notice-busy_server = Le serveur est occupé. Attendez un instant, puis réessayez. Rien n’est perdu.
notice-file_refused = Le serveur ne peut pas utiliser cette image. Reprenez la photo ou choisissez un fichier JPEG ou PNG.

## Begin
begin-heading = Vérifions que c’est bien vous
begin-body = { $operatorFirst } vous demande de montrer qui vous êtes. Cela prend environ 2 minutes.
begin-needs = Ce qu’il vous faut
begin-document = Une pièce d’identité avec photo : passeport, carte d’identité ou permis de conduire
begin-camera = Un appareil photo, ou une photo de votre pièce d’identité
begin-privacy-heading = Vos images
begin-privacy = Vos images vont à { $operator } et à personne d’autre. La notice de confidentialité, à l’écran suivant, indique combien de temps elles sont conservées.
begin-accept = Commencer
begin-decline = Pas maintenant
paused-heading = Prenez votre temps
paused-body = Rien n’a été envoyé. Rouvrez ce lien quand vous voulez.
paused-accept = Commencer maintenant

## Consent
consent-heading = Votre image, votre choix
declined-heading = Vous avez dit non
declined-body = Pas de problème : aucune image n’est conservée. Demandez à { $operator } un autre moyen de montrer qui vous êtes.
declined-change = Changer d’avis

## Documents
choice-heading = Quel document ?
choice-body = Choisissez celui que vous avez avec vous.
front-heading =
    { $document ->
        [passport] Page photo de votre passeport
        [id_card] Recto de votre carte d’identité
        [driving_license] Recto de votre permis de conduire
       *[other] Recto de votre document
    }
front-body = Posez-le sur une surface unie et sombre. Gardez les doigts et la lumière vive à l’écart.
passport-body = Ouvrez-le à la page avec votre photo. Les deux lignes de lettres doivent être visibles.
back-heading =
    { $document ->
        [id_card] Verso de votre carte d’identité
        [driving_license] Verso de votre permis de conduire
       *[other] Verso de votre document
    }
back-body = Retournez-le. Chaque ligne et chaque code doivent être faciles à lire.
guidance-fill = Placez le document dans le cadre
guidance-closer = Approchez-vous
guidance-further = Reculez un peu
guidance-straighten = Prenez-le bien droit, d’en haut
guidance-glare = La lumière cache une partie. Inclinez-le un peu
guidance-dark = Trop sombre. Cherchez plus de lumière
guidance-bright = Trop clair. Éloignez-vous de la lumière
guidance-steady = Ne bougez pas
guidance-blurred = Pas encore net. Reculez un peu
guidance-good = C’est bon. Ne bougez plus

## Selfie. Left and right are the person's own
selfie-heading = Maintenant, votre visage
selfie-body = Nous comparons votre visage à la photo qui figure sur votre document. Mettez-vous face à la lumière et retirez chapeau et lunettes de soleil.
face-none = Placez votre visage dans l’ovale
face-several = Un seul visage, s’il vous plaît
face-closer = Approchez-vous
face-further = Reculez un peu
face-centre = Placez-vous au milieu de l’ovale
face-dark = Trop sombre. Cherchez plus de lumière
face-steady = Ne bougez pas
face-good = C’est bon. Ne bougez plus
face-start = C’est bon. Appuyez sur « Commencer » quand vous voulez
selfie-guidance = Placez votre visage dans l’ovale et regardez devant vous
selfie-challenge = Regardez d’abord devant vous, puis suivez cinq courtes consignes. Cela prend environ 10 secondes et montre que vous êtes vraiment là.
selfie-cannot-turn = Je ne peux pas tourner la tête
selfie-ask-for = Si vous ne pouvez pas tourner la tête, demandez à { $operator } un autre moyen.
selfie-start = Commencer
selfie-ready = Placez votre visage dans l’ovale, puis commencez
selfie-done = C’est fait, merci
step-look_straight = Regardez droit devant vous
step-turn_left = Tournez la tête à gauche
step-turn_right = Tournez la tête à droite
step-come_closer = Approchez-vous
step-move_away = Reculez un peu

## Camera and files
capture-open = Ouvrir l’appareil photo
capture-upload = Importer une image
capture-upload-instead = Importer plutôt une image
capture-shutter = Prendre la photo
capture-torch-on = Allumer la lumière
capture-torch-off = Éteindre la lumière
capture-starting = Ouverture de l’appareil photo…
capture-only-camera = Cette vérification demande une image prise en direct : les fichiers ne peuvent pas être utilisés.
capture-hint = Vous pouvez aussi appuyer sur le bouton.
capture-taken = Photo prise
capture-unreadable = Nous n’arrivons pas à ouvrir ce fichier. Choisissez une image JPEG, PNG ou WebP.
capture-unreadable-heic = Ce navigateur ne peut pas ouvrir les photos HEIC. Enregistrez la photo en JPEG, ou prenez-la ici avec l’appareil photo.
camera-refused = L’appareil photo est bloqué pour cette page. Autorisez-le pour cette page dans les réglages du navigateur, puis rouvrez-le.
camera-missing = Nous ne trouvons pas d’appareil photo. Branchez-en un ou ouvrez ce lien sur votre téléphone.
camera-busy = L’appareil photo ne répond pas. Fermez les autres applications qui l’utilisent, puis rouvrez-le.
camera-insecure = Le navigateur ne donne pas accès à l’appareil photo sur une page sans https. Demandez un lien https.
review-document-heading = Est-ce lisible ?
review-document-body = Vérifiez que chaque lettre est nette et que rien n’est coupé.
review-face-heading = Votre visage est-il bien visible ?
review-face-body = Vérifiez que l’on voit tout votre visage, net et bien éclairé.
review-picture = La photo que vous avez prise
review-use = Utiliser cette photo
review-again = Reprendre
upload-waiting = La connexion est perdue. Votre image est conservée et sera envoyée dès que vous serez de nouveau en ligne.

## ID number
number-heading = Votre numéro d’identité
number-body = { $operatorFirst } vous le demande pour vérifier qui vous êtes. Vos informations sont conservées chiffrées.
number-country = Pays
number-us-label = Les 4 derniers chiffres de votre numéro de sécurité sociale américain
number-us-hint = Quatre chiffres, par exemple 1234
number-br-label = Votre numéro CPF
number-br-hint = Onze chiffres, par exemple 123.456.789-09
number-sg-label = Votre NRIC ou FIN
number-sg-hint = Une lettre, sept chiffres et une lettre, par exemple S1234567D
number-show = Afficher
number-hide = Masquer
number-send = Continuer
details-heading = Vos informations
details-first-name = Prénom, comme sur votre pièce d’identité
details-last-name = Nom, comme sur votre pièce d’identité
details-birth-date = Date de naissance
details-missing = Remplissez d’abord tous les champs.

## Checking and the end
checking-heading = Vérification…
checking-body = Environ 10 secondes.
checking-slow = C’est plus long que d’habitude. Vous pouvez fermer cette page et revenir avec le même lien.
checking-unreachable = Nous n’arrivons pas à joindre le serveur pour l’instant. Nous continuons d’essayer.
checking-sent = Images reçues
checking-reading = Lecture et comparaison
checking-deciding = Résultat
verified-heading = Identité vérifiée
verified-body = { $operatorFirst } le sait maintenant. Vous n’avez plus rien à faire.
verified-close = Vous pouvez fermer cette page.
received-heading = Nous avons vos images
received-body = { $operatorFirst } vous donnera le résultat.
retry-heading = Encore une chose
retry-body = Une partie n’a pas pu être lue. Veuillez réessayer.
unconfirmed-heading = Nous n’avons pas pu le confirmer
unconfirmed-body = { $operatorFirst } décide de la suite. Demandez-lui un autre moyen.
canceled-heading = Cette vérification a été annulée
canceled-body = Vous n’avez plus rien à faire. { $operatorFirst } peut vous dire pourquoi.
used-heading = Ce lien a déjà servi
used-body = Il ne s’ouvre que dans le navigateur qui l’a utilisé en premier. Retournez-y, ou demandez à { $operator } un nouveau lien.
expired-heading = Ce lien a expiré
expired-body = Demandez-en un nouveau à { $operator }.
unknown-heading = Ce lien ne fonctionne pas
unknown-body = Il en manque peut-être une partie. Rouvrez-le depuis le message que vous avez reçu.
unsupported-heading = Impossible ici
unsupported-body = Cette vérification demande une chose que cette page ne sait pas encore faire. Merci de le signaler à { $operator }.
offline-heading = Le serveur ne répond pas
offline-body = Vérifiez votre connexion, puis réessayez. Rien n’est perdu.

## Hand-over: the person goes on with a phone
handover-offer = Utiliser plutôt votre téléphone
handover-heading = Utilisez votre téléphone
handover-body = Visez ce code avec l’appareil photo de votre téléphone et ouvrez le lien. Laissez cette page ouverte.
handover-picture = Code avec un lien pour votre téléphone
handover-link = Ou envoyez ce lien à votre téléphone :
handover-copy = Copier le lien
handover-copied = Lien copié
handover-waiting = En attente de votre téléphone…
handover-connected = Votre téléphone est connecté. Continuez dessus.
handover-here = Continuer plutôt ici
