# Screens read aloud, and recording them.

voices-hear =
    .id = 🔊 Bahasa Indonesia
    .jv-serang = 🔊 Jawa Serang
    .su-banten = 🔊 Sunda Banten
    .en = 🔊 English
voices-record = 🎙 Record it
voices-which = In which language will you read it?
voices-send = Send the voice note now, for { $language }. Read out what the screen said.
voices-kept = Thank you. The voice is attached once a second person has heard it.
voices-in =
    .id = Indonesian
    .jv-serang = Jawa Serang
    .su-banten = Sunda Banten
    .en = English
voices-waiting = 🕓 New recording: { $language }
voices-notice = There is a new recording, { $language }: { $page }
voices-listen = 🎧 Listen
voices-judge =
    Recording in { $language }: <b>{ $page }</b>

    Does it say what is written?
voices-changed-since = The page has changed since. It has to be recorded anew.
voices-decided = That recording is decided.
voices-approved = The recording in { $language } is attached: { $page }
voices-rejected = The recording in { $language } does not say what is written: { $page }. Please record it anew.
voices-outdated = What is said has changed. These recordings are played no more, and have to be made anew:
voices-outdated-page = • { $page } ({ $language })
voices-back = ⬅️ Cancel
voices-back-also = cancel, back
