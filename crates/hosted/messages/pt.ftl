### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = quem enviou este link
sender-first = Quem enviou este link

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } precisa verificar quem você é
consent-test = Isto é um teste. Não mostre documentos reais.
consent-purpose-face = { $operatorFirst } verifica quem você é com imagens do seu documento de identidade e do seu rosto. Se você concordar, são criados, a partir das suas imagens, modelos faciais, que são dados biométricos, para comparar o seu rosto com a foto que está no seu documento.
consent-purpose = { $operatorFirst } verifica quem você é com imagens do seu documento de identidade. Se você concordar, é criado, a partir da foto que está nele, um modelo facial, que é um dado biométrico, para verificar o documento.
consent-free = Você é livre para dizer não. Nesse caso, o que você enviou é apagado, e você pode pedir outra forma.
consent-time = Cerca de 2 minutos
consent-accept = Concordo
consent-decline = Não concordo
consent-scroll = Desça até o fim para continuar
consent-document = Você tira uma foto de um <a href="stripe_bottomsheet://open/consent_photo_id">documento com foto</a>.
consent-selfie = Você tira uma selfie, e nós <a href="stripe_bottomsheet://open/consent_identity">comparamos as duas</a>.
consent-film = Enquanto você segue as instruções da selfie, a câmera tira uma série de imagens.
consent-only = Só { $operator } vê as suas imagens e o resultado.
privacy-link = O <a href="{ $address }">aviso de privacidade de { $operator }</a> diz por quanto tempo os dados são guardados.
privacy-ask = Pergunte a { $operator } por quanto tempo os dados são guardados, e peça para apagá-los se quiser.
sheet-document-title = O que você pode usar
sheet-document-line = Um documento com foto dentro da validade
sheet-document-body = Um passaporte, um cartão de identidade ou uma carta de condução (CNH). Cópias e fotos de telas (ecrãs) não servem.
sheet-identity-title = Como funciona a verificação
sheet-identity-face = O seu rosto e o seu documento
sheet-identity-face-body = Medimos o seu rosto na selfie e na foto que está no seu documento, e comparamos as duas medidas. Elas não são usadas para mais nada.
sheet-identity-server = Nos servidores de quem enviou o link
sheet-identity-server-body = { $operatorFirst } faz isto diretamente. Nenhuma imagem vai para mais ninguém.

## Screens of the mobile SDKs (HTML)
select-title = Tenha o documento à mão
select-button = Continuar
document-passport = Passaporte
document-id_card = Cartão de identidade
document-driving_license = Carta de condução (CNH)
training-consent = { $operatorFirst } pode usar as minhas imagens para melhorar as suas verificações. É opcional.
country-BR = Brasil
country-SG = Singapura
country-US = Estados Unidos
individual-title = Os seus dados
individual-button = Enviar
individual-missing = O meu país não aparece
individual-welcome-title = Vamos confirmar que é você
individual-welcome-body = { $operatorFirst } pede alguns dados sobre você.
individual-welcome-time = Cerca de 1 minuto
individual-welcome-button = Começar
individual-welcome-line = Você escreve o seu nome, a sua data de nascimento e o seu número de identidade.
country-not-listed-title = Ainda não podemos verificar isto
country-not-listed-body = O seu país não está disponível. Peça outra forma a { $operator }.
country-not-listed-cancel = Parar aqui
country-not-listed-id = Tenho um documento de outro país
country-not-listed-address = Tenho um endereço em outro país
success-title = Temos as suas imagens
success-body = Agradecemos. { $operatorFirst } vai informar o resultado.
success-button = Concluir

