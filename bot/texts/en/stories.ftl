# Stories by occupation, one idea a page; every figure is a fact, named by its id.

stories-list = They are short, three taps each. Whose story would you like?

explainers-ojek-1 = Pak Ujang drives a motorcycle taxi from early morning. One day he slips.
explainers-ojek-2 = His leg is broken. The hospital treats him as needed, without a limit on the cost.
explainers-ojek-3 = Pak Ujang cannot drive. For { $jkk-income_first_for }, { $jkk-income_first } of his income is replaced.
explainers-ojek-4 = From leaving home until he is back, Pak Ujang is protected. You can be, too.

explainers-trader-1 = Bu Sari sells vegetables. At dawn she fell on her way to the market.
explainers-trader-2 = A fall on the way to work counts, too. She is treated without a limit on the cost.
explainers-trader-3 = Her stall is closed for now. Pay in place of her income keeps the kitchen going.
explainers-trader-4 = Bu Sari saves for old age, too. She can take it out at { $jht-age }.

explainers-farmer-1 = Pak Dadang works a rice field. His hoe cut deep into his foot.
explainers-farmer-2 = He is treated in hospital. The way there by land is paid, at most { $jkk-transport_land }.
explainers-farmer-3 = Medicine and care are paid as medically needed. No field has to be sold.
explainers-farmer-4 = By the next harvest Pak Dadang is back in his field. At ease, being protected.

explainers-fisher-1 = Pak Tarjo was out at sea by night. In high waves he slipped on deck.
explainers-fisher-2 = His arm is treated. The way by sea is paid, at most { $jkk-transport_sea }.
explainers-fisher-3 = Should he need care at home, at most { $jkk-homecare } is paid. It is for { $jkk-homecare_for } at most.
explainers-fisher-4 = His children stay at school, and there is food at home. You can be protected, too.

explainers-business-1 = Bu Imas runs a food stall. Hot oil spilled over her hand.
explainers-business-2 = The burn is treated as medically needed. It is not paid from the stall's money.
explainers-business-3 = The stall rests. { $jkk-income_first } of the income is replaced for { $jkk-income_first_for }.
explainers-business-4 = Bu Imas needs no loan to be treated. Her stall opens again.

explainers-labourer-1 = Pak Karim works by the day. Lifting timber, he hurt his back.
explainers-labourer-2 = He is treated as medically needed. There is no limit on the cost.
explainers-labourer-3 = The day's wage stops, but his income is replaced. The children have their meals.
explainers-labourer-4 = Should something worse happen one day, the family is not left alone. That is what it is for.
