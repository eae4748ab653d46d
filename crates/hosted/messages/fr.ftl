### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = l’expéditeur de ce lien
sender-first = L’expéditeur de ce lien

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } doit vérifier qui vous êtes
consent-test = Ceci est un test. Ne montrez pas de vrais documents.
consent-purpose-face = { $operatorFirst } vérifie qui vous êtes à l’aide d’images de votre pièce d’identité et de votre visage. Si vous acceptez, des gabarits de visage, qui sont des données biométriques, sont créés à partir de vos images pour comparer votre visage à la photo qui figure sur votre pièce d’identité.
consent-purpose = { $operatorFirst } vérifie qui vous êtes à l’aide d’images de votre pièce d’identité. Si vous acceptez, un gabarit de visage, qui est une donnée biométrique, est créé à partir de la photo qui y figure pour vérifier la pièce d’identité.
consent-free = Vous êtes libre de dire non. Ce que vous avez envoyé est alors supprimé, et vous pouvez demander un autre moyen.
consent-time = Environ 2 minutes
consent-accept = J’accepte
consent-decline = Je n’accepte pas
consent-scroll = Faites défiler pour continuer
consent-document = Vous prenez en photo une <a href="stripe_bottomsheet://open/consent_photo_id">pièce d’identité avec photo</a>.
consent-selfie = Vous prenez un selfie, et nous <a href="stripe_bottomsheet://open/consent_identity">comparons les deux</a>.
consent-film = Pendant que vous suivez les consignes du selfie, l’appareil photo prend une série d’images.
consent-only = Vos images et le résultat ne sont vus que par { $operator }.
privacy-link = { $operatorFirst } indique dans sa <a href="{ $address }">notice de confidentialité</a> combien de temps les données sont conservées.
privacy-ask = Demandez à { $operator } combien de temps les données sont conservées, et leur suppression si vous le souhaitez.
sheet-document-title = Ce que vous pouvez utiliser
sheet-document-line = Une pièce d’identité avec photo encore valable
sheet-document-body = Un passeport, une carte d’identité ou un permis de conduire. Pas de copie, ni de photo d’un écran.
sheet-identity-title = Comment se passe la vérification
sheet-identity-face = Votre visage et votre pièce d’identité
sheet-identity-face-body = Nous mesurons votre visage sur le selfie et sur la photo de votre pièce d’identité, puis nous comparons les deux mesures. Elles ne servent à rien d’autre.
sheet-identity-server = Sur les serveurs de l’expéditeur
sheet-identity-server-body = { $operatorFirst } s’en charge directement. Aucune image n’est transmise à quelqu’un d’autre.

## Screens of the mobile SDKs (HTML)
select-title = Préparez votre pièce d’identité
select-button = Continuer
document-passport = Passeport
document-id_card = Carte d’identité
document-driving_license = Permis de conduire
training-consent = { $operatorFirst } peut utiliser mes images pour améliorer ses vérifications. Ce choix est facultatif.
country-BR = Brésil
country-SG = Singapour
country-US = États-Unis
individual-title = Vos informations
individual-button = Envoyer
individual-missing = Mon pays n’est pas dans la liste
individual-welcome-title = Vérifions que c’est bien vous
individual-welcome-body = { $operatorFirst } vous demande quelques informations sur vous.
individual-welcome-time = Environ 1 minute
individual-welcome-button = Commencer
individual-welcome-line = Vous écrivez votre nom, votre date de naissance et votre numéro d’identité.
country-not-listed-title = Vérification pas encore possible
country-not-listed-body = Votre pays n’est pas pris en charge. Demandez à { $operator } un autre moyen.
country-not-listed-cancel = Arrêter ici
country-not-listed-id = J’ai une pièce d’identité d’un autre pays
country-not-listed-address = J’ai une adresse dans un autre pays
success-title = Nous avons vos images
success-body = Merci. { $operatorFirst } vous donnera le résultat.
success-button = Terminé

