### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = 此链接的发送方
sender-first = 此链接的发送方

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst }需要核实您的身份
consent-test = 这是测试。请勿出示真实证件。
consent-purpose-face = { $operatorFirst }使用您的身份证件照片和面部照片来核实您的身份。如果您同意，将根据您的照片生成人脸模板，用于将您的面部与证件上的照片进行比对。人脸模板属于生物识别数据。
consent-purpose = { $operatorFirst }使用您的身份证件照片来核实您的身份。如果您同意，将根据证件上的照片生成人脸模板，用于检查该证件。人脸模板属于生物识别数据。
consent-free = 您可以自由选择不同意。如果不同意，您已发送的内容会被删除，您还可以要求采用其他方式。
consent-time = 大约 2 分钟
consent-accept = 我同意
consent-decline = 我不同意
consent-scroll = 请向下滚动以继续
consent-document = 您为<a href="stripe_bottomsheet://open/consent_photo_id">带照片的身份证件</a>拍照。
consent-selfie = 您拍一张自拍照，我们会<a href="stripe_bottomsheet://open/consent_identity">比对两者</a>。
consent-film = 在您按照自拍提示做动作时，摄像头会拍摄一组连续照片。
consent-only = 只有{ $operator }能看到您的照片和结果。
privacy-link = <a href="{ $address }">{ $operator }的隐私声明</a>说明了数据保存多久。
privacy-ask = 您可以向{ $operator }询问数据保存多久，并要求删除数据。
sheet-document-title = 您可以使用的证件
sheet-document-line = 未过期的带照片身份证件
sheet-document-body = 护照、身份证或驾照。不能使用复印件，也不能拍摄屏幕。
sheet-identity-title = 核实如何进行
sheet-identity-face = 您的面部和您的证件
sheet-identity-face-body = 我们测量自拍照中和证件照片中您的面部，并比对这两组测量结果。它们不会用于任何其他用途。
sheet-identity-server = 在发送方自己的服务器上
sheet-identity-server-body = 此过程由{ $operator }自行完成。任何照片都不会发给其他人。

## Screens of the mobile SDKs (HTML)
select-title = 请准备好您的证件
select-button = 继续
document-passport = 护照
document-id_card = 身份证
document-driving_license = 驾照
training-consent = { $operatorFirst }可以使用我的照片来改进其核实服务。此项可以不选。
country-BR = 巴西
country-SG = 新加坡
country-US = 美国
individual-title = 您的信息
individual-button = 发送
individual-missing = 列表中没有我的国家
individual-welcome-title = 来核实您的身份
individual-welcome-body = { $operatorFirst }需要您提供一些个人信息。
individual-welcome-time = 大约 1 分钟
individual-welcome-button = 开始
individual-welcome-line = 您需要填写姓名、出生日期和证件号码。
country-not-listed-title = 我们暂时无法核实
country-not-listed-body = 暂不支持您的国家。请向{ $operator }咨询其他方式。
country-not-listed-cancel = 到此为止
country-not-listed-id = 我有其他国家的证件
country-not-listed-address = 我有其他国家的地址
success-title = 已收到您的照片
success-body = 谢谢。{ $operatorFirst }会告诉您结果。
success-button = 完成

## What is wrong with what was just handed in
problem-again = 重试
problem-back = 返回
problem-anyway = 仍使用这张照片
problem-declined-title = 您选择了不同意
problem-declined-body = 没关系：您发送的内容会被删除。您可以要求采用其他方式证明身份，或返回并选择同意。
problem-unreadable-title = 无法打开这张照片
problem-unreadable-body = 请用摄像头重新拍摄，或选择 JPEG、PNG 或 WebP 文件。
problem-challenge-title = 用时太长
problem-challenge-body = 为了您的安全，每次的提示都不同。请重新开始，看到提示后立即按提示做。
problem-name-title = 您的姓名不完整
problem-name-body = 请按照证件上的写法填写您的名字和姓氏。
problem-dob-title = 日期似乎不正确
problem-dob-body = 请检查您出生的年、月、日，然后重试。
problem-number-title = 号码似乎不正确
problem-number-body = 请检查号码所属国家和每一位数字，然后重试。

