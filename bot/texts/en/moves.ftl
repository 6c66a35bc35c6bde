# Moving leads by hand.

moves-one = Who is to have <b>{ $name }</b>? The numbers: open / at most.
moves-all = Who is to have all tasks of <b>{ $name }</b> ({ $count })?
moves-branch = 🏢 The office
moves-moved = { $count } moved.
moves-office-only = This person wants to hear from the office alone.
