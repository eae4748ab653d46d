### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = このリンクの送信元
sender-first = このリンクの送信元

language = 言語
page-title = { $heading } – { $operator }
header = { $operator }による非公開の本人確認
header-unnamed = 非公開の本人確認
test-mode = テストモード：本物の身分証は使わないでください
back = 戻る
close = 閉じる
support = ヘルプ
sending = 送信しています…
try-again = もう一度試す
loading = 少しお待ちください…
return-to = { $operator }に戻る
return = 続ける

## A developer's panel, in test mode alone
test-heading = テストモード：確認を省略
test-body = 開発者向けです。画像なしで、選んだ結果でセッションが終わります。確認は何も行われません。
test-label = 終了時の結果
test-verified = 確認済み
test-action = セッションを終了
test-specimen = または実際に試してください。見本の身分証をダウンロードし、ご自分の身分証としてアップロードします。

## Told on the screen where it happened
notice-connection = サーバーにつながりません。通信状態を確認して、もう一度お試しください。入力や画像は失われていません。
notice-busy_server = サーバーが混み合っています。少し待ってから、もう一度お試しください。入力や画像は失われていません。
notice-file_refused = サーバーでこの画像を使えません。撮り直すか、JPEGまたはPNGのファイルを選んでください。

## Begin
begin-heading = ご本人の確認をします
begin-body = { $operatorFirst }から、本人確認のお願いです。2分ほどかかります。
begin-needs = 必要なもの
begin-document = 顔写真付きの身分証：パスポート、IDカード、運転免許証のいずれか
begin-camera = カメラ、または身分証の画像
begin-privacy-heading = 画像の取り扱い
begin-privacy = 画像は{ $operator }だけに送られ、ほかの誰にも送られません。保存期間は、次の画面のプライバシー通知に書かれています。
begin-accept = 始める
begin-decline = 今はしない
paused-heading = お急ぎではありません
paused-body = 何も送信されていません。準備ができたら、このリンクをもう一度開いてください。
paused-accept = 今すぐ始める

## Consent
consent-heading = 画像の利用はご自身で選べます
declined-heading = 「同意しない」を選びました
declined-body = 問題ありません。画像は保存されません。ほかの確認方法については、{ $operator }にお問い合わせください。
declined-change = 選び直す

## Documents
choice-heading = どの身分証を使いますか？
choice-body = お手元にあるものを選んでください。
front-heading =
    { $document ->
        [passport] パスポートの写真ページ
        [id_card] IDカードの表面
        [driving_license] 運転免許証の表面
       *[other] 身分証の表面
    }
front-body = 無地の暗い色の台に置いてください。指や強い光がかからないようにしてください。
passport-body = 顔写真のページを開いてください。下にある2行の文字が見えるようにしてください。
back-heading =
    { $document ->
        [id_card] IDカードの裏面
        [driving_license] 運転免許証の裏面
       *[other] 身分証の裏面
    }
back-body = 裏返してください。すべての行とコードがはっきり読めるようにしてください。
guidance-fill = 身分証を枠に合わせてください
guidance-closer = もう少し近づけてください
guidance-further = 少し離してください
guidance-straighten = 真上からまっすぐ撮ってください
guidance-glare = 光で一部が見えません。少し傾けてください
guidance-dark = 暗すぎます。明るい場所で撮ってください
guidance-bright = 明るすぎます。光を避けてください
guidance-steady = 動かさないでください
guidance-blurred = まだぼやけています。少し離してください
guidance-good = 良い状態です。そのまま動かさないでください

## Selfie. Left and right are the person's own
selfie-heading = 次はお顔の撮影です
selfie-body = お顔と身分証の写真を照合します。明るい方を向き、帽子やサングラスを外してください。
face-none = お顔を枠に入れてください
face-several = お一人だけで写ってください
face-closer = 近づいてください
face-further = 少し離れてください
face-centre = お顔を枠の中央に合わせてください
face-dark = 暗すぎます。明るい場所で撮ってください
face-steady = 動かないでください
face-good = 良い状態です。そのまま動かないでください
face-start = 良い状態です。準備ができたら「開始」を押してください
selfie-guidance = お顔を枠に入れて、正面を見てください
selfie-challenge = まず正面を見て、次に5つの短い指示に沿って動いてください。10秒ほどで、ご本人がその場にいることを確認できます。
selfie-cannot-turn = 顔の向きを変えられません
selfie-ask-for = 顔の向きを変えられない場合は、ほかの方法について{ $operator }にお問い合わせください。
selfie-start = 開始
selfie-ready = お顔を枠に入れてから、開始してください
selfie-done = 完了しました。ありがとうございます
step-look_straight = 正面を見てください
step-turn_left = お顔を左に向けてください
step-turn_right = お顔を右に向けてください
step-come_closer = 近づいてください
step-move_away = 少し離れてください

