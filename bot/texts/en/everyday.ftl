# Everyday words that ask for nothing, each with a short kind answer. What is shown follows below it.

everyday-salam = Waalaikumsalam.
everyday-salam-also = assalamualaikum, assalamu alaikum, asalamualaikum, asalamu alaikum, assalamualaikum wr wb, wr wb, salam alaikum
everyday-hello = Hello. Please go on.
everyday-hello-also = hello, hi, hey, halo, hallo, hai, good morning, good afternoon, good evening, good day, morning, evening, permisi, punten, test
everyday-thanks = You are welcome. 🙏
everyday-thanks-also = thanks, thank you, thank you very much, thanks a lot, many thanks, thx, tq, ty, cheers, terima kasih, terimakasih, makasih, hatur nuhun, matur nuwun, nuhun, suwun
everyday-ok = Fine.
everyday-ok-also = yes, ok, oke, okay, okey, alright, all right, sure, great, fine, good, got it, i see, understood, siap, sip, baik, 👍, 👌
