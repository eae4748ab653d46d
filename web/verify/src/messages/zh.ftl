### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = 此链接的发送方
sender-first = 此链接的发送方

language = 语言
page-title = { $heading } – { $operator }
header = 由{ $operator }私密核实
header-unnamed = 私密核实
test-mode = 测试模式：请勿出示真实证件
back = 返回
close = 关闭
support = 获取帮助
sending = 正在发送…
try-again = 重试
loading = 请稍候…
return-to = 返回{ $operator }
return = 继续

## A developer's panel, in test mode alone
test-heading = 测试模式：跳过核实
test-body = 供开发人员使用。会话按您选择的结果结束，不含照片，也不做任何检查。
test-label = 结束时的结果
test-verified = 已通过
test-action = 结束会话
test-specimen = 或者真实试用：下载一份样本证件，并作为您的证件上传。

## Told on the screen where it happened
notice-connection = 无法连接服务器。请检查网络，然后重试。您的内容没有丢失。
notice-busy_server = 服务器繁忙。请稍等片刻再重试。您的内容没有丢失。
notice-file_refused = 服务器无法使用这张照片。请重新拍摄，或选择 JPEG 或 PNG 文件。

## Begin
begin-heading = 来核实您的身份
begin-body = { $operatorFirst }请您证明自己的身份。大约需要 2 分钟。
begin-needs = 您需要准备
begin-document = 带照片的证件：护照、身份证或驾照
begin-camera = 摄像头，或您证件的照片
begin-privacy-heading = 您的照片
begin-privacy = 您的照片只会发给{ $operator }，不会发给其他任何人。下一页的隐私声明会说明照片保存多久。
begin-accept = 开始
begin-decline = 暂不
paused-heading = 不着急
paused-body = 没有发送任何内容。准备好后，请再次打开此链接。
paused-accept = 现在开始

## Consent
consent-heading = 您的照片，由您决定
declined-heading = 您选择了不同意
declined-body = 没关系：不会保留任何照片。请向{ $operator }咨询证明身份的其他方式。
declined-change = 我改变主意了

## Documents
choice-heading = 使用哪种证件？
choice-body = 请选择您手边有的证件。
front-heading =
    { $document ->
        [passport] 护照的照片页
        [id_card] 身份证正面（照片面）
        [driving_license] 驾照正面（照片面）
       *[other] 证件正面
    }
front-body = 请平放在纯色的深色桌面上。不要让手指或强光挡住证件。
passport-body = 请翻到有您照片的一页。底部的两行字母要能看到。
back-heading =
    { $document ->
        [id_card] 身份证背面
        [driving_license] 驾照背面
       *[other] 证件背面
    }
back-body = 请翻到另一面。每行字和每个码都要清晰可读。
guidance-fill = 请让证件占满取景框
guidance-closer = 请靠近一点
guidance-further = 请稍微拿远一点
guidance-straighten = 请从正上方拍正
guidance-glare = 反光挡住了一部分，请稍微倾斜
guidance-dark = 太暗了，请到亮一些的地方
guidance-bright = 太亮了，请避开强光
guidance-steady = 请拿稳
guidance-blurred = 还不清晰，请稍微拿远一点
guidance-good = 很好，请保持不动

## Selfie. Left and right are the person's own
selfie-heading = 现在拍您的面部
selfie-body = 我们会把您的面部与证件上的照片进行比对。请面向光线，摘下帽子和墨镜。
face-none = 请把脸放进椭圆框内
face-several = 画面中请只有一张脸
face-closer = 请靠近一些
face-further = 请稍微后退
face-centre = 请移到椭圆框中间
face-dark = 太暗了，请到亮一些的地方
face-steady = 请保持不动
face-good = 很好，请保持不动
face-start = 很好，准备好后请点“开始”
selfie-guidance = 请把脸放进椭圆框内，看向前方
selfie-challenge = 先看向前方，然后按五个简短提示做动作。大约需要 10 秒，用来确认是您本人在镜头前。
selfie-cannot-turn = 我无法转头
selfie-ask-for = 如果您无法转头，请向{ $operator }咨询其他方式。
selfie-start = 开始
selfie-ready = 请把脸放进椭圆框内，然后开始
selfie-done = 完成了，谢谢
step-look_straight = 请看向正前方
step-turn_left = 请向左转头
step-turn_right = 请向右转头
step-come_closer = 请靠近一些
step-move_away = 请稍微后退

