# Which territory somebody is invited for.

territories-where = For which area? Just type it, for example: rt 03 rw 05 desa pontang. Or choose below.
territories-which = Which one?
territories-everywhere = All of the branch's area
territories-whole = All of { $name }
territories-rw = <b>{ $where }</b>: which RW? Type it, for example <b>rt 03 rw 05</b>, or choose below.
territories-rt = <b>{ $where }</b>: which RT? Type the number, or choose below.