## Advice about a picture before anything is submitted
advice-no_document-title = 没有看到证件
advice-no_document-body = 请将证件放在平整的深色桌面上，让证件占满画面，然后重试。
advice-dark-title = 照片太暗
advice-dark-body = 请开灯或到窗边，然后重试。
advice-glare-title = 反光挡住了部分证件
advice-glare-body = 请将证件稍微倾斜，直到光斑消失，然后重试。
advice-blurry-title = 照片模糊
advice-blurry-body = 请在光线充足处拿稳，等摄像头对好焦，然后重试。
advice-too_small-title = 照片太小
advice-too_small-body = 请使用摄像头拍摄的完整照片，不要用预览图或裁剪图，然后重试。
advice-cut_off-title = 证件有一部分在画面外
advice-cut_off-body = 请稍微拿远一点，直到四个角都在画面中，然后重试。
advice-saved_anew-title = 照片被其他软件重新保存过
advice-saved_anew-body = 请重新拍照，或选择摄像头保存的原始照片。
advice-several_documents-title = 画面中不止一份证件
advice-several_documents-body = 请只拍一份证件的一面，把其他东西移开，然后重试。
advice-back_for_front-title = 这是背面
advice-back_for_front-body = 请翻到有您照片的一面，然后重试。
advice-front_for_back-title = 这是正面
advice-front_for_back-body = 请翻到没有大照片的一面，然后重试。
advice-mrz_not_visible-title = 缺少底部的几行
advice-mrz_not_visible-body = 请拍下有您照片的整页，包括底部由字母和 < 符号组成的两行，然后重试。
advice-no_face-title = 没有看到您的面部
advice-no_face-body = 请正对摄像头，让整张脸都在画面中，然后重试。
advice-several_faces-title = 画面中有多张脸
advice-several_faces-body = 请确保画面中只有您一个人，然后重试。
advice-face_far_away-title = 您的脸离得太远
advice-face_far_away-body = 请靠近一些，让脸占据画面的大部分，然后重试。
advice-face_turned-title = 您的头偏向一侧
advice-face_turned-body = 请正对摄像头，然后重试。
advice-face_burnt_out-title = 强光挡住了部分面部
advice-face_burnt_out-body = 请避开灯光或阳光，让脸上的光线均匀，然后重试。

## How a submission ended, by what was not verified
outcome-verified-title = 您已通过核实
outcome-verified-body = 您无需再做任何操作。
outcome-document_expired = 您的证件已过期
outcome-document_type_not_supported = 不能使用此证件
outcome-country_not_supported = 暂不支持此国家
outcome-device_not_supported = 不能使用此设备
outcome-document_unverified_other = 未能核实您的证件
outcome-selfie_document_missing_photo = 未能找到照片
outcome-faces = 未能比对面部
outcome-number = 未能核实号码
outcome-email = 未能核实您的电子邮箱
outcome-phone = 未能核实您的电话
outcome-under_supported_age = 您的年龄未达到要求
outcome-not-finished = 核实未完成

