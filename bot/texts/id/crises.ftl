# Kalau warga menulis ingin melukai diri sendiri.

crises-gentle = Terima kasih sudah bercerita. Ini berat, dan Bapak/Ibu tidak sendirian.
crises-told = Petugas sudah kami beri tahu, dan segera menghubungi di sini.
crises-told-closed = Petugas sudah kami beri tahu. Sekarang di luar jam kantor, jadi jangan menunggu kami.
crises-near = Tolong jangan sendirian dulu: hubungi keluarga atau tetangga terdekat. Kalau mendesak, datang ke puskesmas atau rumah sakit.
crises-write = Tulis apa saja di sini; petugas yang membaca.
