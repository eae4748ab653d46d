### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = इस लिंक को भेजने वाले
sender-first = इस लिंक को भेजने वाले

language = भाषा
page-title = { $heading } – { $operator }
header = { $operator } द्वारा निजी जाँच
header-unnamed = निजी जाँच
test-mode = टेस्ट मोड: असली दस्तावेज़ न दिखाएँ
back = वापस
close = बंद करें
support = मदद लें
sending = भेजा जा रहा है…
try-again = फिर कोशिश करें
loading = एक पल रुकें…
return-to = { $operator } पर वापस जाएँ
return = आगे बढ़ें

## A developer's panel, in test mode alone
test-heading = टेस्ट मोड: जाँच छोड़ें
test-body = डेवलपर के लिए। सत्र आपके चुने हुए नतीजे के साथ, बिना तस्वीरों के खत्म होता है; कुछ भी जाँचा नहीं जाता।
test-label = इस नतीजे पर खत्म करें
test-verified = पुष्टि हो गई
test-action = सत्र खत्म करें
test-specimen = या सच में आज़माएँ: एक नमूना दस्तावेज़ डाउनलोड करें और उसे अपने दस्तावेज़ की तरह अपलोड करें।

## Told on the screen where it happened
notice-connection = सर्वर से संपर्क नहीं हो रहा। अपना इंटरनेट देखें, फिर कोशिश करें। आपका कुछ भी खोया नहीं है।
notice-busy_server = सर्वर अभी व्यस्त है। थोड़ा रुकें, फिर कोशिश करें। आपका कुछ भी खोया नहीं है।
notice-file_refused = सर्वर इस तस्वीर को नहीं ले सकता। तस्वीर दोबारा लें, या JPEG या PNG फ़ाइल चुनें।

## Begin
begin-heading = आइए, आपकी पहचान जाँचें
begin-body = { $operatorFirst } को आपकी पहचान जाननी है। इसमें करीब 2 मिनट लगते हैं।
begin-needs = आपको क्या चाहिए
begin-document = फ़ोटो वाला पहचान पत्र: पासपोर्ट, आईडी कार्ड या ड्राइविंग लाइसेंस
begin-camera = कैमरा, या आपके पहचान पत्र की तस्वीर
begin-privacy-heading = आपकी तस्वीरें
begin-privacy = आपकी तस्वीरें { $operator } के पास जाती हैं, किसी और के पास नहीं। वे कब तक रखी जाती हैं, यह अगली स्क्रीन की गोपनीयता सूचना में लिखा है।
begin-accept = शुरू करें
begin-decline = अभी नहीं
paused-heading = कोई जल्दी नहीं
paused-body = कुछ भी नहीं भेजा गया। जब आप तैयार हों, यह लिंक फिर से खोलें।
paused-accept = अभी शुरू करें

## Consent
consent-heading = आपकी तस्वीर, आपका फ़ैसला
declined-heading = आपने मना किया
declined-body = कोई बात नहीं: कोई तस्वीर नहीं रखी जाती। पहचान दिखाने के दूसरे तरीके के लिए { $operator } से पूछें।
declined-change = मेरा फ़ैसला बदलें

## Documents
choice-heading = कौन-सा दस्तावेज़?
choice-body = जो आपके पास अभी है, उसे चुनें।
front-heading =
    { $document ->
        [passport] पासपोर्ट का फ़ोटो वाला पन्ना
        [id_card] आईडी कार्ड का आगे का हिस्सा
        [driving_license] ड्राइविंग लाइसेंस का आगे का हिस्सा
       *[other] दस्तावेज़ का आगे का हिस्सा
    }
front-body = उसे सादी, गहरे रंग की सतह पर रखें। उस पर उँगलियाँ या तेज़ रोशनी न आने दें।
passport-body = अपनी फ़ोटो वाला पन्ना खोलें। अक्षरों की दोनों लाइनें दिखनी चाहिए।
back-heading =
    { $document ->
        [id_card] आईडी कार्ड का पीछे का हिस्सा
        [driving_license] ड्राइविंग लाइसेंस का पीछे का हिस्सा
       *[other] दस्तावेज़ का पीछे का हिस्सा
    }
