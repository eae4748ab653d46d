### What the server says to the person: in the answers of the protocol that page and mobile SDKs share.
###
### Texts of groups marked HTML may hold <a href> links, <p> and nothing else; what stands in for a
### variable is escaped. $operator is who asks; $operatorFirst is the same at the start of a sentence.
### Second person, present tense, eighth-grade reading level, no blame.

## Stand for an operator without a name
sender = the sender of this link
sender-first = The sender of this link

## Consent: exact, and reviewed before it is offered to real people (HTML)
consent-title = { $operatorFirst } needs to check who you are
consent-test = This is a test. Do not show real documents.
consent-purpose-face = { $operatorFirst } checks who you are with pictures of your ID and of your face. If you agree, face templates are made from your pictures, which are biometric data, to compare your face with the photo on your ID.
consent-purpose = { $operatorFirst } checks who you are with pictures of your ID. If you agree, a face template is made from the photo on it, which is biometric data, to check the ID.
consent-free = You are free to say no. What you sent is then deleted, and you can ask for another way.
consent-time = About 2 minutes
consent-accept = I agree
consent-decline = I don’t agree
consent-scroll = Scroll down to continue
consent-document = You take a picture of a <a href="stripe_bottomsheet://open/consent_photo_id">photo ID</a>.
consent-selfie = You take a selfie, and we <a href="stripe_bottomsheet://open/consent_identity">compare the two</a>.
consent-film = While you follow the instructions for the selfie, the camera takes a series of pictures.
consent-only = Only { $operator } sees your pictures and the result.
privacy-link = The <a href="{ $address }">privacy notice of { $operator }</a> says how long data is kept.
privacy-ask = Ask { $operator } how long data is kept, and to delete it.
sheet-document-title = What you can use
sheet-document-line = A photo ID that has not expired
sheet-document-body = A passport, an ID card or a driving licence. No copies, and no pictures of screens.
sheet-identity-title = How the check works
sheet-identity-face = Your face and your ID
sheet-identity-face-body = We measure your face in the selfie and in the photo on your ID, and compare the two measurements. They are used for nothing else.
sheet-identity-server = On the sender’s own servers
sheet-identity-server-body = { $operatorFirst } does this itself. No pictures go to anybody else.

## Screens of the mobile SDKs (HTML)
select-title = Have your ID ready
select-button = Continue
document-passport = Passport
document-id_card = ID card
document-driving_license = Driving licence
training-consent = { $operatorFirst } may use my pictures to make its checks better. You can leave this out.
country-BR = Brazil
country-SG = Singapore
country-US = United States
individual-title = Your details
individual-button = Send
individual-missing = My country is missing
individual-welcome-title = Let’s check it’s you
individual-welcome-body = { $operatorFirst } asks for some details about you.
individual-welcome-time = About 1 minute
individual-welcome-button = Begin
individual-welcome-line = You write your name, your date of birth and your ID number.
country-not-listed-title = We can’t check this yet
country-not-listed-body = Your country is not supported. Ask { $operator } for another way.
country-not-listed-cancel = Stop here
country-not-listed-id = I have an ID of another country
country-not-listed-address = I have an address in another country
success-title = We have your pictures
success-body = Thank you. { $operatorFirst } will tell you the result.
success-button = Done

## What is wrong with what was just handed in
problem-again = Try again
problem-back = Go back
problem-anyway = Use this picture anyway
problem-declined-title = You said no
problem-declined-body = That’s fine: what you sent is deleted. Ask for another way to show who you are, or go back and agree.
problem-unreadable-title = We can’t open this picture
problem-unreadable-body = Take it again with the camera, or choose a JPEG, PNG or WebP file.
problem-challenge-title = That took too long
problem-challenge-body = For your safety the instructions are new each time. Start again, and follow each one when it appears.
problem-name-title = Your name is not complete
problem-name-body = Write your first and last name as they stand on your ID.
problem-dob-title = This date can’t be right
problem-dob-body = Check day, month and year of your birth, and try again.
problem-number-title = This number can’t be right
problem-number-body = Check its country and every digit, and try again.

