# Spreadsheets for those who complete official registrations.

command-siapdaftar = The ready ones as a file

exports-title = Ready
exports-ready = { $count ->
    [one] <b>One</b> person is ready to register. This file is for you alone, do not pass it on.
   *[other] <b>{ $count }</b> people are ready to register. This file is for you alone, do not pass it on.
}
exports-coming = The file is on its way. That you took it is written down.
exports-none = Nobody is ready to register yet.
exports-column =
    .number = Number
    .name = Name
    .phone = Phone
    .occupation = Occupation
    .place = Place
    .calltime = Call
    .idcard = Card
    .email = E-mail
    .since = Ready since