back-body = उसे पलटें। हर लाइन और हर कोड साफ़ पढ़ा जाना चाहिए।
guidance-fill = दस्तावेज़ को फ़्रेम में भरकर रखें
guidance-closer = और पास जाएँ
guidance-further = थोड़ा पीछे हटें
guidance-straighten = कैमरा ऊपर से सीधा रखें
guidance-glare = रोशनी से कुछ हिस्सा छिप गया है। थोड़ा तिरछा करें
guidance-dark = बहुत अँधेरा है। ज़्यादा रोशनी में जाएँ
guidance-bright = रोशनी बहुत तेज़ है। उससे हटकर मुड़ें
guidance-steady = बिना हिले रखें
guidance-blurred = अभी साफ़ नहीं है। थोड़ा पीछे हटें
guidance-good = अच्छा है। ऐसे ही रखें

## Selfie. Left and right are the person's own
selfie-heading = अब आपका चेहरा
selfie-body = हम आपके चेहरे का मिलान आपके दस्तावेज़ की फ़ोटो से करते हैं। रोशनी की ओर मुँह करें, टोपी और काला चश्मा उतार दें।
face-none = अपना चेहरा घेरे में रखें
face-several = कृपया सिर्फ़ एक चेहरा
face-closer = पास आएँ
face-further = थोड़ा पीछे हटें
face-centre = घेरे के बीच में आएँ
face-dark = बहुत अँधेरा है। ज़्यादा रोशनी में जाएँ
face-steady = बिना हिले रहें
face-good = अच्छा है। ऐसे ही रहें
face-start = अच्छा है। जब आप तैयार हों, “शुरू करें” दबाएँ
selfie-guidance = अपना चेहरा घेरे में रखें और सामने देखें
selfie-challenge = पहले आप सामने देखते हैं, फिर पाँच छोटे निर्देश मानते हैं। इसमें करीब 10 सेकंड लगते हैं और पता चलता है कि आप सचमुच सामने हैं।
selfie-cannot-turn = मेरे लिए सिर घुमाना संभव नहीं
selfie-ask-for = अगर आप सिर नहीं घुमा सकते, तो दूसरे तरीके के लिए { $operator } से पूछें।
selfie-start = शुरू करें
selfie-ready = अपना चेहरा घेरे में रखें, फिर शुरू करें
selfie-done = हो गया, धन्यवाद
step-look_straight = सीधे सामने देखें
step-turn_left = अपना सिर बाईं ओर घुमाएँ
step-turn_right = अपना सिर दाईं ओर घुमाएँ
step-come_closer = पास आएँ
step-move_away = थोड़ा पीछे हटें

## Camera and files
capture-open = कैमरा खोलें
capture-upload = तस्वीर अपलोड करें
capture-upload-instead = इसके बजाय तस्वीर अपलोड करें
capture-shutter = तस्वीर लें
capture-torch-on = लाइट जलाएँ
capture-torch-off = लाइट बंद करें
capture-starting = कैमरा खुल रहा है…
capture-only-camera = इस जाँच के लिए अभी ली गई तस्वीर चाहिए, इसलिए फ़ाइलें काम नहीं आएँगी।
capture-hint = आप बटन भी दबा सकते हैं।
capture-taken = तस्वीर ले ली गई
capture-unreadable = यह फ़ाइल नहीं खुल रही। JPEG, PNG या WebP तस्वीर चुनें।
capture-unreadable-heic = यह ब्राउज़र HEIC तस्वीरें नहीं खोल सकता। तस्वीर को JPEG में सेव करें, या यहीं कैमरे से लें।
camera-refused = इस पेज के लिए कैमरा बंद है। ब्राउज़र की सेटिंग में इस पेज को कैमरे की अनुमति दें, फिर कैमरा दोबारा खोलें।
camera-missing = कोई कैमरा नहीं मिला। कैमरा जोड़ें, या यह लिंक अपने फ़ोन पर खोलें।
camera-busy = कैमरा जवाब नहीं दे रहा। जो दूसरे ऐप उसका इस्तेमाल कर रहे हैं उन्हें बंद करें, फिर कैमरा दोबारा खोलें।
camera-insecure = बिना https वाले पेज को ब्राउज़र कैमरा नहीं देता। https वाला लिंक माँगें।
review-document-heading = पढ़ा जा सकता है?
review-document-body = देख लें कि हर अक्षर साफ़ है और कुछ भी कटा नहीं है।
review-face-heading = आपका चेहरा साफ़ है?
review-face-body = देख लें कि आपका पूरा चेहरा साफ़ और अच्छी रोशनी में दिख रहा है।
review-picture = आपकी ली हुई तस्वीर
review-use = यही भेजें
review-again = दोबारा लें
upload-waiting = इंटरनेट कट गया है। आपकी तस्वीर सुरक्षित है और इंटरनेट वापस आते ही भेजी जाएगी।