## What is wrong with what was just handed in
problem-again = Réessayer
problem-back = Revenir en arrière
problem-anyway = Utiliser quand même cette photo
problem-declined-title = Vous avez dit non
problem-declined-body = Pas de problème : ce que vous avez envoyé est supprimé. Demandez un autre moyen de montrer qui vous êtes, ou revenez en arrière et acceptez.
problem-unreadable-title = Nous n’arrivons pas à ouvrir cette image
problem-unreadable-body = Reprenez-la avec l’appareil photo, ou choisissez un fichier JPEG, PNG ou WebP.
problem-challenge-title = Le temps est écoulé
problem-challenge-body = Pour votre sécurité, les consignes changent à chaque fois. Recommencez, et suivez chacune dès qu’elle apparaît.
problem-name-title = Votre nom n’est pas complet
problem-name-body = Écrivez votre prénom et votre nom comme sur votre pièce d’identité.
problem-dob-title = Cette date ne semble pas correcte
problem-dob-body = Vérifiez le jour, le mois et l’année de votre naissance, puis réessayez.
problem-number-title = Ce numéro ne semble pas correct
problem-number-body = Vérifiez le pays et chaque chiffre, puis réessayez.

## Advice about a picture before anything is submitted
advice-no_document-title = Nous ne voyons pas de document
advice-no_document-body = Posez votre document sur une surface sombre et plane, remplissez l’image avec, puis réessayez.
advice-dark-title = L’image est trop sombre
advice-dark-body = Allumez une lampe ou approchez-vous d’une fenêtre, puis réessayez.
advice-glare-title = La lumière cache une partie du document
advice-glare-body = Inclinez un peu le document jusqu’à ce que les reflets disparaissent, puis réessayez.
advice-blurry-title = L’image est floue
advice-blurry-body = Avec une bonne lumière, ne bougez pas jusqu’à ce que l’image soit nette, puis réessayez.
advice-too_small-title = L’image est trop petite
advice-too_small-body = Utilisez l’image entière de l’appareil photo, pas un aperçu ni un extrait, puis réessayez.
advice-cut_off-title = Une partie du document est hors de l’image
advice-cut_off-body = Éloignez-vous un peu jusqu’à voir les quatre coins dans l’image, puis réessayez.
advice-saved_anew-title = L’image a été enregistrée par un autre logiciel
advice-saved_anew-body = Prenez une nouvelle photo, ou choisissez celle que l’appareil a enregistrée.
advice-several_documents-title = Il y a plus d’un document
advice-several_documents-body = Montrez un seul côté d’un seul document, écartez tout le reste, puis réessayez.
advice-back_for_front-title = C’est le verso
advice-back_for_front-body = Tournez la carte du côté de votre photo, puis réessayez.
advice-front_for_back-title = C’est le recto
advice-front_for_back-body = Tournez la carte du côté sans la grande photo, puis réessayez.
advice-mrz_not_visible-title = Il manque les lignes du bas
advice-mrz_not_visible-body = Montrez toute la page avec votre photo, jusqu’aux deux lignes de signes < et de lettres, puis réessayez.
advice-no_face-title = Nous ne voyons pas votre visage
advice-no_face-body = Regardez droit vers l’appareil photo, avec tout le visage dans l’image, puis réessayez.
advice-several_faces-title = Il y a plusieurs visages
advice-several_faces-body = Assurez-vous que l’on ne voit que vous dans l’image, puis réessayez.
advice-face_far_away-title = Votre visage est trop loin
advice-face_far_away-body = Approchez-vous jusqu’à ce que votre visage occupe presque toute l’image, puis réessayez.
advice-face_turned-title = Votre tête est tournée
advice-face_turned-body = Regardez droit vers l’appareil photo, puis réessayez.
advice-face_burnt_out-title = La lumière cache une partie de votre visage
advice-face_burnt_out-body = Éloignez-vous de la lampe ou du soleil jusqu’à ce que votre visage soit éclairé de façon égale, puis réessayez.

## How a submission ended, by what was not verified
outcome-verified-title = Identité vérifiée
outcome-verified-body = Vous n’avez plus rien à faire.
outcome-document_expired = Votre document a expiré
outcome-document_type_not_supported = Ce document ne peut pas être utilisé
outcome-country_not_supported = Ce pays n’est pas pris en charge
outcome-device_not_supported = Cet appareil ne peut pas être utilisé
outcome-document_unverified_other = Nous n’avons pas pu vérifier votre document
outcome-selfie_document_missing_photo = Nous n’avons pas trouvé la photo
outcome-faces = Nous n’avons pas pu comparer les visages
outcome-number = Nous n’avons pas pu vérifier le numéro
outcome-email = Nous n’avons pas pu vérifier votre e-mail
outcome-phone = Nous n’avons pas pu vérifier votre téléphone
outcome-under_supported_age = Vous n’avez pas encore l’âge requis
outcome-not-finished = La vérification n’a pas été terminée

