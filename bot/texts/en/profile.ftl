# The profile of somebody in the field.

command-cuti = A few days off
command-profil = Hours, digest, leave

profile-welcome = Welcome, { $name }. Thank you for helping your neighbours.
profile-ask-cover = Are you covered by BPJS Ketenagakerjaan yourself?
profile-cover =
    .yes = Yes
    .no = No
    .unknown = I do not know
profile-later = Later
profile-later-also = later, not now, skip
profile-uncovered = You have a right to protection, too. Would you like to register your interest?
profile-card =
    <b>{ $name }</b>, { $role }
    Area: { $where }
    Hours: { $hours }
    Daily digest: { $digest }
    { $leave }
    Open tasks: { $open } of { $capacity }
profile-present = Ready for tasks.
profile-away = On leave until { $until }.
profile-type-it = Other hours? Just write them: <b>06.30-20.00</b> for your hours, <b>18.45</b> for the digest.
profile-ask-leave = { $name }, on leave until when? Choose, or write the day, for example <b>12 December</b>.
profile-why-time = Sorry, that hour could not be read. Write it like <b>18.45</b>, <b>7 pm</b> or <b>06.30-20.00</b>.
profile-why-day = Sorry, that day could not be read, or is over. Write it like <b>12 December</b> or <b>12/12</b>.
profile-leave-set = 🌴 Have a good rest. Your leave is saved until <b>{ $until }</b>.
profile-saved = Saved.
profile-hours =
    .day = 08-17
    .long = 08-20
    .evening = 16-21
profile-days =
    .all = Every day
    .weekdays = Monday-Friday
    .weekend = Weekend
profile-leave =
    .week = 🌴 Leave for 7 days
    .month = 🌴 Leave for 30 days
profile-back = 👋 I am back