## What is wrong with what was just handed in
problem-again = Tentar de novo
problem-back = Voltar
problem-anyway = Usar esta foto mesmo assim
problem-declined-title = Você disse não
problem-declined-body = Tudo bem: o que você enviou é apagado. Peça outra forma de mostrar quem você é, ou volte e concorde.
problem-unreadable-title = Não conseguimos abrir esta imagem
problem-unreadable-body = Tire-a de novo com a câmera ou escolha um arquivo JPEG, PNG ou WebP.
problem-challenge-title = O tempo acabou
problem-challenge-body = Para sua segurança, as instruções mudam a cada vez. Comece de novo e siga cada uma quando ela aparecer.
problem-name-title = O seu nome não está completo
problem-name-body = Escreva o seu nome e sobrenome (apelido) como estão no documento.
problem-dob-title = Esta data não parece certa
problem-dob-body = Confira o dia, o mês e o ano do seu nascimento e tente de novo.
problem-number-title = Este número não parece certo
problem-number-body = Confira o país e cada dígito e tente de novo.

## Advice about a picture before anything is submitted
advice-no_document-title = Não vemos nenhum documento
advice-no_document-body = Coloque o documento sobre uma superfície escura e plana, preencha a imagem com ele e tente de novo.
advice-dark-title = A imagem está muito escura
advice-dark-body = Acenda uma luz ou vá para perto de uma janela e tente de novo.
advice-glare-title = A luz cobre parte do documento
advice-glare-body = Incline um pouco o documento até os reflexos desaparecerem e tente de novo.
advice-blurry-title = A imagem está desfocada
advice-blurry-body = Com boa luz, não se mexa até a câmera focar e tente de novo.
advice-too_small-title = A imagem é pequena demais
advice-too_small-body = Use a imagem inteira da câmera, não uma miniatura nem um recorte, e tente de novo.
advice-cut_off-title = Parte do documento ficou de fora
advice-cut_off-body = Afaste um pouco até os quatro cantos aparecerem na imagem e tente de novo.
advice-saved_anew-title = Outro programa salvou (guardou) a foto
advice-saved_anew-body = Tire uma nova foto ou escolha a que a câmera salvou (guardou).
advice-several_documents-title = Há mais de um documento
advice-several_documents-body = Mostre um só lado de um só documento, afaste todo o resto e tente de novo.
advice-back_for_front-title = Este é o verso
advice-back_for_front-body = Vire o cartão para o lado com a sua foto e tente de novo.
advice-front_for_back-title = Esta é a frente
advice-front_for_back-body = Vire o cartão para o lado sem a foto grande e tente de novo.
advice-mrz_not_visible-title = Faltam as linhas de baixo
advice-mrz_not_visible-body = Mostre toda a página com a sua foto, até as duas linhas de sinais < e letras, e tente de novo.
advice-no_face-title = Não vemos o seu rosto
advice-no_face-body = Olhe direto para a câmera, com o rosto inteiro na imagem, e tente de novo.
advice-several_faces-title = Há vários rostos
advice-several_faces-body = Deixe só você na imagem e tente de novo.
advice-face_far_away-title = O seu rosto está muito longe
advice-face_far_away-body = Chegue mais perto até o rosto ocupar quase toda a imagem e tente de novo.
advice-face_turned-title = A sua cabeça está virada
advice-face_turned-body = Olhe direto para a câmera e tente de novo.
advice-face_burnt_out-title = A luz cobre parte do seu rosto
advice-face_burnt_out-body = Afaste-se da lâmpada ou do sol até o rosto ficar iluminado por igual e tente de novo.

## How a submission ended, by what was not verified
outcome-verified-title = Identidade verificada
outcome-verified-body = Você não precisa fazer mais nada.
outcome-document_expired = O seu documento está fora da validade
outcome-document_type_not_supported = Este documento não pode ser usado
outcome-country_not_supported = Este país não está disponível
outcome-device_not_supported = Este dispositivo não pode ser usado
outcome-document_unverified_other = Não conseguimos verificar o seu documento
outcome-selfie_document_missing_photo = Não conseguimos encontrar a foto
outcome-faces = Não conseguimos comparar os rostos
outcome-number = Não conseguimos verificar o número
outcome-email = Não conseguimos verificar o seu e-mail
outcome-phone = Não conseguimos verificar o seu telefone
outcome-under_supported_age = Você ainda não tem a idade necessária
outcome-not-finished = A verificação não foi concluída

