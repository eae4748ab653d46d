### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = इस लिंक को भेजने वाले
sender-first = इस लिंक को भेजने वाले

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } को आपकी पहचान जाँचनी है
consent-test = यह एक टेस्ट है। असली दस्तावेज़ न दिखाएँ।
consent-purpose-face = { $operatorFirst } द्वारा आपके पहचान पत्र और आपके चेहरे की तस्वीरों से आपकी पहचान जाँची जाती है। अगर आप सहमत हैं, तो आपके चेहरे का मिलान आपके पहचान पत्र की फ़ोटो से करने के लिए आपकी तस्वीरों से चेहरे के टेम्पलेट बनाए जाते हैं, जो बायोमेट्रिक डेटा हैं।
consent-purpose = { $operatorFirst } द्वारा आपके पहचान पत्र की तस्वीरों से आपकी पहचान जाँची जाती है। अगर आप सहमत हैं, तो पहचान पत्र जाँचने के लिए उस पर लगी फ़ोटो से चेहरे का एक टेम्पलेट बनाया जाता है, जो बायोमेट्रिक डेटा है।
consent-free = आप मना करने के लिए स्वतंत्र हैं। मना करने पर, आपने जो भेजा है वह मिटा दिया जाता है, और आप कोई दूसरा तरीका माँग सकते हैं।
consent-time = करीब 2 मिनट
consent-accept = मैं सहमत हूँ
consent-decline = मैं सहमत नहीं हूँ
consent-scroll = आगे बढ़ने के लिए नीचे स्क्रॉल करें
consent-document = आप <a href="stripe_bottomsheet://open/consent_photo_id">फ़ोटो वाले पहचान पत्र</a> की तस्वीर लेते हैं।
consent-selfie = आप एक सेल्फ़ी लेते हैं, और हम <a href="stripe_bottomsheet://open/consent_identity">दोनों का मिलान करते हैं</a>।
consent-film = जब आप सेल्फ़ी के निर्देश मान रहे होते हैं, तब कैमरा एक के बाद एक कई तस्वीरें लेता है।
consent-only = आपकी तस्वीरें और नतीजा सिर्फ़ { $operator } को दिखाई देते हैं।
privacy-link = डेटा कब तक रखा जाता है, यह <a href="{ $address }">{ $operator } की गोपनीयता सूचना</a> में लिखा है।
privacy-ask = डेटा कब तक रखा जाता है, यह { $operator } से पूछें, और डेटा मिटाने के लिए भी उनसे कहें।
sheet-document-title = आप क्या इस्तेमाल कर सकते हैं
sheet-document-line = फ़ोटो वाला पहचान पत्र, जिसकी तारीख खत्म न हुई हो
sheet-document-body = पासपोर्ट, आईडी कार्ड या ड्राइविंग लाइसेंस। कॉपी नहीं, और स्क्रीन की तस्वीर भी नहीं।
sheet-identity-title = जाँच कैसे होती है
sheet-identity-face = आपका चेहरा और आपका पहचान पत्र
sheet-identity-face-body = हम सेल्फ़ी में और आपके पहचान पत्र की फ़ोटो में आपके चेहरे की माप लेते हैं, और दोनों मापों का मिलान करते हैं। इनका इस्तेमाल किसी और काम के लिए नहीं होता।
sheet-identity-server = भेजने वाले के अपने सर्वर पर
sheet-identity-server-body = यह काम खुद { $operator } द्वारा किया जाता है। कोई भी तस्वीर किसी और के पास नहीं जाती।

