# A person's own data.

command-privasi = How my data are kept
command-data_saya = See all my data
command-hapus_data = Erase my data
command-hapus_data-also = delete my data, erase my data, delete data, delete all my data, remove my data, delete my account, hapus data saya
command-berhenti = Stop sending me messages
command-berhenti-also = stop sending messages, stop, unsubscribe, stop messages, no more messages

privacy =
    <b>Your data</b>

    <b>What we record:</b> your answers to the form, your requests for help, and this Telegram account. Names, phone numbers and what you write are kept locked.

    <b>What for:</b> so that our staff can contact you about work protection. Other messages come only if you agree.

    <b>For how long:</b> { $months ->
        [0] as long as we need to contact you.
        [one] one month at most, then it is erased.
       *[other] { $months } months at most, then it is erased.
    }

    <b>Who is responsible:</b> { $controller } ({ $contact }).

    <b>Your rights:</b> see it, correct it, erase it, and take back your consent, at any time. Tap a button below, or ask a person.
privacy-see = See my data
privacy-erase = Erase my data
privacy-data-intro = <b>Everything we keep about you:</b>
privacy-data-account = This Telegram account, since { $since } ({ $language }).
privacy-data-registration = Registration number <b>{ $number }</b>:
privacy-data-draft = Answers you have not sent yet:
privacy-data-consent-registration = May be recorded and contacted: { $answer } ({ $day })
privacy-data-consent-reminders = May be reminded: { $answer } ({ $day })
privacy-data-consent-campaigns = May be sent programme news: { $answer } ({ $day })
privacy-data-stopped = No messages any more: yes
privacy-data-source = Came by the link: { $first }, last { $last }
privacy-data-cases = { $count ->
    [one] You asked for help once.
   *[other] You asked for help { $count } times.
}
privacy-data-case = Number { $number }: { $kind }, { $day } ({ $state })
privacy-data-older = { $count ->
    [one] There is one older registration; it is in the file.
   *[other] There are { $count } older registrations; all are in the file.
}
privacy-data-messages = { $count ->
    [one] We have noted one message that we sent.
   *[other] We have noted { $count } messages that we sent.
}
privacy-data-unread = { $count ->
    [one] We could not read one message of yours. It is erased after { $days } days.
   *[other] We could not read { $count } messages of yours. They are erased after { $days } days.
}
privacy-data-erased = Your data were erased before: { $day }.
privacy-data-role = Registered as staff of this service.
privacy-data-file = Every detail is in the file.
privacy-data-rights = If anything is wrong, tap <b>Ask a person</b>. If it should go, tap <b>Erase my data</b>.
privacy-file-button = Send it as a file
privacy-file-coming = The file is being made.
privacy-file = This is everything we keep about you.
privacy-file-name = my-data.json
privacy-erase-ask = All your data will be erased, your registration too, and cannot be brought back. Go on?
privacy-erase-yes = Yes, erase it all
privacy-erase-yes-also = yes, y, ya, erase, go on, 👍
privacy-erase-no = No, keep it
privacy-erase-no-also = no, n, keep, tidak, cancel
privacy-erased = Your data are erased; all that is left is a locked mark that we did so. If you need us again, tap /start.
privacy-erase-ask-field = Your work as a volunteer ends with it. Neighbours who still wait are given to somebody else; their data stay.
privacy-erased-field = Your work as a volunteer has ended, and neighbours who wait were given to somebody else. What you wrote down for them stays, without your name.
privacy-erased-role = Your access as office staff is still there; only an admin takes it away.
privacy-stopped =
    All right. We send you no reminders and no programme news any more.

    We still answer what you ask for yourself: registration and help. To erase your registration: /hapus_data.
privacy-stopped-duty = What staff must know still comes.
privacy-resume = You may write to me again
