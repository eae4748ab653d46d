### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = quien envió este enlace
sender-first = Quien envió este enlace

language = Idioma
page-title = { $heading } – { $operator }
header = Verificación privada por { $operator }
header-unnamed = Verificación privada
test-mode = Modo de prueba: no muestres documentos reales
back = Atrás
close = Cerrar
support = Obtener ayuda
sending = Enviando…
try-again = Intentar de nuevo
loading = Un momento…
return-to = Volver a { $operator }
return = Continuar

## A developer's panel, in test mode alone
test-heading = Modo de prueba: omitir la verificación
test-body = Para desarrolladores. La sesión termina como elijas, sin imágenes; no se comprueba nada.
test-label = Terminar como
test-verified = verificada
test-action = Terminar la sesión
test-specimen = O haz una prueba real: descarga un documento de muestra y súbelo como tu documento.

## Told on the screen where it happened
notice-connection = No podemos conectar con el servidor. Revisa tu conexión e inténtalo de nuevo. No se pierde nada.
notice-busy_server = El servidor está ocupado. Espera un momento e inténtalo de nuevo. No se pierde nada.
notice-file_refused = El servidor no puede usar esta imagen. Tómala de nuevo o elige un archivo JPEG o PNG.

## Begin
begin-heading = Comprobemos que eres tú
begin-body = { $operatorFirst } te pide que muestres quién eres. Tardarás unos 2 minutos.
begin-needs = Qué necesitas
begin-document = Un documento con foto: pasaporte, tarjeta de identidad (DNI, cédula) o licencia de conducir
begin-camera = Una cámara o una foto de tu documento
begin-privacy-heading = Tus imágenes
begin-privacy = Tus imágenes llegan a { $operator } y a nadie más. El aviso de privacidad de la pantalla siguiente dice cuánto tiempo se conservan.
begin-accept = Empezar
begin-decline = Ahora no
paused-heading = Sin prisa
paused-body = No se envió nada. Abre este enlace otra vez cuando quieras.
paused-accept = Empezar ahora

## Consent
consent-heading = Tu imagen, tu decisión
declined-heading = Dijiste que no
declined-body = No pasa nada: no se guarda ninguna imagen. Pide a { $operator } otra forma de mostrar quién eres.
declined-change = Cambiar de opinión

## Documents
choice-heading = ¿Qué documento?
choice-body = Elige el que tienes contigo.
front-heading =
    { $document ->
        [passport] Página con foto de tu pasaporte
        [id_card] Frente de tu tarjeta de identidad
        [driving_license] Frente de tu licencia de conducir
       *[other] Frente de tu documento
    }
front-body = Ponlo sobre una superficie lisa y oscura. Que no lo tapen los dedos ni una luz fuerte.
passport-body = Ábrelo por la página con tu foto. Deben verse las dos líneas de letras.
back-heading =
    { $document ->
        [id_card] Reverso de tu tarjeta de identidad
        [driving_license] Reverso de tu licencia de conducir
       *[other] Reverso de tu documento
    }
back-body = Dale la vuelta. Cada línea y cada código deben leerse bien.
guidance-fill = Encaja el documento en el marco
guidance-closer = Acércate más
guidance-further = Aléjate un poco
guidance-straighten = Toma la foto recta, desde arriba
guidance-glare = La luz tapa una parte. Inclínalo un poco
guidance-dark = Muy oscuro. Busca más luz
guidance-bright = Mucha luz. Aléjate de ella
guidance-steady = No te muevas
guidance-blurred = Aún no es nítido. Aléjate un poco
guidance-good = Bien. No te muevas

## Selfie. Left and right are the person's own
selfie-heading = Ahora tu cara
selfie-body = Comparamos tu cara con la foto que está en tu documento. Ponte de frente a la luz y quítate gorras y gafas de sol.
face-none = Pon tu cara en el óvalo
face-several = Solo una cara, por favor
face-closer = Acércate
face-further = Aléjate un poco
face-centre = Muévete al centro del óvalo
face-dark = Muy oscuro. Busca más luz
face-steady = No te muevas
face-good = Bien. No te muevas
face-start = Bien. Pulsa «Empezar» cuando quieras
selfie-guidance = Pon tu cara en el óvalo y mira al frente
selfie-challenge = Primero miras al frente y luego sigues cinco instrucciones cortas. Dura unos 10 segundos y demuestra que de verdad estás ahí.
selfie-cannot-turn = No puedo girar la cabeza
selfie-ask-for = Si no puedes girar la cabeza, pide otra forma a { $operator }.
selfie-start = Empezar
selfie-ready = Pon tu cara en el óvalo y empieza
selfie-done = Listo, gracias
step-look_straight = Mira al frente
step-turn_left = Gira la cabeza a la izquierda
step-turn_right = Gira la cabeza a la derecha
step-come_closer = Acércate
step-move_away = Aléjate un poco