## Screens of the mobile SDKs (HTML)
select-title = अपना पहचान पत्र तैयार रखें
select-button = आगे बढ़ें
document-passport = पासपोर्ट
document-id_card = आईडी कार्ड
document-driving_license = ड्राइविंग लाइसेंस
training-consent = { $operatorFirst } को अपनी जाँच बेहतर बनाने के लिए मेरी तस्वीरें इस्तेमाल करने की अनुमति है। आप इसे छोड़ सकते हैं।
country-BR = ब्राज़ील
country-SG = सिंगापुर
country-US = अमेरिका
individual-title = आपकी जानकारी
individual-button = भेजें
individual-missing = मेरा देश सूची में नहीं है
individual-welcome-title = आइए, आपकी पहचान जाँचें
individual-welcome-body = { $operatorFirst } को आपके बारे में कुछ जानकारी चाहिए।
individual-welcome-time = करीब 1 मिनट
individual-welcome-button = शुरू करें
individual-welcome-line = आप अपना नाम, जन्म की तारीख और पहचान नंबर लिखते हैं।
country-not-listed-title = हम अभी यह जाँच नहीं कर सकते
country-not-listed-body = आपके देश के लिए यह सुविधा नहीं है। दूसरे तरीके के लिए { $operator } से पूछें।
country-not-listed-cancel = यहीं रुकें
country-not-listed-id = मेरे पास किसी दूसरे देश का पहचान पत्र है
country-not-listed-address = मेरा पता किसी दूसरे देश में है
success-title = आपकी तस्वीरें मिल गईं
success-body = धन्यवाद। नतीजा आपको { $operator } से पता चलेगा।
success-button = हो गया

## What is wrong with what was just handed in
problem-again = फिर कोशिश करें
problem-back = वापस जाएँ
problem-anyway = फिर भी यही तस्वीर भेजें
problem-declined-title = आपने मना किया
problem-declined-body = कोई बात नहीं: आपने जो भेजा है वह मिटा दिया जाता है। पहचान दिखाने का कोई दूसरा तरीका माँगें, या वापस जाकर सहमति दें।
problem-unreadable-title = यह तस्वीर नहीं खुल रही
problem-unreadable-body = कैमरे से दोबारा तस्वीर लें, या JPEG, PNG या WebP फ़ाइल चुनें।
problem-challenge-title = इसमें ज़्यादा समय लग गया
problem-challenge-body = आपकी सुरक्षा के लिए निर्देश हर बार नए होते हैं। दोबारा शुरू करें, और हर निर्देश दिखते ही उसे मानें।
problem-name-title = आपका नाम पूरा नहीं है
problem-name-body = अपना नाम और उपनाम वैसे ही लिखें जैसे आपके पहचान पत्र पर हैं।
problem-dob-title = यह तारीख सही नहीं लगती
problem-dob-body = अपने जन्म का दिन, महीना और साल देख लें, और फिर कोशिश करें।
problem-number-title = यह नंबर सही नहीं लगता
problem-number-body = इसका देश और हर अंक देख लें, और फिर कोशिश करें।

