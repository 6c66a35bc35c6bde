# Sources and their posters. Posters are always Indonesian; their words are here for whoever reads the code.

command-poster = Posters and QR codes

sources-list = A poster for which source?
sources-none = There is no source yet. Add one with <code>main.py source add</code>.
sources-back = ⬅️ All sources
sources-card = <b>{ $label }</b> (<code>{ $code }</code>). Choose the size of the poster.
sources-coming = The poster is being drawn.
sources-poster = Poster <b>{ $label }</b>. Its link: { $link }
sources-poster-headline = Work in peace, a family at peace
sources-poster-step1 = Point your phone's camera at this square
sources-poster-step2 = Open Telegram, tap START
sources-poster-step3 = Ask first, register later
sources-poster-cannot-scan = Is the camera no help? Search Telegram for:
sources-poster-never-ask = We never ask for login codes, PINs, passwords, or transfers to a person.
sources-poster-doubt = In doubt? Call