## Why it was not verified, and what to do
reason-consent_declined = La personne n’a pas accepté l’utilisation de ses images.
reason-predefined_failure = Ceci est un échec prédéfini du mode test. Réessayez.
reason-abandoned = La vérification a été commencée mais n’a pas été terminée. Veuillez recommencer.
reason-document_unreadable = Nous n’avons pas pu lire votre document. Prenez une nouvelle photo avec une bonne lumière.
reason-document_unreadable_to_the_edges = Nous n’avons pas pu lire votre document. Prenez une nouvelle photo avec une bonne lumière, d’un bord à l’autre.
reason-document_not_recognised = Nous n’avons pas pu lire votre document. Posez-le sur une surface sombre et plane, tenez l’appareil photo juste au-dessus avec une bonne lumière et prenez une nouvelle photo.
reason-printed_part_unreadable = Nous n’avons pas pu lire la partie imprimée de votre document. Approchez l’appareil photo, évitez les reflets et prenez une nouvelle photo.
reason-number_unreadable = Nous n’avons pas pu lire le numéro imprimé sur votre document. Approchez l’appareil photo, évitez les reflets et les doigts, et prenez une nouvelle photo.
reason-surname_unreadable = Nous n’avons pas pu lire le nom imprimé sur votre document. Approchez l’appareil photo, évitez les reflets et les doigts, et prenez une nouvelle photo.
reason-given_names_unreadable = Nous n’avons pas pu lire les prénoms imprimés sur votre document. Approchez l’appareil photo, évitez les reflets et les doigts, et prenez une nouvelle photo.
reason-country_unreadable = Nous n’avons pas pu lire de quel pays vient votre document. Montrez-le en entier, évitez les reflets et les doigts, et prenez une nouvelle photo.
reason-document_partly_unreadable = Nous n’avons pas pu tout lire sur votre document. Prenez une nouvelle photo de chaque côté avec une bonne lumière, d’un bord à l’autre.
reason-licence_partly_unreadable = Nous n’avons pas pu tout lire sur votre permis. Posez-le sur une surface plane, remplissez l’image avec, évitez les reflets et prenez une nouvelle image du côté où se trouve votre photo.
reason-card_unreadable = Nous n’avons pas pu lire votre carte. Prenez une nouvelle photo de chaque côté avec une bonne lumière.
reason-birth_date_unreadable = Nous n’avons pas pu lire votre date de naissance. Évitez les reflets et prenez une nouvelle photo.
reason-expiry_date_unreadable = Nous n’avons pas pu lire jusqu’à quand votre document est valable. Évitez les reflets et prenez une nouvelle photo.
reason-mrz_unreadable = Nous n’avons pas pu lire les lignes de signes < et de lettres sur votre document. Évitez d’y mettre les doigts ou des reflets, ne bougez pas et prenez une nouvelle photo.
reason-contradiction = Nous avons lu des informations différentes à deux endroits de votre document. Essuyez-le, évitez les reflets et prenez une nouvelle photo.
reason-document_kind_unknown = Nous ne connaissons pas ce type de document. Utilisez un passeport ou une carte d’identité.
reason-document_type_not_accepted = Ce type de document n’est pas accepté ici. Utilisez plutôt { $accepted }.
accepted-any = un autre document
accepted-passport = un passeport
accepted-id_card = une carte d’identité
accepted-driving_license = un permis de conduire
accepted-either = { $first } ou { $other }
reason-visa_shown = Un visa ne prouve pas qui vous êtes. Montrez la page de votre passeport avec votre photo.
reason-other_document_than_chosen = Ce n’est pas le document que vous avez choisi. Choisissez à nouveau, ou montrez celui que vous avez choisi.
reason-specimen = Ceci est un spécimen, pas un vrai document. Utilisez le vôtre.
reason-document_expired = Votre document a expiré. Utilisez-en un qui est encore valable.
reason-birth_date_impossible = La date de naissance sur votre document ne semble pas correcte. Prenez une nouvelle photo avec une bonne lumière ; si cela ne marche toujours pas, utilisez un autre document.
reason-licence_dates_impossible = Les dates sur votre permis ne semblent pas correctes. Prenez une nouvelle photo avec une bonne lumière ; si cela ne marche toujours pas, utilisez un autre document.
reason-too_young = Vous n’avez pas encore l’âge requis pour cette vérification. Demandez un autre moyen à l’entreprise qui vous a envoyé ici.
reason-licence_other_side_missing = Il nous faut aussi l’autre côté de votre permis. Prenez-le en photo.
reason-card_other_side_missing = Il nous faut aussi l’autre côté de votre carte. Prenez-le en photo.
reason-licence_photo_missing = Nous n’avons pas trouvé la photo à côté des lignes de votre permis. Montrez tout le côté, sans reflets ni doigts, et prenez une nouvelle image.
reason-photo_missing = Nous n’avons pas trouvé votre photo sur le document. Montrez le côté avec la photo, sans reflets ni doigts, et prenez une nouvelle image.
reason-sides_of_different_cards = Les deux images ne semblent pas montrer la même carte. Prenez une photo du recto et une du verso d’une même carte.
reason-same_side_twice = Les deux images montrent le même côté. Prenez-en une du recto et une du verso.
reason-page_given_as_back = L’image du verso montre une page avec une photo et deux lignes de lettres. Si c’est votre document, photographiez-la comme recto ; sinon, montrez le verso de votre carte.
reason-several_documents = L’image montre plus d’un document. Montrez un seul côté d’un seul document par image.
reason-no_face = Nous n’avons pas pu voir votre visage. Regardez l’appareil photo avec une bonne lumière, avec tout le visage dans l’image, et prenez un nouveau selfie.
reason-several_faces = Il y a plus d’un visage dans l’image. Prenez un nouveau selfie où l’on ne voit que vous.
reason-faces_not_compared = Nous n’avons pas pu comparer votre visage à la photo. Prenez un nouveau selfie avec une bonne lumière.
reason-face_mismatch = Votre selfie ne correspond pas à la photo qui figure sur votre document. Regardez droit vers l’appareil photo avec une lumière égale, sans lunettes ni chapeau, et réessayez avec votre propre document.
reason-selfie_copied = Prenez une nouvelle photo de votre visage avec l’appareil photo. Une photo du document, d’une impression ou d’un écran ne peut pas être utilisée.
reason-liveness_not_confirmed = Nous n’avons pas pu confirmer que vous êtes devant l’appareil photo. Cherchez une lumière égale, tenez l’appareil immobile à hauteur des yeux et suivez chaque consigne dès qu’elle apparaît.
reason-challenge_too_late = Cela a pris plus de temps que nous ne pouvions attendre. Réessayez, et suivez chaque consigne dès qu’elle apparaît.
reason-barcode_missing = Nous n’avons pas trouvé sur votre permis de code-barres que nous pouvons lire. Prenez une nouvelle photo du verso avec une bonne lumière, ou utilisez plutôt un passeport ou une carte d’identité.
reason-card_mrz_missing = Nous n’avons pas trouvé les lignes de signes < et de lettres sur votre carte. Prenez une nouvelle photo des deux côtés, chacun d’un bord à l’autre.
reason-page_mrz_missing = Nous n’avons pas trouvé les deux lignes de signes < et de lettres. Montrez toute la page avec votre photo, jusqu’à son bord inférieur.
reason-picture_of_screen = Prenez en photo le document lui-même, pas un écran ni une copie imprimée.
reason-picture_of_copy = Prenez en photo le document lui-même, pas une copie en noir et blanc.
reason-picture_edited = Envoyez l’image telle que l’appareil l’a prise : pas une capture d’écran, ni une image modifiée avec un logiciel.
reason-picture_saved_anew = Prenez une nouvelle photo du document et envoyez-la telle que l’appareil l’a prise : celle-ci a été réenregistrée par un autre logiciel.
reason-picture_pasted = Prenez une nouvelle photo du document et envoyez-la telle que l’appareil l’a prise, sans rien cacher ni ajouter.
reason-not_checked = Vos images n’ont pas pu être vérifiées cette fois-ci. Veuillez réessayer.
reason-id_number_unchecked = Le numéro d’identité ne peut pas être vérifié ici. Veuillez utiliser un autre moyen de vérification.
reason-email_unchecked = L’adresse e-mail ne peut pas être vérifiée ici. Veuillez utiliser un autre moyen de vérification.
reason-phone_unchecked = Le numéro de téléphone ne peut pas être vérifié ici. Veuillez utiliser un autre moyen de vérification.

## The page without a script
plain-camera = Un appareil photo, ou des photos de votre pièce d’identité en fichiers
plain-picture = Prenez une photo ou choisissez un fichier
plain-needs-script = Pour le selfie, cette page doit voir comment vous bougez, et cela demande JavaScript. Activez JavaScript pour cette page ou ouvrez le lien sur un autre appareil.