## ID number
number-heading = आपका पहचान नंबर
number-body = { $operatorFirst } को आपकी पहचान जाँचने के लिए यह जानकारी चाहिए। इसे एन्क्रिप्ट करके रखा जाता है।
number-country = देश
number-us-label = आपके सोशल सिक्योरिटी नंबर (SSN) के आखिरी 4 अंक
number-us-hint = चार अंक, जैसे 1234
number-br-label = आपका CPF नंबर
number-br-hint = ग्यारह अंक, जैसे 123.456.789-09
number-sg-label = आपका NRIC या FIN
number-sg-hint = एक अक्षर, सात अंक और एक अक्षर, जैसे S1234567D
number-show = दिखाएँ
number-hide = छिपाएँ
number-send = आगे बढ़ें
details-heading = आपकी जानकारी
details-first-name = नाम, जैसा आपके पहचान पत्र पर है
details-last-name = उपनाम, जैसा आपके पहचान पत्र पर है
details-birth-date = जन्म की तारीख
details-missing = पहले सभी खाने भरें।

## Checking and the end
checking-heading = जाँच हो रही है…
checking-body = करीब 10 सेकंड।
checking-slow = इसमें आम तौर से ज़्यादा समय लग रहा है। आप यह पेज बंद कर सकते हैं और इसी लिंक से वापस आ सकते हैं।
checking-unreachable = अभी सर्वर से संपर्क नहीं हो रहा। हम कोशिश जारी रखे हुए हैं।
checking-sent = तस्वीरें मिल गईं
checking-reading = पढ़ना और मिलान करना
checking-deciding = नतीजा
verified-heading = आपकी पहचान की पुष्टि हो गई
verified-body = { $operatorFirst } को अब यह पता है। आपको और कुछ नहीं करना है।
verified-close = आप यह पेज बंद कर सकते हैं।
received-heading = आपकी तस्वीरें मिल गईं
received-body = नतीजा आपको { $operator } से पता चलेगा।
retry-heading = एक काम और
retry-body = कुछ पढ़ा नहीं जा सका। कृपया फिर कोशिश करें।
unconfirmed-heading = पुष्टि नहीं हो पाई
unconfirmed-body = आगे क्या होगा, यह फ़ैसला { $operator } का है। दूसरे तरीके के बारे में उनसे पूछें।
canceled-heading = यह जाँच रद्द हो गई
canceled-body = आपको और कुछ नहीं करना है। कारण जानने के लिए { $operator } से पूछें।
used-heading = यह लिंक इस्तेमाल हो चुका है
used-body = यह उसी ब्राउज़र में खुलता है जिसमें पहली बार खोला गया था। वहीं वापस जाएँ, या { $operator } से नया लिंक माँगें।
expired-heading = यह लिंक पुराना हो गया
expired-body = { $operator } से नया लिंक माँगें।
unknown-heading = यह लिंक काम नहीं करता
unknown-body = शायद इसका कुछ हिस्सा छूट गया है। आपको मिले संदेश से इसे फिर खोलें।
unsupported-heading = यहाँ संभव नहीं
unsupported-body = इस जाँच के लिए कुछ ऐसा चाहिए जो यह पेज अभी नहीं कर सकता। कृपया { $operator } को बताएँ।
offline-heading = सर्वर से संपर्क नहीं हो रहा
offline-body = अपना इंटरनेट देखें, फिर कोशिश करें। आपका कुछ भी खोया नहीं है।

## Hand-over: the person goes on with a phone
handover-offer = इसके बजाय अपने फ़ोन का इस्तेमाल करें
handover-heading = अपने फ़ोन का इस्तेमाल करें
handover-body = अपने फ़ोन का कैमरा इस कोड पर रखें और लिंक खोलें। यह पेज खुला रहने दें।
handover-picture = आपके फ़ोन के लिए लिंक वाला कोड
handover-link = या यह लिंक अपने फ़ोन पर भेजें:
handover-copy = लिंक कॉपी करें
handover-copied = कॉपी हो गया
handover-waiting = आपके फ़ोन का इंतज़ार है…
handover-connected = आपका फ़ोन जुड़ गया है। अब फ़ोन पर आगे बढ़ें।
handover-here = इसके बजाय यहीं आगे बढ़ें
