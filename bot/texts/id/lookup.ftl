# Finding a lead.

command-lead = Cari satu data minat

lookup-ask = Ketik nomor minat, nomor HP, atau satu kata dari namanya.
lookup-none = Tidak ketemu. Namanya harus satu kata utuh.
lookup-found = Yang ketemu:
