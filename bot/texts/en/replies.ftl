# Words between a person and the branch about a case.

replies-answer = Write your answer to <b>{ $name }</b>. It is sent as soon as you write it.
replies-button = ✍️ Answer
replies-from-staff =
    👤 <b>An officer answers:</b>

    { $text }
replies-write = ✍️ Reply
replies-ask = Please write your reply. Never write a PIN, password or login code.
replies-from-person =
    💬 <b>{ $name }</b> (number { $number }):

    { $text }
replies-passed-on = We have passed that on to our officer.
replies-too-late = Not sent: another officer has it, or it is done.

# Answers that are one tap.

canned-title =
    .reading = We are reading it
    .documents = Ask for a photo
    .office = Come to the office
    .call = Call the centre
    .register = How to join
    .thanks = Thank you
canned-reading = We are reading your message. One moment, please.
canned-documents = Please send a photo of the paper here. Cover card numbers first; never send a PIN or a login code.
canned-office = Please come to the office and bring your identity card. Office hours: { $hours }.
canned-call = Please call { $phone }. They can see a member's record there.
canned-register = To join, tap Register in the main menu. An officer or a volunteer will call you.
canned-thanks = Thank you for asking. We wish you health and safe work.
