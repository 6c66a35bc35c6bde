# The digest of somebody in the field.

digests-greeting =
    .morning = Good morning
    .noon = Good afternoon
    .afternoon = Good afternoon
    .evening = Good evening
digests-digest = { $greeting }, { $name }. Neighbours waiting: { $waiting } ({ $parts }). Begin with just one.
digests-parts =
    .overdue = { $count } overdue
    .appointed = { $count } with an appointment by tomorrow
    .new = { $count } new
    .others = { $count } planned
digests-protected = Thank you. Neighbours protected with your help: { $count }.
digests-one = ▶️ Begin with one
digests-all = Show all
digests-tomorrow = Tomorrow
digests-leave = 🌴 Leave
digests-rest = Fine, tomorrow then. Rest well.