## Advice about a picture before anything is submitted
advice-no_document-title = We can’t see a document
advice-no_document-body = Put your document on a dark, even surface, fill the picture with it, and try again.
advice-dark-title = The picture is too dark
advice-dark-body = Turn on a light or go to a window, and try again.
advice-glare-title = Light hides part of the document
advice-glare-body = Tilt the document a little until the light spots are gone, and try again.
advice-blurry-title = The picture is blurry
advice-blurry-body = Hold still until the camera has focused, in good light, and try again.
advice-too_small-title = The picture is too small
advice-too_small-body = Use the camera’s full picture, not a preview or a cut-out, and try again.
advice-cut_off-title = Part of the document is outside the picture
advice-cut_off-body = Move a little away until all four corners are in the picture, and try again.
advice-saved_anew-title = Another program saved the picture
advice-saved_anew-body = Take a new picture, or choose the one that your camera saved.
advice-several_documents-title = There is more than one document
advice-several_documents-body = Show one side of one document, put everything else aside, and try again.
advice-back_for_front-title = This is the back
advice-back_for_front-body = Turn the card to the side with your photo, and try again.
advice-front_for_back-title = This is the front
advice-front_for_back-body = Turn the card to the side without the large photo, and try again.
advice-mrz_not_visible-title = The lower lines are missing
advice-mrz_not_visible-body = Show the whole page with your photo, down to the two lines of letters and < signs, and try again.
advice-no_face-title = We can’t see your face
advice-no_face-body = Look straight into the camera, with your whole face in the picture, and try again.
advice-several_faces-title = There are several faces
advice-several_faces-body = Make sure that only you are in the picture, and try again.
advice-face_far_away-title = Your face is too far away
advice-face_far_away-body = Come closer until your face fills most of the picture, and try again.
advice-face_turned-title = Your head is turned
advice-face_turned-body = Look straight into the camera, and try again.
advice-face_burnt_out-title = Light hides part of your face
advice-face_burnt_out-body = Turn away from the lamp or the sun until your face is lit evenly, and try again.

## How a submission ended, by what was not verified
outcome-verified-title = You’re verified
outcome-verified-body = There is nothing more to do.
outcome-document_expired = Your document has expired
outcome-document_type_not_supported = This document can’t be used
outcome-country_not_supported = This country isn’t supported
outcome-device_not_supported = This device can’t be used
outcome-document_unverified_other = We couldn’t check your document
outcome-selfie_document_missing_photo = We couldn’t find the photo
outcome-faces = We couldn’t compare the faces
outcome-number = We couldn’t check the number
outcome-email = We couldn’t check your e-mail
outcome-phone = We couldn’t check your phone
outcome-under_supported_age = You are too young for this
outcome-not-finished = The check was not finished

