### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = quien envió este enlace
sender-first = Quien envió este enlace

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } necesita verificar quién eres
consent-test = Esto es una prueba. No muestres documentos reales.
consent-purpose-face = { $operatorFirst } verifica quién eres con imágenes de tu documento de identidad y de tu cara. Si aceptas, a partir de tus imágenes se crean plantillas faciales, que son datos biométricos, para comparar tu cara con la foto que está en tu documento.
consent-purpose = { $operatorFirst } verifica quién eres con imágenes de tu documento de identidad. Si aceptas, a partir de la foto que está en él se crea una plantilla facial, que es un dato biométrico, para verificar el documento.
consent-free = Puedes decir que no con toda libertad. En ese caso, lo que enviaste se elimina y puedes pedir otra forma de verificarte.
consent-time = Unos 2 minutos
consent-accept = Acepto
consent-decline = No acepto
consent-scroll = Baja para continuar
consent-document = Tomas una foto de un <a href="stripe_bottomsheet://open/consent_photo_id">documento con foto</a>.
consent-selfie = Te tomas una selfie y <a href="stripe_bottomsheet://open/consent_identity">comparamos las dos</a>.
consent-film = Mientras sigues las instrucciones de la selfie, la cámara toma una serie de imágenes.
consent-only = Solo { $operator } ve tus imágenes y el resultado.
privacy-link = El <a href="{ $address }">aviso de privacidad de { $operator }</a> dice cuánto tiempo se conservan los datos.
privacy-ask = Pregunta a { $operator } cuánto tiempo se conservan los datos, y pide que se eliminen si lo deseas.
sheet-document-title = Qué puedes usar
sheet-document-line = Un documento con foto que no haya caducado
sheet-document-body = Un pasaporte, una tarjeta de identidad o una licencia de conducir. No valen copias ni fotos de pantallas.
sheet-identity-title = Cómo funciona la verificación
sheet-identity-face = Tu cara y tu documento
sheet-identity-face-body = Medimos tu cara en la selfie y en la foto que está en tu documento, y comparamos las dos medidas. No se usan para nada más.
sheet-identity-server = En los servidores de quien envió el enlace
sheet-identity-server-body = { $operatorFirst } lo hace directamente. Ninguna imagen llega a nadie más.

## Screens of the mobile SDKs (HTML)
select-title = Ten a mano tu documento
select-button = Continuar
document-passport = Pasaporte
document-id_card = Tarjeta de identidad (DNI, cédula)
document-driving_license = Licencia de conducir
training-consent = { $operatorFirst } puede usar mis imágenes para mejorar sus verificaciones. Es opcional.
country-BR = Brasil
country-SG = Singapur
country-US = Estados Unidos
individual-title = Tus datos
individual-button = Enviar
individual-missing = Mi país no aparece
individual-welcome-title = Comprobemos que eres tú
individual-welcome-body = { $operatorFirst } te pide algunos datos sobre ti.
individual-welcome-time = Más o menos 1 minuto
individual-welcome-button = Empezar
individual-welcome-line = Escribes tu nombre, tu fecha de nacimiento y tu número de identidad.
country-not-listed-title = Aún no podemos verificar esto
country-not-listed-body = Tu país no está disponible. Pide otra forma a { $operator }.
country-not-listed-cancel = Parar aquí
country-not-listed-id = Tengo un documento de otro país
country-not-listed-address = Tengo una dirección en otro país
success-title = Tenemos tus imágenes
success-body = Gracias. { $operatorFirst } te dirá el resultado.
success-button = Listo

