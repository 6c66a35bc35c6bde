# What Kota Serang ties to membership.

facilities-ask =
    Di Kota Serang, beberapa fasilitas mensyaratkan jadi peserta. Bapak/Ibu perlu yang mana?

    Daftar minat di sini <b>bukan bukti kepesertaan</b>. Buktinya kartu peserta; cek di { $phone }.
facilities-register = Daftar untuk { $facility }
