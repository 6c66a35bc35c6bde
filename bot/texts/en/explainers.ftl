# What stands on every page of stories and guides.

command-cerita = Stories, by occupation
command-info = Who may join, how to pay and claim
command-cek_asli = Is this service genuine

explainers-next = Next ▶️
explainers-next-also = next, go on, yes, y, ok, 👍
explainers-back = ⬅️ List
explainers-back-also = back, list

explainers-title =
    .ojek = 🛵 Pak Ujang, motorcycle taxi
    .trader = 🥬 Bu Sari, market trader
    .farmer = 🌾 Pak Dadang, farmer
    .fisher = 🐟 Pak Tarjo, fisher
    .business = 🍜 Bu Imas, food stall
    .labourer = 🧱 Pak Karim, day labourer
    .join = How to register officially
    .pay = How to pay
    .lapse = If you pay late
    .genuine = ✅ Is this service genuine
    .accident = An accident at work
    .death = A member has died
    .savings = Old-age savings
