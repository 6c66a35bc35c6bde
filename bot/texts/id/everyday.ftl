# Everyday words that ask for nothing, each with a short kind answer. What is shown follows below it.

everyday-salam = Waalaikumsalam, Bapak/Ibu.
everyday-salam-also = assalamualaikum, assalamu alaikum, asalamualaikum, asalamu alaikum, assalamuallaikum, assalamualaikum wr wb, assalamualaikum warahmatullahi wabarakatuh, assalamualaikum wr, ass, asslm, aslm, askum, samlekum, mikum, wr wb
everyday-hello = Halo, Bapak/Ibu. Silakan.
everyday-hello-also = halo, hallo, helo, hello, hai, hay, hi, hey, permisi, punten, kulonuwun, kulo nuwun, sampurasun, selamat pagi, selamat siang, selamat sore, selamat malam, pagi, siang, sore, malam, met pagi, met siang, met sore, met malam, wilujeng enjing, sugeng enjing, salam, test, tes
everyday-thanks = Sama-sama, Bapak/Ibu. 🙏
everyday-thanks-also = terima kasih, terimakasih, trima kasih, trimakasih, terima kasih banyak, terimakasih banyak, makasih, makasi, makasih banyak, mksh, trims, tengkyu, thanks, thank you, tq, thx, hatur nuhun, nuhun, haturnuhun, matur nuwun, maturnuwun, matur suwun, suwun, kesuwun
everyday-ok = Baik, Bapak/Ibu.
everyday-ok-also = ya, iya, iyah, yaa, ok, oke, okey, okay, okeh, oke deh, okelah, ok lah, sip, siip, sippp, siap, siap laksanakan, baik, baiklah, mantap, mantul, beres, nggih, inggih, muhun, mangga, sae, sudah jelas, sudah paham, sudah mengerti, oh begitu, 👍, 👌
