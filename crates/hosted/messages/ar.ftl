### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = مُرسِل هذا الرابط
sender-first = مُرسِل هذا الرابط

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = يحتاج { $operator } إلى التحقق من هويتك
consent-test = هذا اختبار. لا تعرض وثائق حقيقية.
consent-purpose-face = يتحقق { $operator } من هويتك باستخدام صور لوثيقة هويتك ولوجهك. إذا وافقت، تُنشأ من صورك قوالب للوجه، وهي بيانات بيومترية، لمقارنة وجهك بالصورة الموجودة في وثيقة هويتك.
consent-purpose = يتحقق { $operator } من هويتك باستخدام صور لوثيقة هويتك. إذا وافقت، يُنشأ من الصورة الموجودة فيها قالب للوجه، وهو من البيانات البيومترية، لفحص الوثيقة.
consent-free = لك كامل الحرية في الرفض. عندها يُحذف ما أرسلته، ويمكنك أن تسأل عن طريقة أخرى.
consent-time = نحو دقيقتين
consent-accept = أوافق
consent-decline = لا أوافق
consent-scroll = مرّر إلى الأسفل للمتابعة
consent-document = تلتقط صورة <a href="stripe_bottomsheet://open/consent_photo_id">لوثيقة هوية بها صورتك</a>.
consent-selfie = تلتقط صورة سيلفي، ثم <a href="stripe_bottomsheet://open/consent_identity">نقارن بين الصورتين</a>.
consent-film = بينما تتبع تعليمات السيلفي، تلتقط الكاميرا سلسلة من الصور.
consent-only = لا يرى صورك والنتيجة إلا { $operator }.
privacy-link = يوضح <a href="{ $address }">إشعار الخصوصية لدى { $operator }</a> مدة الاحتفاظ بالبيانات.
privacy-ask = اسأل { $operator } عن مدة الاحتفاظ بالبيانات، واطلب منه حذفها.
sheet-document-title = ما يمكنك استخدامه
sheet-document-line = وثيقة هوية سارية بها صورة
sheet-document-body = جواز سفر أو بطاقة هوية أو رخصة قيادة. لا تُقبل النسخ ولا صور الشاشات.
sheet-identity-title = كيف يعمل التحقق
sheet-identity-face = وجهك ووثيقة هويتك
sheet-identity-face-body = نقيس وجهك في السيلفي وفي صورة وثيقة هويتك، ونقارن بين القياسين. لا يُستخدم القياسان لأي شيء آخر.
sheet-identity-server = على خوادم المُرسِل نفسه
sheet-identity-server-body = يقوم { $operator } بذلك بنفسه. لا تُرسَل أي صور إلى أي جهة أخرى.

## Screens of the mobile SDKs (HTML)
select-title = جهّز وثيقة هويتك
select-button = متابعة
document-passport = جواز سفر
document-id_card = بطاقة هوية
document-driving_license = رخصة قيادة
training-consent = أسمح بأن يستخدم { $operator } صوري لتحسين عمليات التحقق لديه. يمكنك ترك هذا الخيار.
country-BR = البرازيل
country-SG = سنغافورة
country-US = الولايات المتحدة
individual-title = بياناتك
individual-button = إرسال
individual-missing = بلدي غير موجود هنا
individual-welcome-title = لنتأكد من أنك أنت
individual-welcome-body = يطلب { $operator } بعض البيانات عنك.
individual-welcome-time = نحو دقيقة واحدة
individual-welcome-button = ابدأ
individual-welcome-line = تكتب اسمك وتاريخ ميلادك ورقم هويتك.
country-not-listed-title = لا يمكننا التحقق من هذا بعد
country-not-listed-body = بلدك غير مدعوم. اسأل { $operator } عن طريقة أخرى.
country-not-listed-cancel = التوقف هنا
country-not-listed-id = لدي وثيقة هوية من بلد آخر
country-not-listed-address = لدي عنوان في بلد آخر
success-title = وصلتنا صورك
success-body = شكرًا لك. سيخبرك { $operator } بالنتيجة.
success-button = تم