## Why it was not verified, and what to do
reason-consent_declined = 本人不同意使用其照片。
reason-predefined_failure = 这是测试模式预设的失败结果。请重试。
reason-abandoned = 核实已开始但未完成。请重新开始。
reason-document_unreadable = 未能读取您的证件。请在光线充足处重新拍照。
reason-document_unreadable_to_the_edges = 未能读取您的证件。请在光线充足处重新拍照，拍全证件的四边。
reason-document_not_recognised = 未能读取您的证件。请将证件放在平整的深色桌面上，在光线充足处把摄像头放在正上方，重新拍照。
reason-printed_part_unreadable = 未能读取您证件上的印刷内容。请把摄像头靠近一些，避免反光，重新拍照。
reason-number_unreadable = 未能读取您证件上印刷的号码。请把摄像头靠近一些，避免反光和手指遮挡，重新拍照。
reason-surname_unreadable = 未能读取您证件上印刷的姓氏。请把摄像头靠近一些，避免反光和手指遮挡，重新拍照。
reason-given_names_unreadable = 未能读取您证件上印刷的名字。请把摄像头靠近一些，避免反光和手指遮挡，重新拍照。
reason-country_unreadable = 未能读取您的证件来自哪个国家。请露出整个证件，避免反光和手指遮挡，重新拍照。
reason-document_partly_unreadable = 未能读取您证件上的全部内容。请在光线充足处为每一面重新拍照，拍全四边。
reason-licence_partly_unreadable = 未能读取您驾照上的全部内容。请将驾照放在平整的桌面上，让它占满画面，避免反光，重新拍摄有您照片的一面。
reason-card_unreadable = 未能读取您的证件卡。请在光线充足处为每一面重新拍照。
reason-birth_date_unreadable = 未能读取您的出生日期。请避免反光，重新拍照。
reason-expiry_date_unreadable = 未能读取您证件的有效期。请避免反光，重新拍照。
reason-mrz_unreadable = 未能读取您证件上由字母和 < 符号组成的几行。请避免反光和手指遮挡，拿稳后重新拍照。
reason-contradiction = 您证件上两处读到的内容不一致。请把证件擦干净，避免反光，重新拍照。
reason-document_kind_unknown = 我们不认识这种证件。请使用护照或身份证。
reason-document_type_not_accepted = 这里不接受这种证件。请改用{ $accepted }。
accepted-any = 其他证件
accepted-passport = 护照
accepted-id_card = 身份证
accepted-driving_license = 驾照
accepted-either = { $first }或{ $other }
reason-visa_shown = 签证不能证明您的身份。请出示护照上有您照片的一页。
reason-other_document_than_chosen = 这与您选择的证件不同。请重新选择，或出示您选择的证件。
reason-specimen = 这是样本，不是真实证件。请使用您自己的证件。
reason-document_expired = 您的证件已过期。请使用仍在有效期内的证件。
reason-birth_date_impossible = 您证件上的出生日期似乎不正确。请在光线充足处重新拍照；如果仍不成功，请使用其他证件。
reason-licence_dates_impossible = 您驾照上的日期似乎不正确。请在光线充足处重新拍照；如果仍不成功，请使用其他证件。
reason-too_young = 您的年龄未达到在此核实的要求。请向让您来这里的公司咨询其他方式。
reason-licence_other_side_missing = 我们还需要您驾照的另一面。请为它拍照。
reason-card_other_side_missing = 我们还需要您证件卡的另一面。请为它拍照。
reason-licence_photo_missing = 未能在您驾照的文字旁找到照片。请露出整个这一面，避免反光和手指遮挡，重新拍照。
reason-photo_missing = 未能在证件上找到您的照片。请出示有照片的一面，避免反光和手指遮挡，重新拍照。
reason-sides_of_different_cards = 两张照片拍的似乎不是同一张证件卡。请为同一张卡的正面和背面各拍一张。
reason-same_side_twice = 两张照片拍的是同一面。请正面和背面各拍一张。
reason-page_given_as_back = 背面的照片拍的是带有照片和两行字母的页面。如果这就是您的证件，请把它作为正面拍摄；否则请拍您证件卡的背面。
reason-several_documents = 照片中不止一份证件。请每张照片只拍一份证件的一面。
reason-no_face = 没有看到您的面部。请在光线充足处看向摄像头，让整张脸都在画面中，重新自拍。
reason-several_faces = 照片中不止一张脸。请您一个人重新自拍。
reason-faces_not_compared = 未能将您的面部与照片进行比对。请在光线充足处重新自拍。
reason-face_mismatch = 您的自拍照与证件上的照片不一致。请在均匀的光线下正对摄像头，不戴眼镜和帽子，用您自己的证件重试。
reason-selfie_copied = 请用摄像头为您的面部重新拍照。不能使用拍摄证件、打印件或屏幕的照片。
reason-liveness_not_confirmed = 未能确认您本人在摄像头前。请找光线均匀的地方，将摄像头稳稳放在与眼睛同高的位置，看到提示后立即按提示做。
reason-challenge_too_late = 用时超过了我们能等待的时间。请重试，看到提示后立即按提示做。
reason-barcode_missing = 未能在您的驾照上找到可以读取的条形码。请在光线充足处重新拍摄背面，或改用护照或身份证。
reason-card_mrz_missing = 未能在您的证件卡上找到由字母和 < 符号组成的几行。请为两面重新拍照，每面都拍全四边。
reason-page_mrz_missing = 未能找到由字母和 < 符号组成的两行。请拍下有您照片的整页，直到页面底边。
reason-picture_of_screen = 请直接拍摄证件本身，不要拍摄屏幕或打印件。
reason-picture_of_copy = 请直接拍摄证件本身，不要拍摄黑白复印件。
reason-picture_edited = 请按摄像头拍下的原样发送照片：不要用屏幕截图，也不要用软件修改过的图片。
reason-picture_saved_anew = 请为证件重新拍照，并按摄像头拍下的原样发送：这张照片被其他软件重新保存过。
reason-picture_pasted = 请为证件重新拍照，并按摄像头拍下的原样发送，不要遮盖或添加任何内容。
reason-not_checked = 这次未能检查您的照片。请再试一次。
reason-id_number_unchecked = 这里无法核实证件号码。请改用其他核实方式。
reason-email_unchecked = 这里无法核实电子邮箱。请改用其他核实方式。
reason-phone_unchecked = 这里无法核实电话号码。请改用其他核实方式。

## The page without a script
plain-camera = 摄像头，或证件照片文件
plain-picture = 拍照或选择文件
plain-needs-script = 自拍时，此页面需要看到您的动作，这需要 JavaScript。请为此页面启用 JavaScript，或在其他设备上打开链接。