## Advice about a picture before anything is submitted
advice-no_document-title = दस्तावेज़ नहीं दिख रहा
advice-no_document-body = दस्तावेज़ को गहरे रंग की समतल सतह पर रखें, उससे पूरी तस्वीर भरें, और फिर कोशिश करें।
advice-dark-title = तस्वीर बहुत अँधेरी है
advice-dark-body = लाइट जलाएँ या खिड़की के पास जाएँ, और फिर कोशिश करें।
advice-glare-title = दस्तावेज़ पर रोशनी पड़ रही है
advice-glare-body = दस्तावेज़ को थोड़ा तिरछा करें, जब तक चमक के धब्बे हट न जाएँ, और फिर कोशिश करें।
advice-blurry-title = तस्वीर धुँधली है
advice-blurry-body = अच्छी रोशनी में, कैमरे के फ़ोकस होने तक बिना हिले रुकें, और फिर कोशिश करें।
advice-too_small-title = तस्वीर बहुत छोटी है
advice-too_small-body = कैमरे की पूरी तस्वीर इस्तेमाल करें, प्रीव्यू या काटा हुआ हिस्सा नहीं, और फिर कोशिश करें।
advice-cut_off-title = दस्तावेज़ का कुछ हिस्सा बाहर है
advice-cut_off-body = थोड़ा दूर जाएँ, जब तक चारों कोने तस्वीर में न आ जाएँ, और फिर कोशिश करें।
advice-saved_anew-title = तस्वीर किसी दूसरे प्रोग्राम ने सहेजी है
advice-saved_anew-body = नई तस्वीर लें, या वह चुनें जो आपके कैमरे ने सहेजी है।
advice-several_documents-title = एक से ज़्यादा दस्तावेज़ दिख रहे हैं
advice-several_documents-body = एक ही दस्तावेज़ का एक हिस्सा दिखाएँ, बाकी सब हटा दें, और फिर कोशिश करें।
advice-back_for_front-title = यह पीछे का हिस्सा है
advice-back_for_front-body = कार्ड को अपनी फ़ोटो वाली तरफ़ पलटें, और फिर कोशिश करें।
advice-front_for_back-title = यह आगे का हिस्सा है
advice-front_for_back-body = कार्ड को उस तरफ़ पलटें जहाँ बड़ी फ़ोटो नहीं है, और फिर कोशिश करें।
advice-mrz_not_visible-title = नीचे की लाइनें नहीं दिख रहीं
advice-mrz_not_visible-body = अपनी फ़ोटो वाला पूरा पन्ना दिखाएँ, नीचे अक्षरों और < निशानों वाली दोनों लाइनों तक, और फिर कोशिश करें।
advice-no_face-title = आपका चेहरा नहीं दिख रहा
advice-no_face-body = सीधे कैमरे में देखें, पूरा चेहरा तस्वीर में रखें, और फिर कोशिश करें।
advice-several_faces-title = एक से ज़्यादा चेहरे दिख रहे हैं
advice-several_faces-body = देख लें कि तस्वीर में सिर्फ़ आप हैं, और फिर कोशिश करें।
advice-face_far_away-title = आपका चेहरा बहुत दूर है
advice-face_far_away-body = पास आएँ, जब तक आपका चेहरा तस्वीर का ज़्यादातर हिस्सा न भर दे, और फिर कोशिश करें।
advice-face_turned-title = आपका सिर मुड़ा हुआ है
advice-face_turned-body = सीधे कैमरे में देखें, और फिर कोशिश करें।
advice-face_burnt_out-title = चेहरे पर तेज़ रोशनी पड़ रही है
advice-face_burnt_out-body = लैंप या धूप से हटकर मुड़ें, जब तक चेहरे पर एक जैसी रोशनी न हो, और फिर कोशिश करें।

## How a submission ended, by what was not verified
outcome-verified-title = आपकी पहचान की पुष्टि हो गई
outcome-verified-body = आपको और कुछ नहीं करना है।
outcome-document_expired = आपके दस्तावेज़ की तारीख खत्म हो गई है
outcome-document_type_not_supported = यह दस्तावेज़ यहाँ नहीं चलता
outcome-country_not_supported = इस देश के लिए सुविधा नहीं है
outcome-device_not_supported = यह डिवाइस यहाँ नहीं चलता
outcome-document_unverified_other = आपके दस्तावेज़ की जाँच नहीं हो पाई
outcome-selfie_document_missing_photo = हमें फ़ोटो नहीं मिली
outcome-faces = चेहरों का मिलान नहीं हो पाया
outcome-number = नंबर की जाँच नहीं हो पाई
outcome-email = आपके ईमेल की जाँच नहीं हो पाई
outcome-phone = आपके फ़ोन की जाँच नहीं हो पाई
outcome-under_supported_age = इसके लिए आपकी उम्र कम है
outcome-not-finished = जाँच पूरी नहीं हुई