## Camera and files
capture-open = 打开摄像头
capture-upload = 上传照片
capture-upload-instead = 改为上传照片
capture-shutter = 拍照
capture-torch-on = 开灯
capture-torch-off = 关灯
capture-starting = 正在打开摄像头…
capture-only-camera = 本次核实需要现场拍照，因此不能使用文件。
capture-hint = 您也可以点按钮拍照。
capture-taken = 已拍照
capture-unreadable = 无法打开此文件。请选择 JPEG、PNG 或 WebP 图片。
capture-unreadable-heic = 此浏览器无法打开 HEIC 照片。请将照片存为 JPEG，或在这里用摄像头拍摄。
camera-refused = 此页面的摄像头已被禁用。请在浏览器设置中允许此页面使用摄像头，然后重新打开摄像头。
camera-missing = 找不到摄像头。请连接摄像头，或用手机打开此链接。
camera-busy = 摄像头没有响应。请关闭正在使用摄像头的其他应用，然后重新打开摄像头。
camera-insecure = 没有 https 的页面无法在浏览器中使用摄像头。请索取 https 链接。
review-document-heading = 看得清吗？
review-document-body = 请确认每个字都清晰，没有被截掉的部分。
review-face-heading = 面部清晰吗？
review-face-body = 请确认整张脸都在画面中，清晰且光线充足。
review-picture = 您拍的照片
review-use = 使用这张
review-again = 重拍
upload-waiting = 网络已断开。您的照片已保留，网络恢复后会发送。

## ID number
number-heading = 您的证件号码
number-body = { $operatorFirst }需要用它来核实您的身份。信息会加密保存。
number-country = 国家
number-us-label = 您的社会安全号码（SSN）后 4 位
number-us-hint = 四位数字，例如 1234
number-br-label = 您的 CPF 号码
number-br-hint = 十一位数字，例如 123.456.789-09
number-sg-label = 您的 NRIC 或 FIN
number-sg-hint = 一个字母、七位数字和一个字母，例如 S1234567D
number-show = 显示
number-hide = 隐藏
number-send = 继续
details-heading = 您的信息
details-first-name = 名字（与证件一致）
details-last-name = 姓氏（与证件一致）
details-birth-date = 出生日期
details-missing = 请先填写所有栏目。

## Checking and the end
checking-heading = 正在核实…
checking-body = 大约 10 秒。
checking-slow = 这次比平时要久一些。您可以关闭此页面，稍后用同一链接回来。
checking-unreachable = 暂时无法连接服务器。我们会继续尝试。
checking-sent = 已收到照片
checking-reading = 读取并比对
checking-deciding = 结果
verified-heading = 您已通过核实
verified-body = { $operatorFirst }已经知道结果。您无需再做任何操作。
verified-close = 您可以关闭此页面。
received-heading = 已收到您的照片
received-body = { $operatorFirst }会告诉您结果。
retry-heading = 还差一步
retry-body = 有些内容未能读取。请再试一次。
unconfirmed-heading = 未能确认
unconfirmed-body = 接下来由{ $operator }决定。请向其咨询其他方式。
canceled-heading = 本次核实已取消
canceled-body = 您无需再做任何操作。如想了解原因，请咨询{ $operator }。
used-heading = 此链接已使用过
used-body = 此链接只能在首次使用它的浏览器中打开。请回到那个浏览器，或向{ $operator }索取新链接。
expired-heading = 此链接已过期
expired-body = 请向{ $operator }索取新链接。
unknown-heading = 此链接无效
unknown-body = 链接可能不完整。请从您收到的消息中重新打开。
unsupported-heading = 无法在这里进行
unsupported-body = 本次核实需要此页面尚不支持的功能。请告知{ $operator }。
offline-heading = 无法连接服务器
offline-body = 请检查网络，然后重试。您的内容没有丢失。

## Hand-over: the person goes on with a phone
handover-offer = 改用手机
handover-heading = 使用手机
handover-body = 请用手机摄像头对准此二维码，然后打开链接。请不要关闭此页面。
handover-picture = 供手机使用的链接二维码
handover-link = 或将此链接发送到您的手机：
handover-copy = 复制链接
handover-copied = 已复制
handover-waiting = 正在等待您的手机…
handover-connected = 您的手机已连接。请在手机上继续。
handover-here = 改为在这里继续