## What is wrong with what was just handed in
problem-again = Intentar de nuevo
problem-back = Volver
problem-anyway = Usar esta foto de todos modos
problem-declined-title = Dijiste que no
problem-declined-body = No pasa nada: lo que enviaste se elimina. Pide otra forma de mostrar quién eres, o vuelve atrás y acepta.
problem-unreadable-title = No podemos abrir esta imagen
problem-unreadable-body = Tómala de nuevo con la cámara o elige un archivo JPEG, PNG o WebP.
problem-challenge-title = Se agotó el tiempo
problem-challenge-body = Por tu seguridad, las instrucciones cambian cada vez. Empieza de nuevo y sigue cada una cuando aparezca.
problem-name-title = Falta parte de tu nombre
problem-name-body = Escribe tu nombre y tus apellidos tal como están en tu documento.
problem-dob-title = Esta fecha no parece correcta
problem-dob-body = Revisa el día, el mes y el año de tu nacimiento e inténtalo de nuevo.
problem-number-title = Este número no parece correcto
problem-number-body = Revisa el país y cada dígito e inténtalo de nuevo.

## Advice about a picture before anything is submitted
advice-no_document-title = No vemos ningún documento
advice-no_document-body = Pon el documento sobre una superficie oscura y lisa, llena la imagen con él e inténtalo de nuevo.
advice-dark-title = La imagen está muy oscura
advice-dark-body = Enciende una luz o acércate a una ventana e inténtalo de nuevo.
advice-glare-title = La luz tapa parte del documento
advice-glare-body = Inclina un poco el documento hasta que no haya reflejos e inténtalo de nuevo.
advice-blurry-title = La imagen está borrosa
advice-blurry-body = Con buena luz, no te muevas hasta que la cámara enfoque e inténtalo de nuevo.
advice-too_small-title = La imagen es muy pequeña
advice-too_small-body = Usa la imagen completa de la cámara, no una vista previa ni un recorte, e inténtalo de nuevo.
advice-cut_off-title = Parte del documento queda fuera
advice-cut_off-body = Aléjate un poco hasta que se vean las cuatro esquinas e inténtalo de nuevo.
advice-saved_anew-title = Otro programa guardó la imagen
advice-saved_anew-body = Toma otra foto o elige la que guardó la cámara.
advice-several_documents-title = Hay más de un documento
advice-several_documents-body = Muestra un solo lado de un solo documento, aparta todo lo demás e inténtalo de nuevo.
advice-back_for_front-title = Este es el reverso
advice-back_for_front-body = Gira la tarjeta hacia el lado con tu foto e inténtalo de nuevo.
advice-front_for_back-title = Este es el frente
advice-front_for_back-body = Gira la tarjeta hacia el lado sin la foto grande e inténtalo de nuevo.
advice-mrz_not_visible-title = Faltan las líneas de abajo
advice-mrz_not_visible-body = Muestra toda la página con tu foto, hasta las dos líneas de signos < y letras, e inténtalo de nuevo.
advice-no_face-title = No vemos tu cara
advice-no_face-body = Mira de frente a la cámara, con toda la cara en la imagen, e inténtalo de nuevo.
advice-several_faces-title = Hay varias caras
advice-several_faces-body = Asegúrate de que solo tú sales en la imagen e inténtalo de nuevo.
advice-face_far_away-title = Tu cara está muy lejos
advice-face_far_away-body = Acércate hasta que tu cara ocupe casi toda la imagen e inténtalo de nuevo.
advice-face_turned-title = Tu cabeza está girada
advice-face_turned-body = Mira de frente a la cámara e inténtalo de nuevo.
advice-face_burnt_out-title = La luz tapa parte de tu cara
advice-face_burnt_out-body = Aléjate de la lámpara o del sol hasta que la luz sea pareja en toda tu cara e inténtalo de nuevo.

## How a submission ended, by what was not verified
outcome-verified-title = Identidad verificada
outcome-verified-body = No tienes que hacer nada más.
outcome-document_expired = Tu documento ha caducado
outcome-document_type_not_supported = Este documento no se puede usar
outcome-country_not_supported = Este país no está disponible
outcome-device_not_supported = Este dispositivo no se puede usar
outcome-document_unverified_other = No pudimos verificar tu documento
outcome-selfie_document_missing_photo = No pudimos encontrar la foto
outcome-faces = No pudimos comparar las caras
outcome-number = No pudimos verificar el número
outcome-email = No pudimos verificar tu correo electrónico
outcome-phone = No pudimos verificar tu teléfono
outcome-under_supported_age = Aún no tienes la edad necesaria
outcome-not-finished = La verificación no se completó

