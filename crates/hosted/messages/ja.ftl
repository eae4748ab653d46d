### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = このリンクの送信元
sender-first = このリンクの送信元

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst }による本人確認が必要です
consent-test = これはテストです。本物の身分証は使わないでください。
consent-purpose-face = { $operatorFirst }は、身分証とお顔の画像を使って本人確認を行います。同意される場合は、お顔と身分証の写真を照合するために、画像から顔テンプレートが作成されます。顔テンプレートは生体データです。
consent-purpose = { $operatorFirst }は、身分証の画像を使って本人確認を行います。同意される場合は、身分証を確認するために、身分証の写真から顔テンプレートが作成されます。顔テンプレートは生体データです。
consent-free = 同意しないことも自由に選べます。その場合、お送りいただいたものは削除され、ほかの方法を求めることができます。
consent-time = 2分ほど
consent-accept = 同意します
consent-decline = 同意しません
consent-scroll = 続けるには下にスクロールしてください
consent-document = <a href="stripe_bottomsheet://open/consent_photo_id">顔写真付きの身分証</a>を撮影していただきます。
consent-selfie = 自撮り写真を撮っていただき、<a href="stripe_bottomsheet://open/consent_identity">2つを照合</a>します。
consent-film = 自撮りの指示に沿って動いている間、カメラが続けて何枚か撮影します。
consent-only = 画像と結果を見るのは{ $operator }だけです。
privacy-link = データの保存期間は、<a href="{ $address }">{ $operator }のプライバシー通知</a>に書かれています。
privacy-ask = データの保存期間のお問い合わせや、データの削除のご依頼は、{ $operator }にお願いします。
sheet-document-title = 使える身分証
sheet-document-line = 有効期限が切れていない顔写真付きの身分証
sheet-document-body = パスポート、IDカード、運転免許証のいずれか。コピーや、画面を撮った画像は使えません。
sheet-identity-title = 確認のしくみ
sheet-identity-face = お顔と身分証
sheet-identity-face-body = 自撮り写真と身分証の写真でお顔をそれぞれ計測し、2つの計測結果を照合します。計測結果はほかの目的には使いません。
sheet-identity-server = 送信元が自ら管理するサーバーで
sheet-identity-server-body = { $operatorFirst }が自ら行います。画像はほかの誰にも送られません。

## Screens of the mobile SDKs (HTML)
select-title = 身分証をご用意ください
select-button = 続ける
document-passport = パスポート
document-id_card = IDカード
document-driving_license = 運転免許証
training-consent = { $operatorFirst }が確認の改善のために私の画像を使うことを認めます。この項目は選ばなくてもかまいません。
country-BR = ブラジル
country-SG = シンガポール
country-US = アメリカ合衆国
individual-title = お客さまの情報
individual-button = 送信
individual-missing = 自分の国が一覧にありません
individual-welcome-title = ご本人の確認をします
individual-welcome-body = { $operatorFirst }から、お客さまの情報についていくつかお尋ねします。
individual-welcome-time = 1分ほど
individual-welcome-button = 始める
individual-welcome-line = 氏名、生年月日、身分証番号を入力していただきます。
country-not-listed-title = まだ確認できません
country-not-listed-body = お客さまの国には、まだ対応していません。ほかの方法については、{ $operator }にお問い合わせください。
country-not-listed-cancel = ここで終了
country-not-listed-id = ほかの国の身分証を持っています
country-not-listed-address = ほかの国に住所があります
success-title = 画像を受け取りました
success-body = ありがとうございます。結果は{ $operator }からお知らせします。
success-button = 完了

