### What the page says. The server's texts (consent, advice, outcomes) have files of their own.
###
### $operator is who asks the person to verify; $operatorFirst is the same at the start of a sentence.
### Short words, second person, present tense, no blame. Headings have at most six words.

# Stand for an operator without a name: inside a sentence, and at its start.
sender = the sender of this link
sender-first = The sender of this link

language = Language
page-title = { $heading } – { $operator }
header = Verified privately by { $operator }
header-unnamed = Verified privately
test-mode = Test mode: do not show real documents
back = Back
close = Close
support = Get help
sending = Sending…
try-again = Try again
loading = One moment…
return-to = Back to { $operator }
return = Continue

## A developer's panel, in test mode alone
test-heading = Test mode: skip the check
test-body = For developers. The session ends as you choose, without pictures; nothing is checked.
test-label = End as
test-verified = verified
test-action = End the session
test-specimen = Or try it for real: download a specimen, and upload it as your document.

## Told on the screen where it happened
notice-connection = We can’t reach the server. Check your connection, then try again. Nothing is lost.
notice-busy_server = The server is busy. Wait a moment, then try again. Nothing is lost.
notice-file_refused = The server can’t use this picture. Take it again, or choose a JPEG or PNG file.

## Begin
begin-heading = Let’s check it’s you
begin-body = { $operatorFirst } asks you to show who you are. It takes about 2 minutes.
begin-needs = What you need
begin-document = A photo ID: passport, ID card or driving licence
begin-camera = A camera, or a photo of your ID
begin-privacy-heading = Your pictures
begin-privacy = Your pictures go to { $operator } and nobody else. The privacy notice on the next screen says how long they are kept.
begin-accept = Begin
begin-decline = Not now
paused-heading = No rush
paused-body = Nothing was sent. Open this link again when you are ready.
paused-accept = Begin now

## Consent
consent-heading = Your picture, your choice
declined-heading = You said no
declined-body = That’s fine: no picture is kept. Ask { $operator } for another way to show who you are.
declined-change = Change my mind

## Documents
choice-heading = Which document?
choice-body = Choose the one you have with you.
front-heading =
    { $document ->
        [passport] Photo page of your passport
        [id_card] Front of your ID card
        [driving_license] Front of your driving licence
       *[other] Front of your document
    }
front-body = Lay it on a plain, dark surface. Keep fingers and bright light off it.
passport-body = Open it at the page with your photo. The two lines of letters must show.
back-heading =
    { $document ->
        [id_card] Back of your ID card
        [driving_license] Back of your driving licence
       *[other] Back of your document
    }
back-body = Turn it over. Every line and code must be easy to read.
guidance-fill = Fit the document into the frame
guidance-closer = Move closer
guidance-further = Move back a little
guidance-straighten = Hold it straight, from above
guidance-glare = The light hides a part. Tilt it a little
guidance-dark = Too dark. Find more light
guidance-bright = Too bright. Turn away from the light
guidance-steady = Hold still
guidance-blurred = Not sharp yet. Move back a little
guidance-good = Good. Keep still

## Selfie. Left and right are the person's own
selfie-heading = Now your face
selfie-body = We compare your face with the photo on your document. Face the light and take off hats and dark glasses.
face-none = Put your face in the oval
face-several = Only one face, please
face-closer = Come closer
face-further = Move back a little
face-centre = Move to the middle of the oval
face-dark = Too dark. Find more light
face-steady = Hold still
face-good = Good. Keep still
face-start = Good. Press start when you are ready
selfie-guidance = Put your face in the oval and look ahead
selfie-challenge = First you look ahead, then you follow five short instructions. It takes about 10 seconds and shows that you are really there.
selfie-cannot-turn = I can’t turn my head
selfie-ask-for = If you can’t turn your head, ask { $operator } for another way.
selfie-start = Start
selfie-ready = Put your face in the oval, then start
selfie-done = Done, thank you
step-look_straight = Look straight ahead
step-turn_left = Turn your head to the left
step-turn_right = Turn your head to the right
step-come_closer = Come closer
step-move_away = Move back a little