## Why it was not verified, and what to do: word for word what the API says, with its plain apostrophes
reason-consent_declined = The person did not agree to the use of their pictures.
reason-predefined_failure = This is a predefined failure of test mode. Try again.
reason-abandoned = The verification was begun and not finished. Please begin again.
reason-document_unreadable = We could not read your document. Take a new picture in good light.
reason-document_unreadable_to_the_edges = We could not read your document. Take a new picture in good light, from edge to edge.
reason-document_not_recognised = We could not read your document. Put it on a dark, even surface, hold the camera right above it in good light, and take a new picture.
reason-printed_part_unreadable = We could not read the printed part of your document. Hold the camera closer, avoid light spots, and take a new picture.
reason-number_unreadable = We could not read the number printed on your document. Hold the camera closer, avoid light spots and fingers, and take a new picture.
reason-surname_unreadable = We could not read the surname printed on your document. Hold the camera closer, avoid light spots and fingers, and take a new picture.
reason-given_names_unreadable = We could not read the given names printed on your document. Hold the camera closer, avoid light spots and fingers, and take a new picture.
reason-country_unreadable = We could not read which country your document is from. Show all of it, avoid light spots and fingers, and take a new picture.
reason-document_partly_unreadable = We could not read everything on your document. Take a new picture of each side in good light, from edge to edge.
reason-licence_partly_unreadable = We could not read everything on your licence. Put it on an even surface, fill the picture with it, avoid light spots, and take a new picture of the side with your photo.
reason-card_unreadable = We could not read your card. Take a new picture of each side in good light.
reason-birth_date_unreadable = We could not read your date of birth. Avoid light spots and take a new picture.
reason-expiry_date_unreadable = We could not read until when your document is valid. Avoid light spots and take a new picture.
reason-mrz_unreadable = We could not read the lines of letters and < signs on your document. Keep them free of light spots and fingers, hold still, and take a new picture.
reason-contradiction = We read different things in two places of your document. Wipe it clean, avoid light spots, and take a new picture.
reason-document_kind_unknown = We don't know this kind of document. Use a passport or an identity card.
reason-document_type_not_accepted = This kind of document isn't accepted here. Use { $accepted } instead.
accepted-any = another document
accepted-passport = a passport
accepted-id_card = an identity card
accepted-driving_license = a driving licence
accepted-either = { $first } or { $other }
reason-visa_shown = A visa doesn't prove who you are. Show the page of your passport that has your photo.
reason-other_document_than_chosen = This is another document than you chose. Choose again, or show the one you chose.
reason-specimen = This is a sample, not a real document. Use your own.
reason-document_expired = Your document has expired. Use one that is still valid.
reason-birth_date_impossible = The date of birth on your document can't be right. Take a new picture in good light; if it fails again, use another document.
reason-licence_dates_impossible = The dates on your licence can't be right. Take a new picture in good light; if it fails again, use another document.
reason-too_young = You are too young to be verified here. Ask the company that sent you for another way.
reason-licence_other_side_missing = We need the other side of your licence too. Take a picture of it.
reason-card_other_side_missing = We need the other side of your card too. Take a picture of it.
reason-licence_photo_missing = We could not find the photo beside the lines of your licence. Show the whole side, free of light spots and fingers, and take a new picture.
reason-photo_missing = We could not find your photo on the document. Show the side with the photo, free of light spots and fingers, and take a new picture.
reason-sides_of_different_cards = The two pictures don't seem to show the same card. Take a picture of the front and one of the back of one card.
reason-same_side_twice = Both pictures show the same side. Take one of the front and one of the back.
reason-page_given_as_back = The picture of the back shows a page with a photo and two lines of letters. If that is your document, take its picture as the front; otherwise show the back of your card.
reason-several_documents = The picture shows more than one document. Show one side of one document in each picture.
reason-no_face = We could not see your face. Look into the camera in good light, with your whole face in the picture, and take a new selfie.
reason-several_faces = There is more than one face in the picture. Take a new selfie alone.
reason-faces_not_compared = We could not compare your face with the photo. Take a new selfie in good light.
reason-face_mismatch = Your selfie doesn't match the photo on your document. Look straight into the camera in even light, without glasses or hat, and try again with your own document.
reason-selfie_copied = Take a new picture of your face with the camera. A picture of the document, of a print or of a screen can't be used.
reason-liveness_not_confirmed = We could not confirm that you are in front of the camera. Find even light, hold the camera still at eye level, and follow each instruction when it appears.
reason-challenge_too_late = That took longer than we could wait. Try again, and follow each instruction when it appears.
reason-barcode_missing = We could not find a barcode that we can read on your licence. Take a new picture of the back in good light, or use a passport or an identity card instead.
reason-card_mrz_missing = We could not find the lines of letters and < signs on your card. Take a new picture of both sides, each from edge to edge.
reason-page_mrz_missing = We could not find the two lines of letters and < signs. Show the whole page with your photo, down to its lower edge.
reason-picture_of_screen = Take a picture of the document itself, not of a screen or a printed copy.
reason-picture_of_copy = Take a picture of the document itself, not of a copy in black and white.
reason-picture_edited = Send the picture as your camera took it: not a screenshot, and not changed with a program.
reason-picture_saved_anew = Take a new picture of the document and send it as your camera took it: this one was saved again by another program.
reason-picture_pasted = Take a new picture of the document and send it as your camera took it, with nothing covered or added.
reason-not_checked = Your pictures could not be checked this time. Please try again.
reason-id_number_unchecked = The ID number cannot be checked here. Please use another way to verify.
reason-email_unchecked = The email address cannot be checked here. Please use another way to verify.
reason-phone_unchecked = The telephone number cannot be checked here. Please use another way to verify.

## The page without a script
plain-camera = A camera, or pictures of your ID as files
plain-picture = Take a picture, or choose a file
plain-needs-script = For the selfie this page has to see how you move, and that needs JavaScript. Turn JavaScript on for this page, or open the link on another device.
