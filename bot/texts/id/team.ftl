# Those who work in the field and in the branch.

team-role =
    .volunteer = Relawan RT/RW
    .coordinator = Koordinator
    .closer = Agen Perisai
    .officer = Petugas kantor
    .approver = Petugas penyetuju
    .admin = Admin
team-nameless = Relawan
team-pledge =
    Janji kita bersama:
    🔒 Nomor dan nama tetangga tidak diteruskan ke siapa pun.
    💰 Tidak pernah menerima uang, sekecil apa pun.
    🙏 Datang dengan sopan, berhenti kalau diminta.
