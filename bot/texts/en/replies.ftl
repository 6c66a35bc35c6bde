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
