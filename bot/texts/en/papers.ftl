# Lists on paper, for volunteers without Telegram.

papers-title = Tasks of { $name }, { $day }
papers-warning = For one person alone. Take no photo, pass nothing on, take no money. Give it back to the coordinator.
papers-sent = The tasks of <b>{ $name }</b>, to be printed. This is written down.
papers-coming = The list is on its way.
papers-none = No open tasks.
papers-enter = Whose outcome do you enter for <b>{ $name }</b>?
papers-none-open = <b>{ $name }</b> has no open tasks.
papers-column =
    .number = Number
    .name = Name
    .phone = Phone
    .occupation = Work
    .place = Place
    .calltime = Call
    .passphrase = Two words
    .duty = Task
    .outcome = Outcome