## Camera and files
capture-open = Open camera
capture-upload = Upload a picture
capture-upload-instead = Upload a picture instead
capture-shutter = Take the picture
capture-torch-on = Light on
capture-torch-off = Light off
capture-starting = Opening the camera…
capture-only-camera = This check needs a live picture, so files can’t be used.
capture-hint = You can also press the button.
capture-taken = Picture taken
capture-unreadable = We can’t open this file. Choose a JPEG, PNG or WebP picture.
capture-unreadable-heic = This browser can’t open HEIC photos. Save the photo as JPEG, or take it with the camera here.
camera-refused = The camera is blocked for this page. Allow it in the browser’s settings for this page, then open it again.
camera-missing = We can’t find a camera. Connect one, or open this link on your phone.
camera-busy = The camera doesn’t answer. Close other apps that use it, then open it again.
camera-insecure = The browser gives no camera to a page without https. Ask for an https link.
review-document-heading = Readable?
review-document-body = Check that every letter is sharp and nothing is cut off.
review-face-heading = Is your face clear?
review-face-body = Check that your whole face shows, sharp and well lit.
review-picture = The picture you took
review-use = Use it
review-again = Again
upload-waiting = The connection is lost. Your picture is kept, and sent once you are back online.

## ID number
number-heading = Your ID number
number-body = { $operatorFirst } asks for this to check who you are. It is stored encrypted.
number-country = Country
number-us-label = Last 4 digits of your Social Security number
number-us-hint = Four digits, for example 1234
number-br-label = Your CPF number
number-br-hint = Eleven digits, for example 123.456.789-09
number-sg-label = Your NRIC or FIN
number-sg-hint = A letter, seven digits and a letter, for example S1234567D
number-show = Show
number-hide = Hide
number-send = Continue
details-heading = Your details
details-first-name = First name, as on your ID
details-last-name = Last name, as on your ID
details-birth-date = Date of birth
details-missing = Fill in every field first.

## Checking and the end
checking-heading = Checking…
checking-body = About 10 seconds.
checking-slow = This takes longer than usual. You can close this page and come back with the same link.
checking-unreachable = We can’t reach the server just now. We keep trying.
checking-sent = Pictures received
checking-reading = Reading and comparing
checking-deciding = Result
verified-heading = You’re verified
verified-body = { $operatorFirst } knows now. There is nothing more to do.
verified-close = You can close this page.
received-heading = We have your pictures
received-body = { $operatorFirst } will tell you the result.
retry-heading = One more thing
retry-body = Something could not be read. Please try again.
unconfirmed-heading = We couldn’t confirm it
unconfirmed-body = { $operatorFirst } decides what happens next. Ask them about another way.
canceled-heading = This check was called off
canceled-body = Nothing more is needed from you. { $operatorFirst } can tell you why.
used-heading = This link was used
used-body = It opens only in the browser that used it first. Go back there, or ask { $operator } for a new link.
expired-heading = This link is too old
expired-body = Ask { $operator } for a new one.
unknown-heading = This link doesn’t work
unknown-body = Part of it may be missing. Open it again from the message you got.
unsupported-heading = Not possible here
unsupported-body = This check asks for something this page can’t do yet. Please tell { $operator }.
offline-heading = We can’t reach the server
offline-body = Check your connection, then try again. Nothing is lost.

## Hand-over: the person goes on with a phone
handover-offer = Use your phone instead
handover-heading = Use your phone
handover-body = Point your phone’s camera at this code and open the link. Leave this page open.
handover-picture = Code with a link for your phone
handover-link = Or send this link to your phone:
handover-copy = Copy the link
handover-copied = Copied
handover-waiting = Waiting for your phone…
handover-connected = Your phone is connected. Go on there.
handover-here = Go on here instead
