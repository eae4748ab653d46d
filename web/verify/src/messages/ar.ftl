### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = مُرسِل هذا الرابط
sender-first = مُرسِل هذا الرابط

language = اللغة
page-title = { $heading } – { $operator }
header = تحقق يحفظ خصوصيتك لدى { $operator }
header-unnamed = تحقق يحفظ خصوصيتك
test-mode = وضع الاختبار: لا تعرض وثائق حقيقية
back = رجوع
close = إغلاق
support = المساعدة
sending = جارٍ الإرسال…
try-again = حاول مرة أخرى
loading = لحظة من فضلك…
return-to = العودة إلى { $operator }
return = متابعة

## A developer's panel, in test mode alone
test-heading = وضع الاختبار: تخطَّ التحقق
test-body = للمطورين. تنتهي الجلسة كما تختار ومن دون صور، ولا يُفحص أي شيء.
test-label = إنهاء بنتيجة
test-verified = تم التأكيد
test-action = إنهاء الجلسة
test-specimen = أو جرّب فعليًا: نزّل وثيقة نموذجية وارفعها كأنها وثيقتك.

## Told on the screen where it happened
notice-connection = لا يمكننا الوصول إلى الخادم. تحقق من اتصالك ثم حاول مرة أخرى. لن تفقد أي شيء.
notice-busy_server = الخادم مشغول الآن. انتظر لحظة ثم حاول مرة أخرى. لن تفقد أي شيء.
notice-file_refused = لا يستطيع الخادم استخدام هذه الصورة. التقطها من جديد، أو اختر ملف JPEG أو PNG.

## Begin
begin-heading = لنتأكد من أنك أنت
begin-body = يطلب منك { $operator } أن تثبت من أنت. يستغرق ذلك نحو دقيقتين.
begin-needs = ما ستحتاج إليه
begin-document = وثيقة هوية بها صورة: جواز سفر أو بطاقة هوية أو رخصة قيادة
begin-camera = كاميرا، أو صورة لوثيقة هويتك
begin-privacy-heading = صورك
begin-privacy = تصل صورك إلى { $operator } ولا تصل إلى أحد غيره. يوضح إشعار الخصوصية في الشاشة التالية مدة الاحتفاظ بها.
begin-accept = ابدأ
begin-decline = ليس الآن
paused-heading = خذ وقتك
paused-body = لم يُرسَل أي شيء. افتح هذا الرابط مرة أخرى عندما تكون مستعدًا.
paused-accept = ابدأ الآن

## Consent
consent-heading = صورتك، والقرار لك
declined-heading = اخترت الرفض
declined-body = لا بأس في ذلك: لن يُحتفظ بأي صورة. اسأل { $operator } عن طريقة أخرى لتثبت من أنت.
declined-change = تغيير القرار

## Documents
choice-heading = أي وثيقة؟
choice-body = اختر الوثيقة التي معك الآن.
front-heading =
    { $document ->
        [passport] صفحة الصورة في جواز سفرك
        [id_card] الجهة الأمامية من بطاقة هويتك
        [driving_license] الجهة الأمامية من رخصة قيادتك
       *[other] الجهة الأمامية من وثيقتك
    }
front-body = ضع الوثيقة على سطح داكن بلون واحد، وأبعد عنها أصابعك والضوء القوي.
passport-body = افتحه على الصفحة التي فيها صورتك. يجب أن يظهر سطرا الأحرف.
back-heading =
    { $document ->
        [id_card] الجهة الخلفية من بطاقة هويتك
        [driving_license] الجهة الخلفية من رخصة قيادتك
       *[other] الجهة الخلفية من وثيقتك
    }