## What is wrong with what was just handed in
problem-again = حاول مرة أخرى
problem-back = رجوع
problem-anyway = استخدم هذه الصورة على أي حال
problem-declined-title = اخترت الرفض
problem-declined-body = لا بأس في ذلك: يُحذف ما أرسلته. اسأل عن طريقة أخرى لتثبت من أنت، أو ارجع ووافق.
problem-unreadable-title = لا يمكننا فتح هذه الصورة
problem-unreadable-body = التقطها من جديد بالكاميرا، أو اختر ملف JPEG أو PNG أو WebP.
problem-challenge-title = استغرق ذلك وقتًا طويلًا
problem-challenge-body = من أجل أمانك تتغير التعليمات في كل مرة. ابدأ من جديد واتبع كل تعليمة عند ظهورها.
problem-name-title = اسمك غير مكتمل
problem-name-body = اكتب اسمك الأول واسم عائلتك كما يظهران في وثيقة هويتك.
problem-dob-title = لا يبدو هذا التاريخ صحيحًا
problem-dob-body = تحقق من يوم ميلادك وشهره وسنته، ثم حاول مرة أخرى.
problem-number-title = لا يبدو هذا الرقم صحيحًا
problem-number-body = تحقق من البلد ومن كل رقم، ثم حاول مرة أخرى.

## Advice about a picture before anything is submitted
advice-no_document-title = لا نرى أي وثيقة
advice-no_document-body = ضع وثيقتك على سطح داكن ومستوٍ، واجعلها تملأ الصورة، ثم حاول مرة أخرى.
advice-dark-title = الصورة مظلمة جدًا
advice-dark-body = أشعل الضوء أو اقترب من نافذة، ثم حاول مرة أخرى.
advice-glare-title = الضوء يخفي جزءًا من الوثيقة
advice-glare-body = أمِل الوثيقة قليلًا حتى تختفي بقع الضوء، ثم حاول مرة أخرى.
advice-blurry-title = الصورة غير واضحة
advice-blurry-body = ثبّت يدك في ضوء جيد حتى تضبط الكاميرا التركيز، ثم حاول مرة أخرى.
advice-too_small-title = الصورة صغيرة جدًا
advice-too_small-body = استخدم صورة الكاميرا الكاملة، لا معاينة ولا جزءًا مقتطعًا، ثم حاول مرة أخرى.
advice-cut_off-title = جزء من الوثيقة خارج الصورة
advice-cut_off-body = ابتعد قليلًا حتى تظهر الزوايا الأربع كلها في الصورة، ثم حاول مرة أخرى.
advice-saved_anew-title = حُفظت الصورة ببرنامج آخر
advice-saved_anew-body = التقط صورة جديدة، أو اختر الصورة التي حفظتها الكاميرا.
advice-several_documents-title = توجد أكثر من وثيقة
advice-several_documents-body = اعرض جهة واحدة من وثيقة واحدة، وأبعد كل شيء آخر، ثم حاول مرة أخرى.
advice-back_for_front-title = هذه هي الجهة الخلفية
advice-back_for_front-body = اقلب البطاقة إلى الجهة التي فيها صورتك، ثم حاول مرة أخرى.
advice-front_for_back-title = هذه هي الجهة الأمامية
advice-front_for_back-body = اقلب البطاقة إلى الجهة التي ليست فيها الصورة الكبيرة، ثم حاول مرة أخرى.
advice-mrz_not_visible-title = الأسطر السفلية غير ظاهرة
advice-mrz_not_visible-body = اعرض الصفحة التي فيها صورتك كاملة، حتى سطري الأحرف وعلامات‎< ‎ في أسفلها، ثم حاول مرة أخرى.
advice-no_face-title = لا نرى وجهك
advice-no_face-body = انظر إلى الكاميرا مباشرة، بحيث يظهر وجهك كاملًا في الصورة، ثم حاول مرة أخرى.
advice-several_faces-title = توجد عدة وجوه
advice-several_faces-body = تأكد من أنك وحدك في الصورة، ثم حاول مرة أخرى.
advice-face_far_away-title = وجهك بعيد جدًا
advice-face_far_away-body = اقترب حتى يملأ وجهك معظم الصورة، ثم حاول مرة أخرى.
advice-face_turned-title = رأسك مائل إلى جانب
advice-face_turned-body = انظر إلى الكاميرا مباشرة، ثم حاول مرة أخرى.
advice-face_burnt_out-title = الضوء يخفي جزءًا من وجهك
advice-face_burnt_out-body = ابتعد عن المصباح أو الشمس حتى تصبح الإضاءة على وجهك متساوية، ثم حاول مرة أخرى.