## Camera and files
capture-open = Abrir la cámara
capture-upload = Subir una imagen
capture-upload-instead = Mejor subir una imagen
capture-shutter = Tomar la foto
capture-torch-on = Encender la luz
capture-torch-off = Apagar la luz
capture-starting = Abriendo la cámara…
capture-only-camera = Esta verificación necesita una imagen en vivo, por eso no se pueden usar archivos.
capture-hint = También puedes pulsar el botón.
capture-taken = Foto tomada
capture-unreadable = No podemos abrir este archivo. Elige una imagen JPEG, PNG o WebP.
capture-unreadable-heic = Este navegador no puede abrir fotos HEIC. Guarda la foto como JPEG o tómala aquí con la cámara.
camera-refused = La cámara está bloqueada en esta página. Permítela en los ajustes del navegador para esta página y ábrela de nuevo.
camera-missing = No encontramos ninguna cámara. Conecta una o abre este enlace en tu teléfono.
camera-busy = La cámara no responde. Cierra otras aplicaciones que la usen y ábrela de nuevo.
camera-insecure = El navegador no permite usar la cámara en una página sin https. Pide un enlace https.
review-document-heading = ¿Se lee bien?
review-document-body = Comprueba que todas las letras sean nítidas y que no falte ninguna parte.
review-face-heading = ¿Se ve bien tu cara?
review-face-body = Comprueba que tu cara se vea entera, nítida y con buena luz.
review-picture = La foto que tomaste
review-use = Usar esta foto
review-again = Repetir
upload-waiting = Se cortó la conexión. Tu imagen está guardada y se enviará cuando vuelva la conexión.

## ID number
number-heading = Tu número de identidad
number-body = { $operatorFirst } te lo pide para comprobar quién eres. Se guarda cifrado.
number-country = País
number-us-label = Últimos 4 dígitos de tu número del Seguro Social (EE. UU.)
number-us-hint = Cuatro dígitos, por ejemplo 1234
number-br-label = Tu número de CPF
number-br-hint = Once dígitos, por ejemplo 123.456.789-09
number-sg-label = Tu NRIC o FIN
number-sg-hint = Una letra, siete dígitos y una letra, por ejemplo S1234567D
number-show = Mostrar
number-hide = Ocultar
number-send = Continuar
details-heading = Tus datos
details-first-name = Nombre, como en tu documento
details-last-name = Apellidos, como en tu documento
details-birth-date = Fecha de nacimiento
details-missing = Primero completa todos los campos.

## Checking and the end
checking-heading = Comprobando…
checking-body = Unos 10 segundos.
checking-slow = Está tardando más de lo normal. Puedes cerrar esta página y volver con el mismo enlace.
checking-unreachable = Ahora no podemos conectar con el servidor. Seguimos intentándolo.
checking-sent = Imágenes recibidas
checking-reading = Leyendo y comparando
checking-deciding = Resultado
verified-heading = Identidad verificada
verified-body = { $operatorFirst } ya lo sabe. No tienes que hacer nada más.
verified-close = Puedes cerrar esta página.
received-heading = Tenemos tus imágenes
received-body = { $operatorFirst } te dirá el resultado.
retry-heading = Una cosa más
retry-body = Algo no se pudo leer. Inténtalo de nuevo.
unconfirmed-heading = No pudimos confirmarlo
unconfirmed-body = { $operatorFirst } decide cómo seguir. Pregúntale si hay otra forma.
canceled-heading = La verificación se canceló
canceled-body = No tienes que hacer nada más. { $operatorFirst } puede decirte el motivo.
used-heading = Este enlace ya se usó
used-body = Solo se abre en el navegador donde se usó primero. Vuelve allí o pide un enlace nuevo a { $operator }.
expired-heading = Este enlace ha caducado
expired-body = Pide uno nuevo a { $operator }.
unknown-heading = Este enlace no funciona
unknown-body = Puede que le falte una parte. Ábrelo otra vez desde el mensaje que recibiste.
unsupported-heading = Aquí no es posible
unsupported-body = Esta verificación pide algo que esta página aún no puede hacer. Avisa a { $operator }.
offline-heading = No podemos conectar con el servidor
offline-body = Revisa tu conexión e inténtalo de nuevo. No se pierde nada.

## Hand-over: the person goes on with a phone
handover-offer = Mejor usar el teléfono
handover-heading = Usa tu teléfono
handover-body = Apunta a este código con la cámara del teléfono y abre el enlace. Deja esta página abierta.
handover-picture = Código con un enlace para tu teléfono
handover-link = O envía este enlace a tu teléfono:
handover-copy = Copiar el enlace
handover-copied = Copiado
handover-waiting = Esperando a tu teléfono…
handover-connected = Tu teléfono está conectado. Continúa allí.
handover-here = Mejor seguir aquí