back-body = اقلب الوثيقة على جهتها الأخرى. يجب أن يكون كل سطر وكل رمز سهل القراءة.
guidance-fill = ضع الوثيقة داخل الإطار
guidance-closer = اقترب أكثر
guidance-further = ابتعد قليلًا
guidance-straighten = صوّرها من الأعلى باستقامة
guidance-glare = الضوء يخفي جزءًا. أمِلها قليلًا
guidance-dark = الإضاءة ضعيفة. ابحث عن ضوء أكثر
guidance-bright = الإضاءة قوية. ابتعد عن الضوء
guidance-steady = ثبّت يدك
guidance-blurred = لم تتضح بعد. ابتعد قليلًا
guidance-good = جيد. ابقَ ثابتًا

## Selfie. Left and right are the person's own
selfie-heading = والآن وجهك
selfie-body = نقارن وجهك بالصورة التي في وثيقتك. واجه الضوء وانزع القبعة والنظارة الداكنة.
face-none = ضع وجهك داخل الشكل البيضاوي
face-several = وجه واحد فقط من فضلك
face-closer = اقترب أكثر
face-further = ابتعد قليلًا
face-centre = تحرك إلى وسط الشكل البيضاوي
face-dark = الإضاءة ضعيفة. ابحث عن ضوء أكثر
face-steady = ابقَ ثابتًا
face-good = جيد. ابقَ ثابتًا
face-start = جيد. اضغط على «ابدأ» عندما تكون مستعدًا
selfie-guidance = ضع وجهك داخل الشكل البيضاوي وانظر إلى الأمام
selfie-challenge = تنظر أولًا إلى الأمام، ثم تتبع خمس تعليمات قصيرة. يستغرق ذلك نحو 10 ثوانٍ ويُظهر أنك موجود فعلًا.
selfie-cannot-turn = لا أستطيع تحريك رأسي
selfie-ask-for = إذا كنت لا تستطيع تحريك رأسك، فاسأل { $operator } عن طريقة أخرى.
selfie-start = ابدأ
selfie-ready = ضع وجهك داخل الشكل البيضاوي، ثم ابدأ
selfie-done = انتهينا، شكرًا لك
step-look_straight = انظر إلى الأمام مباشرة
step-turn_left = أدر رأسك إلى اليسار
step-turn_right = أدر رأسك إلى اليمين
step-come_closer = اقترب أكثر
step-move_away = ابتعد قليلًا

## Camera and files
capture-open = فتح الكاميرا
capture-upload = رفع صورة
capture-upload-instead = رفع صورة بدلًا من ذلك
capture-shutter = التقاط الصورة
capture-torch-on = تشغيل الضوء
capture-torch-off = إطفاء الضوء
capture-starting = جارٍ فتح الكاميرا…
capture-only-camera = يحتاج هذا التحقق إلى صورة مباشرة من الكاميرا، لذلك لا يمكن استخدام الملفات.
capture-hint = يمكنك أيضًا الضغط على الزر.
capture-taken = تم التقاط الصورة
capture-unreadable = لا يمكننا فتح هذا الملف. اختر صورة بصيغة JPEG أو PNG أو WebP.
capture-unreadable-heic = لا يستطيع هذا المتصفح فتح صور HEIC. احفظ الصورة بصيغة JPEG، أو التقطها هنا بالكاميرا.
camera-refused = الكاميرا محظورة على هذه الصفحة. اسمح بها في إعدادات المتصفح لهذه الصفحة، ثم افتحها مرة أخرى.
camera-missing = لا يمكننا العثور على كاميرا. صِل كاميرا بالجهاز، أو افتح هذا الرابط على هاتفك.
camera-busy = الكاميرا لا تستجيب. أغلق التطبيقات الأخرى التي تستخدمها، ثم افتحها مرة أخرى.
camera-insecure = لا يتيح المتصفح الكاميرا لصفحة من دون https. اطلب رابط https.
review-document-heading = هل هي واضحة للقراءة؟
review-document-body = تأكد من أن كل حرف واضح ولا شيء مقطوع.
review-face-heading = هل وجهك واضح؟
review-face-body = تأكد من ظهور وجهك كاملًا، بوضوح وفي إضاءة جيدة.
review-picture = الصورة التي التقطتها
review-use = استخدمها
review-again = مرة أخرى
upload-waiting = انقطع الاتصال. صورتك محفوظة، وستُرسَل عندما يعود الاتصال.