## Why it was not verified, and what to do
reason-consent_declined = La persona no aceptó el uso de sus imágenes.
reason-predefined_failure = Este es un fallo predefinido del modo de prueba. Inténtalo de nuevo.
reason-abandoned = La verificación se empezó y no se completó. Empieza de nuevo.
reason-document_unreadable = No pudimos leer tu documento. Toma otra foto con buena luz.
reason-document_unreadable_to_the_edges = No pudimos leer tu documento. Toma otra foto con buena luz, de borde a borde.
reason-document_not_recognised = No pudimos leer tu documento. Ponlo sobre una superficie oscura y lisa, sostén la cámara justo encima con buena luz y toma otra foto.
reason-printed_part_unreadable = No pudimos leer la parte impresa de tu documento. Acerca más la cámara, evita los reflejos y toma otra foto.
reason-number_unreadable = No pudimos leer el número impreso en tu documento. Acerca más la cámara, evita los reflejos y los dedos, y toma otra foto.
reason-surname_unreadable = No pudimos leer los apellidos impresos en tu documento. Acerca más la cámara, evita los reflejos y los dedos, y toma otra foto.
reason-given_names_unreadable = No pudimos leer los nombres impresos en tu documento. Acerca más la cámara, evita los reflejos y los dedos, y toma otra foto.
reason-country_unreadable = No pudimos leer de qué país es tu documento. Muéstralo entero, evita los reflejos y los dedos, y toma otra foto.
reason-document_partly_unreadable = No pudimos leer todo lo que dice tu documento. Toma otra foto de cada lado con buena luz, de borde a borde.
reason-licence_partly_unreadable = No pudimos leer todo lo que dice tu licencia. Ponla sobre una superficie lisa, llena la imagen con ella, evita los reflejos y vuelve a fotografiar el lado donde está tu foto.
reason-card_unreadable = No pudimos leer tu tarjeta. Toma otra foto de cada lado con buena luz.
reason-birth_date_unreadable = No pudimos leer tu fecha de nacimiento. Evita los reflejos y toma otra foto.
reason-expiry_date_unreadable = No pudimos leer hasta cuándo es válido tu documento. Evita los reflejos y toma otra foto.
reason-mrz_unreadable = No pudimos leer las líneas de signos < y letras de tu documento. Que no las tapen los reflejos ni los dedos, no te muevas y toma otra foto.
reason-contradiction = Leímos datos distintos en dos lugares de tu documento. Límpialo, evita los reflejos y toma otra foto.
reason-document_kind_unknown = No conocemos este tipo de documento. Usa un pasaporte o una tarjeta de identidad.
reason-document_type_not_accepted = Este tipo de documento no se acepta aquí. Usa { $accepted } en su lugar.
accepted-any = otro documento
accepted-passport = un pasaporte
accepted-id_card = una tarjeta de identidad
accepted-driving_license = una licencia de conducir
accepted-either = { $first } o { $other }
reason-visa_shown = Una visa (visado) no demuestra quién eres. Muestra la página de tu pasaporte que tiene tu foto.
reason-other_document_than_chosen = Este no es el documento que elegiste. Elige de nuevo o muestra el que elegiste.
reason-specimen = Esto es una muestra, no un documento real. Usa el tuyo.
reason-document_expired = Tu documento ha caducado. Usa uno que siga siendo válido.
reason-birth_date_impossible = La fecha de nacimiento de tu documento no parece correcta. Toma otra foto con buena luz; si vuelve a pasar, usa otro documento.
reason-licence_dates_impossible = Las fechas de tu licencia no parecen correctas. Toma otra foto con buena luz; si vuelve a pasar, usa otro documento.
reason-too_young = Aún no tienes la edad necesaria para verificarte aquí. Pide otra forma a la empresa que te envió aquí.
reason-licence_other_side_missing = También necesitamos el otro lado de tu licencia. Tómale una foto.
reason-card_other_side_missing = También necesitamos el otro lado de tu tarjeta. Tómale una foto.
reason-licence_photo_missing = No pudimos encontrar la foto junto a las líneas de tu licencia. Muestra el lado completo, sin reflejos ni dedos, y toma otra imagen.
reason-photo_missing = No pudimos encontrar tu foto en el documento. Muestra el lado con la foto, sin reflejos ni dedos, y toma otra imagen.
reason-sides_of_different_cards = Las dos imágenes no parecen mostrar la misma tarjeta. Toma una foto del frente y otra del reverso de una misma tarjeta.
reason-same_side_twice = Las dos imágenes muestran el mismo lado. Toma una del frente y otra del reverso.
reason-page_given_as_back = La imagen del reverso muestra una página con una foto y dos líneas de letras. Si ese es tu documento, toma su foto como frente; si no, muestra el reverso de tu tarjeta.
reason-several_documents = La imagen muestra más de un documento. Muestra un solo lado de un solo documento en cada imagen.
reason-no_face = No pudimos ver tu cara. Mira a la cámara con buena luz, con toda la cara en la imagen, y toma otra selfie.
reason-several_faces = Hay más de una cara en la imagen. Toma otra selfie donde solo salgas tú.
reason-faces_not_compared = No pudimos comparar tu cara con la foto. Toma otra selfie con buena luz.
reason-face_mismatch = Tu selfie no coincide con la foto que está en tu documento. Mira de frente a la cámara con una luz pareja, sin gafas ni gorra, e inténtalo de nuevo con tu propio documento.
reason-selfie_copied = Toma otra foto de tu cara con la cámara. No se puede usar una imagen del documento, de una impresión ni de una pantalla.
reason-liveness_not_confirmed = No pudimos confirmar que estás frente a la cámara. Busca una luz pareja, sostén la cámara quieta a la altura de los ojos y sigue cada instrucción cuando aparezca.
reason-challenge_too_late = Tardó más de lo que podíamos esperar. Inténtalo de nuevo y sigue cada instrucción cuando aparezca.
reason-barcode_missing = No pudimos encontrar en tu licencia un código de barras que podamos leer. Toma otra foto del reverso con buena luz, o usa un pasaporte o una tarjeta de identidad.
reason-card_mrz_missing = No pudimos encontrar las líneas de signos < y letras en tu tarjeta. Toma otra foto de los dos lados, cada uno de borde a borde.
reason-page_mrz_missing = No pudimos encontrar las dos líneas de signos < y letras. Muestra toda la página con tu foto, hasta el borde de abajo.
reason-picture_of_screen = Toma una foto del documento mismo, no de una pantalla ni de una copia impresa.
reason-picture_of_copy = Toma una foto del documento mismo, no de una copia en blanco y negro.
reason-picture_edited = Envía la foto tal como la tomó la cámara: ni una captura de pantalla ni una imagen modificada con un programa.
reason-picture_saved_anew = Toma otra foto del documento y envíala tal como la tomó la cámara: otro programa volvió a guardar esta.
reason-picture_pasted = Toma otra foto del documento y envíala tal como la tomó la cámara, sin tapar ni añadir nada.
reason-not_checked = Esta vez no se pudieron verificar tus imágenes. Inténtalo de nuevo.
reason-id_number_unchecked = El número de identidad no se puede verificar aquí. Usa otra forma de verificación.
reason-email_unchecked = El correo electrónico no se puede verificar aquí. Usa otra forma de verificación.
reason-phone_unchecked = El número de teléfono no se puede verificar aquí. Usa otra forma de verificación.

## The page without a script
plain-camera = Una cámara, o fotos de tu documento en archivos
plain-picture = Haz una foto o elige un archivo
plain-needs-script = Para el selfie, esta página tiene que ver cómo te mueves, y eso necesita JavaScript. Activa JavaScript para esta página o abre el enlace en otro dispositivo.
