# The digest of somebody in the field.

digests-digest = Hello { $name }. { $waiting } neighbours wait: { $parts }. Begin with just one.
digests-parts =
    .overdue = { $count } overdue
    .appointed = { $count } appointments until tomorrow
    .new = { $count } new
    .others = { $count } planned
digests-protected = Thank you: { $count } neighbours are protected with your help.
digests-one = ▶️ Begin with one
digests-all = Show all
digests-tomorrow = Tomorrow
digests-leave = 🌴 Leave
digests-rest = Fine, tomorrow then. Rest well.