## Why it was not verified, and what to do
reason-consent_declined = व्यक्ति ने अपनी तस्वीरों के इस्तेमाल की सहमति नहीं दी।
reason-predefined_failure = यह टेस्ट मोड का पहले से तय असफल नतीजा है। फिर कोशिश करें।
reason-abandoned = जाँच शुरू हुई थी पर पूरी नहीं हुई। कृपया फिर से शुरू करें।
reason-document_unreadable = आपका दस्तावेज़ पढ़ा नहीं जा सका। अच्छी रोशनी में नई तस्वीर लें।
reason-document_unreadable_to_the_edges = आपका दस्तावेज़ पढ़ा नहीं जा सका। अच्छी रोशनी में, एक किनारे से दूसरे किनारे तक नई तस्वीर लें।
reason-document_not_recognised = आपका दस्तावेज़ पढ़ा नहीं जा सका। उसे गहरे रंग की समतल सतह पर रखें, अच्छी रोशनी में कैमरा ठीक उसके ऊपर रखें, और नई तस्वीर लें।
reason-printed_part_unreadable = आपके दस्तावेज़ का छपा हुआ हिस्सा पढ़ा नहीं जा सका। कैमरा और पास लाएँ, चमक के धब्बों से बचें, और नई तस्वीर लें।
reason-number_unreadable = आपके दस्तावेज़ पर छपा नंबर पढ़ा नहीं जा सका। कैमरा और पास लाएँ, चमक के धब्बों और उँगलियों से बचें, और नई तस्वीर लें।
reason-surname_unreadable = आपके दस्तावेज़ पर छपा उपनाम पढ़ा नहीं जा सका। कैमरा और पास लाएँ, चमक के धब्बों और उँगलियों से बचें, और नई तस्वीर लें।
reason-given_names_unreadable = आपके दस्तावेज़ पर छपा नाम पढ़ा नहीं जा सका। कैमरा और पास लाएँ, चमक के धब्बों और उँगलियों से बचें, और नई तस्वीर लें।
reason-country_unreadable = आपका दस्तावेज़ किस देश का है, यह पढ़ा नहीं जा सका। उसे पूरा दिखाएँ, चमक के धब्बों और उँगलियों से बचें, और नई तस्वीर लें।
reason-document_partly_unreadable = आपके दस्तावेज़ पर सब कुछ पढ़ा नहीं जा सका। अच्छी रोशनी में, एक किनारे से दूसरे किनारे तक, दोनों तरफ़ की नई तस्वीर लें।
reason-licence_partly_unreadable = आपके लाइसेंस पर सब कुछ पढ़ा नहीं जा सका। उसे समतल सतह पर रखें, उससे पूरी तस्वीर भरें, चमक के धब्बों से बचें, और अपनी फ़ोटो वाली तरफ़ की नई तस्वीर लें।
reason-card_unreadable = आपका कार्ड पढ़ा नहीं जा सका। अच्छी रोशनी में दोनों तरफ़ की नई तस्वीर लें।
reason-birth_date_unreadable = आपके जन्म की तारीख पढ़ी नहीं जा सकी। चमक के धब्बों से बचें और नई तस्वीर लें।
reason-expiry_date_unreadable = आपका दस्तावेज़ कब तक मान्य है, यह पढ़ा नहीं जा सका। चमक के धब्बों से बचें और नई तस्वीर लें।
reason-mrz_unreadable = आपके दस्तावेज़ पर अक्षरों और < निशानों वाली लाइनें पढ़ी नहीं जा सकीं। उन पर चमक या उँगलियाँ न आने दें, बिना हिले रखें, और नई तस्वीर लें।
reason-contradiction = आपके दस्तावेज़ पर दो जगह अलग-अलग बातें पढ़ी गईं। उसे पोंछकर साफ़ करें, चमक के धब्बों से बचें, और नई तस्वीर लें।
reason-document_kind_unknown = हम इस तरह के दस्तावेज़ को नहीं पहचानते। पासपोर्ट या आईडी कार्ड इस्तेमाल करें।
reason-document_type_not_accepted = इस तरह का दस्तावेज़ यहाँ नहीं चलता। इसके बजाय { $accepted } इस्तेमाल करें।
accepted-any = कोई दूसरा दस्तावेज़
accepted-passport = पासपोर्ट
accepted-id_card = आईडी कार्ड
accepted-driving_license = ड्राइविंग लाइसेंस
accepted-either = { $first } या { $other }
reason-visa_shown = वीज़ा से यह साबित नहीं होता कि आप कौन हैं। अपने पासपोर्ट का वह पन्ना दिखाएँ जिस पर आपकी फ़ोटो है।
reason-other_document_than_chosen = यह वह दस्तावेज़ नहीं है जो आपने चुना था। फिर से चुनें, या चुना हुआ दस्तावेज़ दिखाएँ।
reason-specimen = यह नमूना है, असली दस्तावेज़ नहीं। अपना दस्तावेज़ इस्तेमाल करें।
reason-document_expired = आपके दस्तावेज़ की तारीख खत्म हो गई है। ऐसा दस्तावेज़ इस्तेमाल करें जो अभी मान्य हो।
reason-birth_date_impossible = आपके दस्तावेज़ पर जन्म की तारीख सही नहीं लगती। अच्छी रोशनी में नई तस्वीर लें; अगर फिर न हो, तो कोई दूसरा दस्तावेज़ इस्तेमाल करें।
reason-licence_dates_impossible = आपके लाइसेंस पर तारीखें सही नहीं लगतीं। अच्छी रोशनी में नई तस्वीर लें; अगर फिर न हो, तो कोई दूसरा दस्तावेज़ इस्तेमाल करें।
reason-too_young = यहाँ पहचान की जाँच के लिए आपकी उम्र कम है। जिस कंपनी ने आपको भेजा है, उससे दूसरा तरीका पूछें।
reason-licence_other_side_missing = हमें आपके लाइसेंस की दूसरी तरफ़ भी चाहिए। उसकी तस्वीर लें।
reason-card_other_side_missing = हमें आपके कार्ड की दूसरी तरफ़ भी चाहिए। उसकी तस्वीर लें।
reason-licence_photo_missing = आपके लाइसेंस की लाइनों के पास फ़ोटो नहीं मिली। पूरी तरफ़ दिखाएँ, उस पर चमक या उँगलियाँ न हों, और नई तस्वीर लें।
reason-photo_missing = दस्तावेज़ पर आपकी फ़ोटो नहीं मिली। फ़ोटो वाली तरफ़ दिखाएँ, उस पर चमक या उँगलियाँ न हों, और नई तस्वीर लें।
reason-sides_of_different_cards = दोनों तस्वीरें एक ही कार्ड की नहीं लगतीं। एक ही कार्ड के आगे की एक तस्वीर और पीछे की एक तस्वीर लें।
reason-same_side_twice = दोनों तस्वीरों में एक ही तरफ़ है। एक तस्वीर आगे की और एक पीछे की लें।
reason-page_given_as_back = पीछे की तस्वीर में फ़ोटो और अक्षरों की दो लाइनों वाला पन्ना है। अगर वही आपका दस्तावेज़ है, तो उसकी तस्वीर आगे की तरफ़ के रूप में लें; नहीं तो अपने कार्ड के पीछे का हिस्सा दिखाएँ।
reason-several_documents = तस्वीर में एक से ज़्यादा दस्तावेज़ हैं। हर तस्वीर में एक ही दस्तावेज़ की एक तरफ़ दिखाएँ।
reason-no_face = आपका चेहरा नहीं दिख सका। अच्छी रोशनी में कैमरे में देखें, पूरा चेहरा तस्वीर में रखें, और नई सेल्फ़ी लें।
reason-several_faces = तस्वीर में एक से ज़्यादा चेहरे हैं। नई सेल्फ़ी अकेले लें।
reason-faces_not_compared = आपके चेहरे का मिलान फ़ोटो से नहीं हो पाया। अच्छी रोशनी में नई सेल्फ़ी लें।
reason-face_mismatch = आपकी सेल्फ़ी आपके दस्तावेज़ की फ़ोटो से मेल नहीं खाती। एक जैसी रोशनी में, बिना चश्मे या टोपी के, सीधे कैमरे में देखें, और अपने ही दस्तावेज़ के साथ फिर कोशिश करें।
reason-selfie_copied = कैमरे से अपने चेहरे की नई तस्वीर लें। दस्तावेज़ की, छपी हुई फ़ोटो की या स्क्रीन की तस्वीर काम नहीं आती।
reason-liveness_not_confirmed = हम पुष्टि नहीं कर पाए कि आप कैमरे के सामने हैं। एक जैसी रोशनी में जाएँ, कैमरे को आँखों के सामने बिना हिलाए रखें, और हर निर्देश दिखते ही उसे मानें।
reason-challenge_too_late = इसमें इतना समय लगा कि हम और रुक नहीं सके। फिर कोशिश करें, और हर निर्देश दिखते ही उसे मानें।
reason-barcode_missing = आपके लाइसेंस पर पढ़ने लायक बारकोड नहीं मिला। अच्छी रोशनी में पीछे की नई तस्वीर लें, या इसके बजाय पासपोर्ट या आईडी कार्ड इस्तेमाल करें।
reason-card_mrz_missing = आपके कार्ड पर अक्षरों और < निशानों वाली लाइनें नहीं मिलीं। दोनों तरफ़ की नई तस्वीर लें, हर एक किनारे से किनारे तक।
reason-page_mrz_missing = अक्षरों और < निशानों वाली दोनों लाइनें नहीं मिलीं। अपनी फ़ोटो वाला पूरा पन्ना दिखाएँ, नीचे के किनारे तक।
reason-picture_of_screen = दस्तावेज़ की ही तस्वीर लें, स्क्रीन या छपी हुई कॉपी की नहीं।
reason-picture_of_copy = दस्तावेज़ की ही तस्वीर लें, काली-सफ़ेद कॉपी की नहीं।
reason-picture_edited = तस्वीर वैसे ही भेजें जैसे आपके कैमरे ने ली है: न स्क्रीनशॉट, न किसी प्रोग्राम से बदली हुई तस्वीर।
reason-picture_saved_anew = दस्तावेज़ की नई तस्वीर लें और उसे वैसे ही भेजें जैसे आपके कैमरे ने ली है: यह तस्वीर किसी दूसरे प्रोग्राम ने फिर से सहेजी है।
reason-picture_pasted = दस्तावेज़ की नई तस्वीर लें और उसे वैसे ही भेजें जैसे आपके कैमरे ने ली है, न कुछ ढकें, न कुछ जोड़ें।
reason-not_checked = इस बार आपकी तस्वीरों की जाँच नहीं हो सकी। कृपया फिर कोशिश करें।
reason-id_number_unchecked = यहाँ पहचान नंबर की जाँच नहीं हो सकती। कृपया कोई दूसरा तरीका अपनाएँ।
reason-email_unchecked = यहाँ ईमेल पते की जाँच नहीं हो सकती। कृपया कोई दूसरा तरीका अपनाएँ।
reason-phone_unchecked = यहाँ फ़ोन नंबर की जाँच नहीं हो सकती। कृपया कोई दूसरा तरीका अपनाएँ।

## The page without a script
plain-camera = एक कैमरा, या फ़ाइल के रूप में आपके पहचान पत्र की तस्वीरें
plain-picture = तस्वीर लें या कोई फ़ाइल चुनें
plain-needs-script = सेल्फ़ी के लिए इस पेज को देखना होता है कि आप कैसे हिलते हैं, और इसके लिए JavaScript चाहिए। इस पेज के लिए JavaScript चालू करें या लिंक किसी दूसरे डिवाइस पर खोलें।