## ID number
number-heading = رقم هويتك
number-body = يطلب { $operator } ذلك ليتحقق من هويتك. تُحفظ بياناتك مشفرة.
number-country = البلد
number-us-label = آخر 4 أرقام من رقم الضمان الاجتماعي الأمريكي
number-us-hint = أربعة أرقام، مثل 1234
number-br-label = رقم CPF الخاص بك
number-br-hint = أحد عشر رقمًا، مثل ‎123.456.789-09
number-sg-label = رقم NRIC أو FIN الخاص بك
number-sg-hint = حرف وسبعة أرقام وحرف، مثل S1234567D
number-show = إظهار
number-hide = إخفاء
number-send = متابعة
details-heading = بياناتك
details-first-name = الاسم الأول كما في وثيقة هويتك
details-last-name = اسم العائلة كما في وثيقة هويتك
details-birth-date = تاريخ الميلاد
details-missing = املأ كل الخانات أولًا.

## Checking and the end
checking-heading = جارٍ التحقق…
checking-body = نحو 10 ثوانٍ.
checking-slow = يستغرق هذا وقتًا أطول من المعتاد. يمكنك إغلاق هذه الصفحة والعودة بالرابط نفسه.
checking-unreachable = لا يمكننا الوصول إلى الخادم الآن. نواصل المحاولة.
checking-sent = وصلت الصور
checking-reading = القراءة والمقارنة
checking-deciding = النتيجة
verified-heading = تم تأكيد هويتك
verified-body = علم { $operator } بذلك. لا شيء آخر مطلوب منك.
verified-close = يمكنك إغلاق هذه الصفحة.
received-heading = وصلتنا صورك
received-body = سيخبرك { $operator } بالنتيجة.
retry-heading = بقي شيء واحد
retry-body = لم نتمكن من قراءة أحد الأجزاء. حاول مرة أخرى من فضلك.
unconfirmed-heading = لم نتمكن من التأكيد
unconfirmed-body = يقرر { $operator } الخطوة التالية. اسأله عن طريقة أخرى.
canceled-heading = أُلغي هذا التحقق
canceled-body = لا شيء آخر مطلوب منك. يمكن أن يخبرك { $operator } بالسبب.
used-heading = استُخدم هذا الرابط من قبل
used-body = لا يفتح إلا في المتصفح الذي استخدمه أولًا. عد إلى ذلك المتصفح، أو اطلب من { $operator } رابطًا جديدًا.
expired-heading = هذا الرابط قديم جدًا
expired-body = اطلب من { $operator } رابطًا جديدًا.
unknown-heading = هذا الرابط لا يعمل
unknown-body = ربما ينقصه جزء. افتحه مرة أخرى من الرسالة التي وصلتك.
unsupported-heading = غير ممكن هنا
unsupported-body = يطلب هذا التحقق شيئًا لا تستطيع هذه الصفحة القيام به بعد. أخبر { $operator } بذلك من فضلك.
offline-heading = لا يمكننا الوصول إلى الخادم
offline-body = تحقق من اتصالك ثم حاول مرة أخرى. لن تفقد أي شيء.

## Hand-over: the person goes on with a phone
handover-offer = استخدم هاتفك بدلًا من ذلك
handover-heading = استخدم هاتفك
handover-body = وجّه كاميرا هاتفك إلى هذا الرمز وافتح الرابط. اترك هذه الصفحة مفتوحة.
handover-picture = رمز فيه رابط لهاتفك
handover-link = أو أرسل هذا الرابط إلى هاتفك:
handover-copy = نسخ الرابط
handover-copied = تم النسخ
handover-waiting = في انتظار هاتفك…
handover-connected = هاتفك متصل. تابع عليه.
handover-here = المتابعة هنا بدلًا من ذلك