## Why it was not verified, and what to do
reason-consent_declined = A pessoa não concordou com o uso das suas imagens.
reason-predefined_failure = Esta é uma falha predefinida do modo de teste. Tente de novo.
reason-abandoned = A verificação foi iniciada e não foi concluída. Comece de novo, por favor.
reason-document_unreadable = Não conseguimos ler o seu documento. Tire uma nova foto com boa luz.
reason-document_unreadable_to_the_edges = Não conseguimos ler o seu documento. Tire uma nova foto com boa luz, de borda a borda.
reason-document_not_recognised = Não conseguimos ler o seu documento. Coloque-o sobre uma superfície escura e plana, segure a câmera bem acima dele com boa luz e tire uma nova foto.
reason-printed_part_unreadable = Não conseguimos ler a parte impressa do seu documento. Aproxime a câmera, evite reflexos e tire uma nova foto.
reason-number_unreadable = Não conseguimos ler o número impresso no seu documento. Aproxime a câmera, evite reflexos e dedos, e tire uma nova foto.
reason-surname_unreadable = Não conseguimos ler o sobrenome impresso no seu documento. Aproxime a câmera, evite reflexos e dedos, e tire uma nova foto.
reason-given_names_unreadable = Não conseguimos ler os nomes próprios impressos no seu documento. Aproxime a câmera, evite reflexos e dedos, e tire uma nova foto.
reason-country_unreadable = Não conseguimos ler de que país é o seu documento. Mostre-o inteiro, evite reflexos e dedos, e tire uma nova foto.
reason-document_partly_unreadable = Não conseguimos ler tudo no seu documento. Tire uma nova foto de cada lado com boa luz, de borda a borda.
reason-licence_partly_unreadable = Não conseguimos ler tudo na sua carta de condução (CNH). Coloque-a sobre uma superfície plana, preencha a imagem com ela, evite reflexos e tire uma nova imagem do lado com a sua foto.
reason-card_unreadable = Não conseguimos ler o seu cartão. Tire uma nova foto de cada lado com boa luz.
reason-birth_date_unreadable = Não conseguimos ler a sua data de nascimento. Evite reflexos e tire uma nova foto.
reason-expiry_date_unreadable = Não conseguimos ler até quando o seu documento é válido. Evite reflexos e tire uma nova foto.
reason-mrz_unreadable = Não conseguimos ler as linhas de sinais < e letras do seu documento. Evite cobri-las com reflexos ou dedos, não se mexa e tire uma nova foto.
reason-contradiction = Lemos dados diferentes em dois lugares do seu documento. Limpe-o, evite reflexos e tire uma nova foto.
reason-document_kind_unknown = Não conhecemos este tipo de documento. Use um passaporte ou um cartão de identidade.
reason-document_type_not_accepted = Este tipo de documento não pode ser usado aqui. Em vez dele, use { $accepted }.
accepted-any = outro documento
accepted-passport = um passaporte
accepted-id_card = um cartão de identidade
accepted-driving_license = uma carta de condução (CNH)
accepted-either = { $first } ou { $other }
reason-visa_shown = Um visto não prova quem você é. Mostre a página do passaporte com a sua foto.
reason-other_document_than_chosen = Este não é o documento que você escolheu. Escolha de novo ou mostre o que você escolheu.
reason-specimen = Isto é uma amostra, não um documento real. Use o seu.
reason-document_expired = O seu documento está fora da validade. Use um que ainda seja válido.
reason-birth_date_impossible = A data de nascimento no seu documento não parece certa. Tire uma nova foto com boa luz; se acontecer de novo, use outro documento.
reason-licence_dates_impossible = As datas na sua carta de condução (CNH) não parecem certas. Tire uma nova foto com boa luz; se acontecer de novo, use outro documento.
reason-too_young = Você ainda não tem a idade necessária para esta verificação. Peça outra forma à empresa que enviou você até aqui.
reason-licence_other_side_missing = Também precisamos do outro lado da sua carta de condução (CNH). Tire uma foto dele.
reason-card_other_side_missing = Também precisamos do outro lado do seu cartão. Tire uma foto dele.
reason-licence_photo_missing = Não conseguimos encontrar a foto ao lado das linhas da sua carta de condução (CNH). Mostre o lado inteiro, sem reflexos nem dedos, e tire uma nova imagem.
reason-photo_missing = Não conseguimos encontrar a sua foto no documento. Mostre o lado com a foto, sem reflexos nem dedos, e tire uma nova imagem.
reason-sides_of_different_cards = As duas imagens não parecem mostrar o mesmo cartão. Tire uma foto da frente e uma do verso do mesmo cartão.
reason-same_side_twice = As duas imagens mostram o mesmo lado. Tire uma da frente e uma do verso.
reason-page_given_as_back = A imagem do verso mostra uma página com uma foto e duas linhas de letras. Se esse é o seu documento, tire a foto dele como frente; senão, mostre o verso do seu cartão.
reason-several_documents = A imagem mostra mais de um documento. Mostre um só lado de um só documento em cada imagem.
reason-no_face = Não conseguimos ver o seu rosto. Olhe para a câmera com boa luz, com o rosto inteiro na imagem, e tire uma nova selfie.
reason-several_faces = Há mais de um rosto na imagem. Tire uma nova selfie só com você.
reason-faces_not_compared = Não conseguimos comparar o seu rosto com a foto. Tire uma nova selfie com boa luz.
reason-face_mismatch = A sua selfie não corresponde à foto que está no seu documento. Olhe direto para a câmera com luz uniforme, sem óculos nem chapéu, e tente de novo com o seu próprio documento.
reason-selfie_copied = Tire uma nova foto do seu rosto com a câmera. Uma foto do documento, de um papel impresso ou de uma tela (ecrã) não pode ser usada.
reason-liveness_not_confirmed = Não conseguimos confirmar que você está na frente da câmera. Procure uma luz uniforme, segure a câmera parada à altura dos olhos e siga cada instrução quando ela aparecer.
reason-challenge_too_late = Levou mais tempo do que podíamos esperar. Tente de novo e siga cada instrução quando ela aparecer.
reason-barcode_missing = Não conseguimos encontrar na sua carta de condução (CNH) um código de barras que possamos ler. Tire uma nova foto do verso com boa luz, ou use um passaporte ou um cartão de identidade.
reason-card_mrz_missing = Não conseguimos encontrar as linhas de sinais < e letras no seu cartão. Tire uma nova foto dos dois lados, cada um de borda a borda.
reason-page_mrz_missing = Não conseguimos encontrar as duas linhas de sinais < e letras. Mostre toda a página com a sua foto, até a borda de baixo.
reason-picture_of_screen = Tire uma foto do próprio documento, não de uma tela (ecrã) nem de uma cópia impressa.
reason-picture_of_copy = Tire uma foto do próprio documento, não de uma cópia em preto e branco.
reason-picture_edited = Envie a foto como a câmera a tirou: nem uma captura de tela (ecrã) nem uma imagem alterada com um programa.
reason-picture_saved_anew = Tire uma nova foto do documento e envie-a como a câmera a tirou: esta foi salva (guardada) de novo por outro programa.
reason-picture_pasted = Tire uma nova foto do documento e envie-a como a câmera a tirou, sem nada coberto nem adicionado.
reason-not_checked = Desta vez não foi possível verificar as suas imagens. Tente de novo, por favor.
reason-id_number_unchecked = O número de identidade não pode ser verificado aqui. Use outra forma de verificação.
reason-email_unchecked = O endereço de e-mail não pode ser verificado aqui. Use outra forma de verificação.
reason-phone_unchecked = O número de telefone não pode ser verificado aqui. Use outra forma de verificação.

## The page without a script
plain-camera = Uma câmera, ou fotos do seu documento em arquivos
plain-picture = Tire uma foto ou escolha um arquivo
plain-needs-script = Para a selfie, esta página precisa ver como você se move, e isso exige JavaScript. Ative o JavaScript para esta página ou abra o link em outro dispositivo.