## How a submission ended, by what was not verified
outcome-verified-title = تم تأكيد هويتك
outcome-verified-body = لا شيء آخر مطلوب منك.
outcome-document_expired = انتهت صلاحية وثيقتك
outcome-document_type_not_supported = لا يمكن استخدام هذه الوثيقة
outcome-country_not_supported = هذا البلد غير مدعوم
outcome-device_not_supported = لا يمكن استخدام هذا الجهاز
outcome-document_unverified_other = لم نتمكن من التحقق من وثيقتك
outcome-selfie_document_missing_photo = لم نتمكن من العثور على الصورة
outcome-faces = لم نتمكن من مقارنة الوجهين
outcome-number = لم نتمكن من التحقق من الرقم
outcome-email = لم نتمكن من التحقق من بريدك الإلكتروني
outcome-phone = لم نتمكن من التحقق من رقم هاتفك
outcome-under_supported_age = عمرك أقل من المطلوب هنا
outcome-not-finished = لم يكتمل التحقق

## Why it was not verified, and what to do
reason-consent_declined = لم يوافق الشخص على استخدام صوره.
reason-predefined_failure = هذا إخفاق محدد مسبقًا في وضع الاختبار. حاول مرة أخرى.
reason-abandoned = بدأ التحقق ولم يكتمل. ابدأ من جديد من فضلك.
reason-document_unreadable = لم نتمكن من قراءة وثيقتك. التقط صورة جديدة في ضوء جيد.
reason-document_unreadable_to_the_edges = لم نتمكن من قراءة وثيقتك. التقط صورة جديدة في ضوء جيد، من الحافة إلى الحافة.
reason-document_not_recognised = لم نتمكن من قراءة وثيقتك. ضعها على سطح داكن ومستوٍ، وأمسك الكاميرا فوقها مباشرة في ضوء جيد، والتقط صورة جديدة.
reason-printed_part_unreadable = لم نتمكن من قراءة الجزء المطبوع من وثيقتك. قرّب الكاميرا، وتجنب بقع الضوء، والتقط صورة جديدة.
reason-number_unreadable = لم نتمكن من قراءة الرقم المطبوع على وثيقتك. قرّب الكاميرا، وتجنب بقع الضوء والأصابع، والتقط صورة جديدة.
reason-surname_unreadable = لم نتمكن من قراءة اسم العائلة المطبوع على وثيقتك. قرّب الكاميرا، وتجنب بقع الضوء والأصابع، والتقط صورة جديدة.
reason-given_names_unreadable = لم نتمكن من قراءة الأسماء الأولى المطبوعة على وثيقتك. قرّب الكاميرا، وتجنب بقع الضوء والأصابع، والتقط صورة جديدة.
reason-country_unreadable = لم نتمكن من قراءة البلد الذي صدرت عنه وثيقتك. اعرضها كاملة، وتجنب بقع الضوء والأصابع، والتقط صورة جديدة.
reason-document_partly_unreadable = لم نتمكن من قراءة كل ما في وثيقتك. التقط صورة جديدة لكل جهة في ضوء جيد، من الحافة إلى الحافة.
reason-licence_partly_unreadable = لم نتمكن من قراءة كل ما في رخصتك. ضعها على سطح مستوٍ، واجعلها تملأ الصورة، وتجنب بقع الضوء، والتقط صورة جديدة للجهة التي فيها صورتك.
reason-card_unreadable = لم نتمكن من قراءة بطاقتك. التقط صورة جديدة لكل جهة في ضوء جيد.
reason-birth_date_unreadable = لم نتمكن من قراءة تاريخ ميلادك. تجنب بقع الضوء والتقط صورة جديدة.
reason-expiry_date_unreadable = لم نتمكن من قراءة تاريخ انتهاء وثيقتك. تجنب بقع الضوء والتقط صورة جديدة.
reason-mrz_unreadable = لم نتمكن من قراءة أسطر الأحرف وعلامات‎< ‎ في وثيقتك. أبعد عنها بقع الضوء والأصابع، وثبّت يدك، والتقط صورة جديدة.
reason-contradiction = نقرأ شيئين مختلفين في موضعين من وثيقتك. امسحها لتصبح نظيفة، وتجنب بقع الضوء، والتقط صورة جديدة.
reason-document_kind_unknown = لا نعرف هذا النوع من الوثائق. استخدم جواز سفر أو بطاقة هوية.
reason-document_type_not_accepted = هذا النوع من الوثائق غير مقبول هنا. استخدم بدلًا منه { $accepted }.
accepted-any = وثيقة أخرى
accepted-passport = جواز سفر
accepted-id_card = بطاقة هوية
accepted-driving_license = رخصة قيادة
accepted-either = { $first } أو { $other }
reason-visa_shown = التأشيرة لا تثبت من أنت. اعرض صفحة جواز سفرك التي فيها صورتك.
reason-other_document_than_chosen = هذه وثيقة غير التي اخترتها. اختر من جديد، أو اعرض الوثيقة التي اخترتها.
reason-specimen = هذا نموذج وليس وثيقة حقيقية. استخدم وثيقتك أنت.
reason-document_expired = انتهت صلاحية وثيقتك. استخدم وثيقة لا تزال سارية.
reason-birth_date_impossible = تاريخ الميلاد في وثيقتك لا يبدو صحيحًا. التقط صورة جديدة في ضوء جيد. إذا تكرر ذلك، فاستخدم وثيقة أخرى.
reason-licence_dates_impossible = التواريخ في رخصتك لا تبدو صحيحة. التقط صورة جديدة في ضوء جيد. إذا تكرر ذلك، فاستخدم وثيقة أخرى.
reason-too_young = عمرك أقل من المطلوب للتحقق هنا. اسأل الشركة التي أرسلتك عن طريقة أخرى.
reason-licence_other_side_missing = نحتاج أيضًا إلى الجهة الأخرى من رخصتك. التقط صورة لها.
reason-card_other_side_missing = نحتاج أيضًا إلى الجهة الأخرى من بطاقتك. التقط صورة لها.
reason-licence_photo_missing = لم نتمكن من العثور على الصورة بجانب أسطر رخصتك. اعرض الجهة كاملة، من دون بقع ضوء أو أصابع، والتقط صورة جديدة.
reason-photo_missing = لم نتمكن من العثور على صورتك في الوثيقة. اعرض الجهة التي فيها الصورة، من دون بقع ضوء أو أصابع، والتقط صورة جديدة.
reason-sides_of_different_cards = يبدو أن الصورتين ليستا للبطاقة نفسها. التقط صورة للجهة الأمامية وصورة للجهة الخلفية من بطاقة واحدة.
reason-same_side_twice = الصورتان للجهة نفسها. التقط صورة للجهة الأمامية وصورة للجهة الخلفية.
reason-page_given_as_back = صورة الجهة الخلفية تعرض صفحة فيها صورة وسطران من الأحرف. إذا كانت هذه وثيقتك فالتقط صورتها على أنها الجهة الأمامية، وإلا فاعرض الجهة الخلفية من بطاقتك.
reason-several_documents = في الصورة أكثر من وثيقة. اعرض جهة واحدة من وثيقة واحدة في كل صورة.
reason-no_face = لم نتمكن من رؤية وجهك. انظر إلى الكاميرا في ضوء جيد، بحيث يظهر وجهك كاملًا في الصورة، والتقط سيلفي جديدًا.
reason-several_faces = في الصورة أكثر من وجه. التقط سيلفي جديدًا وحدك.
reason-faces_not_compared = لم نتمكن من مقارنة وجهك بالصورة. التقط سيلفي جديدًا في ضوء جيد.
reason-face_mismatch = السيلفي لا يطابق الصورة التي في وثيقتك. انظر إلى الكاميرا مباشرة في ضوء متساوٍ، من دون نظارة أو قبعة، وحاول مرة أخرى بوثيقتك أنت.
reason-selfie_copied = التقط صورة جديدة لوجهك بالكاميرا. لا يمكن استخدام صورة للوثيقة أو لصورة مطبوعة أو لشاشة.
reason-liveness_not_confirmed = لم نتمكن من تأكيد وجودك أمام الكاميرا. اختر مكانًا ضوؤه متساوٍ، وأمسك الكاميرا بثبات في مستوى عينيك، واتبع كل تعليمة عند ظهورها.
reason-challenge_too_late = استغرق ذلك وقتًا أطول مما نستطيع انتظاره. حاول مرة أخرى، واتبع كل تعليمة عند ظهورها.
reason-barcode_missing = لم نتمكن من العثور على رمز شريطي يمكننا قراءته في رخصتك. التقط صورة جديدة للجهة الخلفية في ضوء جيد، أو استخدم جواز سفر أو بطاقة هوية بدلًا منها.
reason-card_mrz_missing = لم نتمكن من العثور على أسطر الأحرف وعلامات‎< ‎ في بطاقتك. التقط صورة جديدة لكل من الجهتين، من الحافة إلى الحافة.
reason-page_mrz_missing = لم نتمكن من العثور على سطري الأحرف وعلامات‎< ‎ في الصفحة. اعرض الصفحة التي فيها صورتك كاملة، حتى حافتها السفلية.
reason-picture_of_screen = التقط صورة للوثيقة نفسها، لا لشاشة ولا لنسخة مطبوعة.
reason-picture_of_copy = التقط صورة للوثيقة نفسها، لا لنسخة بالأبيض والأسود.
reason-picture_edited = أرسل الصورة كما التقطتها الكاميرا: لا لقطة شاشة، ولا صورة معدّلة ببرنامج.
reason-picture_saved_anew = التقط صورة جديدة للوثيقة وأرسلها كما التقطتها الكاميرا: فقد أُعيد حفظ هذه الصورة ببرنامج آخر.
reason-picture_pasted = التقط صورة جديدة للوثيقة وأرسلها كما التقطتها الكاميرا، من دون تغطية شيء أو إضافة شيء.
reason-not_checked = لم نتمكن من فحص صورك هذه المرة. حاول مرة أخرى من فضلك.
reason-id_number_unchecked = لا يمكن التحقق من رقم الهوية هنا. استخدم طريقة أخرى للتحقق من فضلك.
reason-email_unchecked = لا يمكن التحقق من البريد الإلكتروني هنا. استخدم طريقة أخرى للتحقق من فضلك.
reason-phone_unchecked = لا يمكن التحقق من رقم الهاتف هنا. استخدم طريقة أخرى للتحقق من فضلك.

## The page without a script
plain-camera = كاميرا، أو صور لهويتك في ملفات
plain-picture = التقط صورة أو اختر ملفًا
plain-needs-script = لالتقاط صورة الوجه تحتاج هذه الصفحة إلى رؤية حركتك، وهذا يتطلب JavaScript. فعّل JavaScript لهذه الصفحة أو افتح الرابط على جهاز آخر.
