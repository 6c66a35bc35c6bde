# Many volunteers out of one file.

command-impor = Bring many volunteers in

rosters-ask =
    Send a table (Excel or .csv) as a document. Its first row names the columns: <code>{ $columns }</code>.
    It is checked first; nobody is taken on yet.
rosters-not-a-sheet = That is no table (Excel or .csv). Send it as a document.
rosters-reading = The file is being checked; you hear in a moment.
rosters-right = All <b>{ $count }</b> rows are right. Take them all on and make their invitations?
rosters-take = ✅ Take all on
rosters-leave = Never mind
rosters-taking = The invitations come as a file in a moment.
rosters-left = Nobody was taken on.
rosters-stale = This file was answered already, or is not yours.
rosters-why-faults = <b>{ $count }</b> rows are wrong. Nobody was taken on; put them right and send it again.
rosters-why-empty = The file is empty.
rosters-why-gone = The file cannot be fetched, or is too large. Please send it again.
rosters-why-away = The file cannot be fetched yet. Please send it again.
rosters-why-unreadable = The file cannot be read as a table.
rosters-row = Row { $row }: { $reason }
rosters-fault-name = nama: empty, or no name
rosters-fault-role = peran: relawan, koordinator or perisai
rosters-fault-phone = hp: no Indonesian mobile number
rosters-fault-nowhere = desa: missing, and no kelompok either
rosters-fault-unclear = desa: "{ $value }" is not clearly one village; add its kecamatan
rosters-fault-repeated = the same person and place stand above already
rosters-fault-group = kelompok: no group is called "{ $value }"
rosters-title = Volunteers
rosters-done = <b>{ $count }</b> volunteers were taken on. Send each link to its person alone; good once, for 48 hours.
rosters-column =
    .row = Row
    .reason = What is wrong
    .name = Name
    .phone = Phone
    .link = Link