## What is wrong with what was just handed in
problem-again = もう一度試す
problem-back = 戻る
problem-anyway = それでもこの画像を使う
problem-declined-title = 「同意しない」を選びました
problem-declined-body = 問題ありません。お送りいただいたものは削除されます。ほかの確認方法をお問い合わせいただくか、戻って同意してください。
problem-unreadable-title = この画像を開けません
problem-unreadable-body = カメラで撮り直すか、JPEG、PNG、WebPのいずれかのファイルを選んでください。
problem-challenge-title = 時間がかかりすぎました
problem-challenge-body = 安全のため、指示は毎回変わります。最初からやり直し、指示が表示されたらそれに沿って動いてください。
problem-name-title = 氏名に足りない部分があります
problem-name-body = 身分証に書かれているとおりに、姓と名を入力してください。
problem-dob-title = 日付が正しくないようです
problem-dob-body = 生年月日の年・月・日を確認して、もう一度お試しください。
problem-number-title = 番号が正しくないようです
problem-number-body = 国と各桁を確認して、もう一度お試しください。

## Advice about a picture before anything is submitted
advice-no_document-title = 身分証が見えません
advice-no_document-body = 身分証を暗い色の平らな台に置き、画面いっぱいに写して、もう一度お試しください。
advice-dark-title = 画像が暗すぎます
advice-dark-body = 明かりをつけるか窓の近くに移動して、もう一度お試しください。
advice-glare-title = 光で身分証の一部が見えません
advice-glare-body = 光の反射が消えるまで身分証を少し傾けて、もう一度お試しください。
advice-blurry-title = 画像がぼやけています
advice-blurry-body = 明るい場所で、カメラのピントが合うまで動かさずに、もう一度お試しください。
advice-too_small-title = 画像が小さすぎます
advice-too_small-body = プレビューや切り抜きではなく、カメラで撮った画像全体を使って、もう一度お試しください。
advice-cut_off-title = 身分証の一部が写っていません
advice-cut_off-body = 四隅がすべて写るまで少し離して、もう一度お試しください。
advice-saved_anew-title = 画像が別のソフトで保存されています
advice-saved_anew-body = 撮り直すか、カメラが保存した元の画像を選んでください。
advice-several_documents-title = 身分証が2つ以上写っています
advice-several_documents-body = 1つの身分証の片面だけを写し、ほかのものはよけて、もう一度お試しください。
advice-back_for_front-title = これは裏面です
advice-back_for_front-body = カードを顔写真のある面に向けて、もう一度お試しください。
advice-front_for_back-title = これは表面です
advice-front_for_back-body = カードを大きな顔写真のない面に向けて、もう一度お試しください。
advice-mrz_not_visible-title = 下の行が写っていません
advice-mrz_not_visible-body = 顔写真のページ全体を、英字と < 記号が並ぶ下の2行まで写して、もう一度お試しください。
advice-no_face-title = お顔が見えません
advice-no_face-body = お顔全体を入れてカメラをまっすぐ見て、もう一度お試しください。
advice-several_faces-title = 複数の顔が写っています
advice-several_faces-body = ご本人だけが写るようにして、もう一度お試しください。
advice-face_far_away-title = お顔が遠すぎます
advice-face_far_away-body = お顔が画面の大部分に写るまで近づいて、もう一度お試しください。
advice-face_turned-title = お顔が横を向いています
advice-face_turned-body = カメラをまっすぐ見て、もう一度お試しください。
advice-face_burnt_out-title = 光でお顔の一部が見えません
advice-face_burnt_out-body = お顔に均一に光が当たるように照明や日光を避けて、もう一度お試しください。

## How a submission ended, by what was not verified
outcome-verified-title = 本人確認が完了しました
outcome-verified-body = これ以上の操作は必要ありません。
outcome-document_expired = 身分証の有効期限が切れています
outcome-document_type_not_supported = この身分証は使えません
outcome-country_not_supported = この国には対応していません
outcome-device_not_supported = この端末は使えません
outcome-document_unverified_other = 身分証を確認できませんでした
outcome-selfie_document_missing_photo = 写真が見つかりませんでした
outcome-faces = お顔を照合できませんでした
outcome-number = 番号を確認できませんでした
outcome-email = メールアドレスを確認できませんでした
outcome-phone = 電話番号を確認できませんでした
outcome-under_supported_age = 対象年齢に達していません
outcome-not-finished = 確認が完了していません

