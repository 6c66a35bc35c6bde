# Questions that staff gave an answer that was written already.

sayings-choose = 🔗 There is an answer to it
sayings-open = 🔗 Those that were given one
sayings-too-short = It is too short: it may mean many things.
sayings-which =
    “{ $text }”

    Which answer fits? Choose one, or write a word to look for.
sayings-which-none =
    “{ $text }”

    Nothing was found. Write another word to look for the answer.
sayings-check = Whoever asks “{ $text }” will be answered at once with this:
sayings-attach = ✅ Use this answer
sayings-attached = It is answered so from now on.
sayings-list = Questions that were given an answer, the newest first:
sayings-list-empty = No question was given an answer yet.
sayings-card =
    “{ $text }”

    Answered with: <b>{ $answer }</b>
    Since { $day }.
sayings-detach = 🗑 Do not answer it so
