### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = quem enviou este link
sender-first = Quem enviou este link

language = Idioma
page-title = { $heading } – { $operator }
header = Verificação privada por { $operator }
header-unnamed = Verificação privada
test-mode = Modo de teste: não mostre documentos reais
back = Voltar
close = Fechar
support = Obter ajuda
sending = Envio em curso…
try-again = Tentar de novo
loading = Um momento…
return-to = Voltar para { $operator }
return = Continuar

## A developer's panel, in test mode alone
test-heading = Modo de teste: saltar a verificação
test-body = Para programadores. A sessão termina como você escolher, sem imagens; nada é verificado.
test-label = Terminar como
test-verified = verificada
test-action = Terminar a sessão
test-specimen = Ou teste de verdade: baixe um documento de amostra e envie-o como o seu documento.

## Told on the screen where it happened
notice-connection = Não conseguimos chegar ao servidor. Verifique a sua conexão e tente de novo. Nada se perde.
notice-busy_server = O servidor está ocupado. Espere um momento e tente de novo. Nada se perde.
notice-file_refused = O servidor não consegue usar esta imagem. Tire a foto de novo ou escolha um arquivo JPEG ou PNG.

## Begin
begin-heading = Vamos confirmar que é você
begin-body = { $operatorFirst } pede que você mostre quem é. Leva cerca de 2 minutos.
begin-needs = Do que você precisa
begin-document = Um documento com foto: passaporte, cartão de identidade ou carta de condução (CNH)
begin-camera = Uma câmera ou uma foto do seu documento
begin-privacy-heading = As suas imagens
begin-privacy = As suas imagens vão para { $operator } e para mais ninguém. O aviso de privacidade, no próximo passo, diz por quanto tempo são guardadas.
begin-accept = Começar
begin-decline = Agora não
paused-heading = Sem pressa
paused-body = Nada foi enviado. Abra este link de novo quando quiser.
paused-accept = Começar agora

## Consent
consent-heading = A sua imagem, a sua escolha
declined-heading = Você disse não
declined-body = Tudo bem: nenhuma imagem fica guardada. Peça a { $operator } outra forma de mostrar quem você é.
declined-change = Mudei de ideia

## Documents
choice-heading = Qual documento?
choice-body = Escolha o que você tem à mão.
front-heading =
    { $document ->
        [passport] Página do passaporte com a foto
        [id_card] Frente do cartão de identidade
        [driving_license] Frente da carta de condução (CNH)
       *[other] Frente do documento
    }
front-body = Coloque-o sobre uma superfície lisa e escura. Evite cobrir com os dedos ou com luz forte.
passport-body = Abra na página com a sua foto. As duas linhas de letras precisam aparecer.
back-heading =
    { $document ->
        [id_card] Verso do cartão de identidade
        [driving_license] Verso da carta de condução (CNH)
       *[other] Verso do documento
    }
back-body = Vire o documento. Cada linha e cada código precisam ser fáceis de ler.
guidance-fill = Encaixe o documento na moldura
guidance-closer = Chegue mais perto
guidance-further = Afaste um pouco
guidance-straighten = Segure reto, por cima
guidance-glare = A luz cobre uma parte. Incline um pouco
guidance-dark = Muito escuro. Procure mais luz
guidance-bright = Muita luz. Afaste-se da luz
guidance-steady = Não se mexa
guidance-blurred = Ainda sem nitidez. Afaste um pouco
guidance-good = Bom. Continue assim

## Selfie. Left and right are the person's own
selfie-heading = Agora o seu rosto
selfie-body = Comparamos o seu rosto com a foto que está no seu documento. Fique de frente para a luz e tire chapéu e óculos escuros.
face-none = Coloque o rosto no oval
face-several = Só um rosto, por favor
face-closer = Chegue mais perto
face-further = Afaste-se um pouco
face-centre = Vá para o meio do oval
face-dark = Muito escuro. Procure mais luz
face-steady = Não se mexa
face-good = Bom. Não se mexa
face-start = Bom. Toque em “Começar” quando quiser
selfie-guidance = Coloque o rosto no oval e olhe em frente
selfie-challenge = Primeiro você olha em frente, depois segue cinco instruções curtas. Leva cerca de 10 segundos e mostra que você está mesmo aí.
selfie-cannot-turn = Não posso virar a cabeça
selfie-ask-for = Se você não pode virar a cabeça, peça a { $operator } outra forma.
selfie-start = Começar
selfie-ready = Coloque o rosto no oval e comece
selfie-done = Pronto, tudo certo
step-look_straight = Olhe em frente
step-turn_left = Vire a cabeça para a esquerda
step-turn_right = Vire a cabeça para a direita
step-come_closer = Chegue mais perto
step-move_away = Afaste-se um pouco

