# Moving leads by hand.

moves-one = <b>{ $name }</b> dipindah ke siapa? Angka: tugas terbuka / batasnya.
moves-all = Semua tugas <b>{ $name }</b> ({ $count }) dipindah ke siapa?
moves-branch = 🏢 Kantor
moves-moved = { $count } tugas dipindahkan.
moves-office-only = Orang ini hanya mau dihubungi petugas kantor.