## Why it was not verified, and what to do
reason-consent_declined = ご本人が画像の利用に同意しませんでした。
reason-predefined_failure = これはテストモードであらかじめ決められた失敗です。もう一度お試しください。
reason-abandoned = 確認を始めたまま、完了していません。もう一度始めてください。
reason-document_unreadable = 身分証を読み取れませんでした。明るい場所で撮り直してください。
reason-document_unreadable_to_the_edges = 身分証を読み取れませんでした。明るい場所で、端から端まで入るように撮り直してください。
reason-document_not_recognised = 身分証を読み取れませんでした。暗い色の平らな台に置き、明るい場所で真上からカメラを向けて、撮り直してください。
reason-printed_part_unreadable = 身分証の印刷部分を読み取れませんでした。カメラを近づけ、光の反射を避けて、撮り直してください。
reason-number_unreadable = 身分証に印刷された番号を読み取れませんでした。カメラを近づけ、光の反射や指を避けて、撮り直してください。
reason-surname_unreadable = 身分証に印刷された姓を読み取れませんでした。カメラを近づけ、光の反射や指を避けて、撮り直してください。
reason-given_names_unreadable = 身分証に印刷された名を読み取れませんでした。カメラを近づけ、光の反射や指を避けて、撮り直してください。
reason-country_unreadable = 身分証の発行国を読み取れませんでした。全体を写し、光の反射や指を避けて、撮り直してください。
reason-document_partly_unreadable = 身分証の一部を読み取れませんでした。明るい場所で、各面を端から端まで入るように撮り直してください。
reason-licence_partly_unreadable = 免許証の一部を読み取れませんでした。平らな台に置き、画面いっぱいに写し、光の反射を避けて、顔写真のある面を撮り直してください。
reason-card_unreadable = カードを読み取れませんでした。明るい場所で、各面を撮り直してください。
reason-birth_date_unreadable = 生年月日を読み取れませんでした。光の反射を避けて、撮り直してください。
reason-expiry_date_unreadable = 身分証の有効期限を読み取れませんでした。光の反射を避けて、撮り直してください。
reason-mrz_unreadable = 身分証の英字と < 記号が並ぶ行を読み取れませんでした。光の反射や指がかからないようにし、動かさずに撮り直してください。
reason-contradiction = 身分証の2か所で、読み取った内容が一致しませんでした。汚れを拭き取り、光の反射を避けて、撮り直してください。
reason-document_kind_unknown = この種類の身分証は判別できません。パスポートまたはIDカードをお使いください。
reason-document_type_not_accepted = この種類の身分証はここでは使えません。代わりに{ $accepted }をお使いください。
accepted-any = 別の身分証
accepted-passport = パスポート
accepted-id_card = IDカード
accepted-driving_license = 運転免許証
accepted-either = { $first }または{ $other }
reason-visa_shown = ビザでは本人確認ができません。パスポートの顔写真のページを写してください。
reason-other_document_than_chosen = 選んだ身分証と異なります。選び直すか、選んだ身分証を写してください。
reason-specimen = これは見本で、本物の身分証ではありません。ご自身の身分証をお使いください。
reason-document_expired = 身分証の有効期限が切れています。有効期限内の身分証をお使いください。
reason-birth_date_impossible = 身分証の生年月日が正しくないようです。明るい場所で撮り直してください。それでもうまくいかない場合は、別の身分証をお使いください。
reason-licence_dates_impossible = 免許証の日付が正しくないようです。明るい場所で撮り直してください。それでもうまくいかない場合は、別の身分証をお使いください。
reason-too_young = ここで確認できる年齢に達していません。ほかの方法については、ご案内元の会社にお問い合わせください。
reason-licence_other_side_missing = 免許証のもう一方の面も必要です。その面を撮影してください。
reason-card_other_side_missing = カードのもう一方の面も必要です。その面を撮影してください。
reason-licence_photo_missing = 免許証の文字の横に写真が見つかりませんでした。光の反射や指がかからないように面全体を写して、撮り直してください。
reason-photo_missing = 身分証の顔写真が見つかりませんでした。光の反射や指がかからないように写真のある面を写して、撮り直してください。
reason-sides_of_different_cards = 2枚の画像が同じカードではないようです。1枚のカードの表面と裏面をそれぞれ撮影してください。
reason-same_side_twice = 2枚の画像に同じ面が写っています。表面と裏面を1枚ずつ撮影してください。
reason-page_given_as_back = 裏面の画像に、顔写真と2行の英字があるページが写っています。それがご自身の身分証なら、表面として撮影してください。そうでなければ、カードの裏面を写してください。
reason-several_documents = 画像に身分証が2つ以上写っています。1枚の画像には、1つの身分証の片面だけを写してください。
reason-no_face = お顔が見えませんでした。明るい場所でカメラを見て、お顔全体を入れて、自撮り写真を撮り直してください。
reason-several_faces = 画像に2人以上の顔が写っています。お一人で自撮り写真を撮り直してください。
reason-faces_not_compared = お顔と写真を照合できませんでした。明るい場所で自撮り写真を撮り直してください。
reason-face_mismatch = 自撮り写真と身分証の写真が一致しません。均一な光の中で、眼鏡や帽子を外してカメラをまっすぐ見て、ご自身の身分証でもう一度お試しください。
reason-selfie_copied = カメラでお顔を撮り直してください。身分証、印刷物、画面を撮った画像は使えません。
reason-liveness_not_confirmed = カメラの前にいることを確認できませんでした。均一な明るさの場所で、カメラを目の高さに固定し、指示が表示されたらそれに沿って動いてください。
reason-challenge_too_late = お待ちできる時間を超えました。もう一度始めて、指示が表示されたらそれに沿って動いてください。
reason-barcode_missing = 免許証に読み取れるバーコードが見つかりませんでした。明るい場所で裏面を撮り直すか、代わりにパスポートまたはIDカードをお使いください。
reason-card_mrz_missing = カードに英字と < 記号が並ぶ行が見つかりませんでした。両面を、それぞれ端から端まで入るように撮り直してください。
reason-page_mrz_missing = 英字と < 記号が並ぶ2行が見つかりませんでした。顔写真のページ全体を、下の端まで写してください。
reason-picture_of_screen = 画面や印刷したコピーではなく、身分証そのものを撮影してください。
reason-picture_of_copy = 白黒のコピーではなく、身分証そのものを撮影してください。
reason-picture_edited = カメラで撮ったままの画像を送信してください。スクリーンショットや、ソフトで加工した画像は使えません。
reason-picture_saved_anew = 身分証を撮り直し、カメラで撮ったまま送信してください。この画像は別のソフトで保存し直されています。
reason-picture_pasted = 身分証を撮り直し、何も隠したり加えたりせず、カメラで撮ったまま送信してください。
reason-not_checked = 今回は画像を確認できませんでした。もう一度お試しください。
reason-id_number_unchecked = ここでは身分証番号を確認できません。ほかの確認方法をご利用ください。
reason-email_unchecked = ここではメールアドレスを確認できません。ほかの確認方法をご利用ください。
reason-phone_unchecked = ここでは電話番号を確認できません。ほかの確認方法をご利用ください。

## The page without a script
plain-camera = カメラ、または身分証の画像ファイル
plain-picture = 撮影するか、ファイルを選んでください
plain-needs-script = 自撮りでは、このページがあなたの動きを見る必要があり、そのためにJavaScriptを使います。このページでJavaScriptを有効にするか、別の端末でリンクを開いてください。