## Camera and files
capture-open = カメラを開く
capture-upload = 画像をアップロード
capture-upload-instead = 代わりに画像をアップロード
capture-shutter = 撮影する
capture-torch-on = ライトをつける
capture-torch-off = ライトを消す
capture-starting = カメラを開いています…
capture-only-camera = この確認にはその場で撮った画像が必要なため、ファイルは使えません。
capture-hint = ボタンを押して撮ることもできます。
capture-taken = 撮影しました
capture-unreadable = このファイルを開けません。JPEG、PNG、WebPのいずれかの画像を選んでください。
capture-unreadable-heic = このブラウザではHEIC形式の写真を開けません。JPEGで保存するか、ここでカメラを使って撮ってください。
camera-refused = このページではカメラが許可されていません。ブラウザの設定でこのページに許可してから、カメラをもう一度開いてください。
camera-missing = カメラが見つかりません。カメラを接続するか、このリンクをスマートフォンで開いてください。
camera-busy = カメラが応答しません。カメラを使っているほかのアプリを閉じてから、カメラをもう一度開いてください。
camera-insecure = httpsではないページでは、ブラウザのカメラを使えません。httpsのリンクを依頼してください。
review-document-heading = 読み取れますか？
review-document-body = すべての文字がはっきりしていて、切れている部分がないか確認してください。
review-face-heading = お顔ははっきり写っていますか？
review-face-body = お顔全体が、明るくはっきり写っているか確認してください。
review-picture = 撮影した画像
review-use = これを使う
review-again = 撮り直す
upload-waiting = 通信が切れました。画像は失われていません。つながりしだい送信します。

## ID number
number-heading = 身分証番号
number-body = { $operatorFirst }が、本人確認のために必要としています。入力内容は暗号化して保存されます。
number-country = 国
number-us-label = 社会保障番号（SSN）の下4桁
number-us-hint = 4桁の数字（例：1234）
number-br-label = CPF番号
number-br-hint = 11桁の数字（例：123.456.789-09）
number-sg-label = NRICまたはFIN
number-sg-hint = 英字1文字、数字7桁、英字1文字（例：S1234567D）
number-show = 表示
number-hide = 隠す
number-send = 続ける
details-heading = お客さまの情報
details-first-name = 名（身分証のとおり）
details-last-name = 姓（身分証のとおり）
details-birth-date = 生年月日
details-missing = 先にすべての項目を入力してください。

## Checking and the end
checking-heading = 確認しています…
checking-body = 10秒ほどかかります。
checking-slow = いつもより時間がかかっています。このページを閉じて、あとで同じリンクから戻ることもできます。
checking-unreachable = 現在サーバーにつながりません。接続を続けて試しています。
checking-sent = 画像を受け取りました
checking-reading = 読み取りと照合
checking-deciding = 結果
verified-heading = 本人確認が完了しました
verified-body = { $operatorFirst }に結果が伝わりました。これ以上の操作は必要ありません。
verified-close = このページを閉じてもかまいません。
received-heading = 画像を受け取りました
received-body = 結果は{ $operator }からお知らせします。
retry-heading = あと少しです
retry-body = 読み取れないものがありました。もう一度お試しください。
unconfirmed-heading = 確認できませんでした
unconfirmed-body = 今後の対応は{ $operator }が決めます。ほかの方法については、直接お問い合わせください。
canceled-heading = この確認は取り消されました
canceled-body = これ以上の操作は必要ありません。理由については、{ $operator }にお問い合わせください。
used-heading = このリンクは使用済みです
used-body = 最初に使ったブラウザでのみ開けます。そのブラウザに戻るか、{ $operator }に新しいリンクを依頼してください。
expired-heading = リンクの期限が切れています
expired-body = { $operator }に新しいリンクを依頼してください。
unknown-heading = このリンクは使えません
unknown-body = リンクの一部が欠けているかもしれません。届いたメッセージからもう一度開いてください。
unsupported-heading = ここでは確認できません
unsupported-body = この確認には、このページがまだ対応していない機能が必要です。{ $operator }にお知らせください。
offline-heading = サーバーにつながりません
offline-body = 通信状態を確認して、もう一度お試しください。入力や画像は失われていません。

## Hand-over: the person goes on with a phone
handover-offer = 代わりにスマートフォンを使う
handover-heading = スマートフォンを使う
handover-body = スマートフォンのカメラをこのコードに向けて、リンクを開いてください。このページは開いたままにしてください。
handover-picture = スマートフォン用リンクのコード
handover-link = または、このリンクをスマートフォンに送ってください：
handover-copy = リンクをコピー
handover-copied = コピーしました
handover-waiting = スマートフォンを待っています…
handover-connected = スマートフォンがつながりました。そちらで続けてください。
handover-here = 代わりにここで続ける