## Camera and files
capture-open = Abrir a câmera
capture-upload = Carregar uma imagem
capture-upload-instead = Prefiro carregar uma imagem
capture-shutter = Tirar a foto
capture-torch-on = Acender a luz
capture-torch-off = Apagar a luz
capture-starting = A câmera vai abrir…
capture-only-camera = Esta verificação precisa de uma imagem ao vivo, por isso não é possível usar arquivos.
capture-hint = Você também pode tocar no botão.
capture-taken = Foto tirada
capture-unreadable = Não conseguimos abrir este arquivo. Escolha uma imagem JPEG, PNG ou WebP.
capture-unreadable-heic = Este navegador não consegue abrir fotos HEIC. Guarde a foto como JPEG ou tire-a aqui com a câmera.
camera-refused = A câmera está bloqueada nesta página. Permita o uso nas configurações do navegador para esta página e abra de novo.
camera-missing = Não encontramos nenhuma câmera. Conecte uma ou abra este link no seu telefone.
camera-busy = A câmera não responde. Feche outros apps que a usam e abra de novo.
camera-insecure = O navegador não permite usar a câmera numa página sem https. Peça um link https.
review-document-heading = Dá para ler bem?
review-document-body = Confira se todas as letras estão nítidas e se nada ficou cortado.
review-face-heading = O seu rosto está nítido?
review-face-body = Confira se o rosto aparece inteiro, nítido e bem iluminado.
review-picture = A foto que você tirou
review-use = Usar esta foto
review-again = Repetir
upload-waiting = A conexão caiu. A sua imagem fica guardada e é enviada quando a conexão voltar.

## ID number
number-heading = O seu número de identidade
number-body = { $operatorFirst } pede isto para confirmar quem você é. Tudo é guardado com criptografia.
number-country = País
number-us-label = Últimos 4 dígitos do seu Social Security Number (EUA)
number-us-hint = Quatro dígitos, por exemplo 1234
number-br-label = O seu número de CPF
number-br-hint = Onze dígitos, por exemplo 123.456.789-09
number-sg-label = O seu NRIC ou FIN
number-sg-hint = Uma letra, sete dígitos e uma letra, por exemplo S1234567D
number-show = Mostrar
number-hide = Ocultar
number-send = Continuar
details-heading = Os seus dados
details-first-name = Nome, como no documento
details-last-name = Sobrenome (apelido), como no documento
details-birth-date = Data de nascimento
details-missing = Preencha primeiro todos os campos.

## Checking and the end
checking-heading = Verificação em curso…
checking-body = Cerca de 10 segundos.
checking-slow = Isto demora mais do que o normal. Você pode fechar esta página e voltar com o mesmo link.
checking-unreachable = Agora não conseguimos chegar ao servidor. Vamos tentar de novo.
checking-sent = Imagens recebidas
checking-reading = Leitura e comparação
checking-deciding = Resultado
verified-heading = Identidade verificada
verified-body = { $operatorFirst } já sabe. Você não precisa fazer mais nada.
verified-close = Você pode fechar esta página.
received-heading = Temos as suas imagens
received-body = { $operatorFirst } vai informar o resultado.
retry-heading = Só mais uma coisa
retry-body = Não foi possível ler uma parte. Tente de novo, por favor.
unconfirmed-heading = Não conseguimos confirmar
unconfirmed-body = { $operatorFirst } decide o que acontece agora. Pergunte por outra forma.
canceled-heading = Esta verificação foi cancelada
canceled-body = Você não precisa fazer mais nada. { $operatorFirst } pode dizer o motivo.
used-heading = Este link já foi usado
used-body = Ele só abre no navegador que o usou primeiro. Volte para lá ou peça um novo link a { $operator }.
expired-heading = Este link expirou
expired-body = Peça um novo a { $operator }.
unknown-heading = Este link não funciona
unknown-body = Pode faltar uma parte. Abra de novo a partir da mensagem que você recebeu.
unsupported-heading = Aqui não é possível
unsupported-body = Esta verificação pede algo que esta página ainda não consegue fazer. Por favor, avise { $operator }.
offline-heading = Não conseguimos chegar ao servidor
offline-body = Verifique a sua conexão e tente de novo. Nada se perde.

## Hand-over: the person goes on with a phone
handover-offer = Prefiro usar o telefone
handover-heading = Use o seu telefone
handover-body = Aponte a câmera do telefone para este código e abra o link. Deixe esta página aberta.
handover-picture = Código com um link para o seu telefone
handover-link = Ou envie este link para o seu telefone:
handover-copy = Copiar o link
handover-copied = Copiado
handover-waiting = À espera do seu telefone…
handover-connected = O seu telefone está conectado. Continue nele.
handover-here = Prefiro continuar aqui
