# Many volunteers out of one file.

command-impor = Bring many volunteers in

rosters-ask =
    Send a table (Excel or .csv) as a document. Its first row names the columns: <code>{ $columns }</code>.
    It is checked first; nobody is taken on yet.
rosters-not-a-sheet = That is no table (Excel or .csv). Send it as a document.
rosters-reading = The file is being checked; you hear in a moment.
rosters-right = All rows are right (<b>{ $count }</b>). Take them all on and make their invitations?
rosters-known = Rows known already: <b>{ $count }</b> ({ $rows }). Only territory that is new is added.
rosters-added = New volunteers taken on: <b>{ $count }</b>.
rosters-take = ✅ Take all on
rosters-leave = Never mind
rosters-taking = The invitations come as a file in a moment.
rosters-left = Nobody was taken on.
rosters-stale = This file was answered already, or is not yours.
rosters-why-faults = Rows that are wrong: <b>{ $count }</b>. Nobody was taken on; put them right and send it again.
rosters-why-empty = The file is empty.
rosters-why-gone = The file cannot be fetched, or is too large. Please send it again.
rosters-why-away = The file cannot be fetched yet. Please send it again.
rosters-why-unreadable = The file cannot be read as a table.
rosters-row = Row { $row }: { $reason }
rosters-fault-name = nama: empty, or no name
rosters-fault-role = peran: relawan, koordinator or perisai
rosters-fault-nowhere = desa: missing, and no kelompok either
rosters-fault-repeated = the same person and place stand above already
rosters-fault-group = kelompok: no group is called "{ $value }"
rosters-fault-columns = missing columns: { $value }. The first row must name the columns: nama, hp, peran, desa, rw, rt, kelompok
rosters-fault-phone = hp: "{ $value }" is no Indonesian mobile number
rosters-fault-unknown = desa: there is no "{ $value }" in this office's area
rosters-fault-unclear = desa: "{ $value }" may be several; add its kecamatan
rosters-fault-both = desa and kelompok: one of them; the other in a row of its own
rosters-fault-rw = rw: "{ $value }" is no number from 1 to 999
rosters-fault-rt = rt: "{ $value }" is no number from 1 to 999
rosters-fault-rt-alone = rw: fill in the RW, too
rosters-fault-wide = rw, rt: only for relawan; koordinator and perisai answer for a whole desa
rosters-fault-other-role = peran: this person is known in another role ({ $value })
rosters-title = Volunteers
rosters-done = Invitation links in this file: <b>{ $count }</b>. Send each to its person alone; good once, for 48 hours.
rosters-column =
    .row = Row
    .reason = What is wrong
    .name = Name
    .phone = Phone
    .link = Link
