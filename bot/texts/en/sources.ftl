# Sources and their posters. Posters are always Indonesian; their words are here for whoever reads the code.

command-poster = Posters and QR codes

sources-list = A poster for which source?
sources-none = There is no source yet. Make the first one below.
sources-new = ➕ New source
sources-kind =
    .market = Market
    .rank = Ojek rank
    .farmers = Farmers' group
    .fishers = Fishers' group
    .neighbourhood = RT/RW
    .agency = Agency (partner)
    .volunteer = Volunteer
    .neighbour = Neighbour
sources-ask-kind = Where is the poster or link to be, or who carries it?
sources-ask-label = What is to stand on the poster? Write the name of the place or group, for example <b>Pasar Rau</b>.
sources-ask-place = Do all of its people live in one village? Write its name, or tap the button below.
sources-which-place = Which village?
sources-anywhere = From anywhere
sources-ask-work = Do they all do the same work?
sources-mixed = All sorts
sources-ask-group = Are they members of one group? Whoever comes from this poster is then given to that group's volunteer.
sources-new-group = ➕ { $name }
sources-no-group = No group
sources-open = the person is asked
sources-groupless = none
sources-new-card = <b>{ $label }</b> ({ $kind })

    Village: { $place }
    Work: { $work }
    Group: { $group }

    Is that right? What is known is not asked again, only confirmed.
sources-make = ✅ Make it
sources-made = It is made.
sources-back = ⬅️ All sources
sources-card = <b>{ $label }</b> (<code>{ $code }</code>). Its link: { $link }

    Choose the size of the poster.
sources-coming = The poster is being drawn.
sources-poster = Poster <b>{ $label }</b>. Its link: { $link }
sources-poster-headline = Work in peace, a family at peace
sources-poster-step1 = Point your phone's camera at this square
sources-poster-step2 = Open Telegram, tap START
sources-poster-step3 = Ask first, register later
sources-poster-cannot-scan = Is the camera no help? Search Telegram for:
sources-poster-never-ask = We never ask for login codes, PINs, passwords, or transfers to a person.
sources-poster-doubt = In doubt? Call
