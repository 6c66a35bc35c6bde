"""Work as people in Serang name it, whatever the language of the screen; data only."""

from bot.answer_words import sayings
from bot.names import TITLES

OCCUPATION_SAYINGS = {
    "transport": sayings(
        """
        ojek, ojol, ojeg, ngojek, tukang ojek, ojek pangkalan, ojek online, gojek, grab, maxim, indrive,
        shopeefood, becak, bentor, tukang becak, tukang bentor, delman, andong, kusir, narik, angkot,
        angkutan, odong odong, sopir, supir, driver, taksi, taxi, truk, kurir, kernet, kenek, travel, courier
        """
    ),
    "trader": sayings(
        """
        pedagang, dagang, berdagang, jualan, jual, berjualan, bakul, lapak, kios pasar, kaki lima, asongan,
        tukang sayur, tukang bakso, tukang jamu, tukang gorengan, tukang buah, tukang ikan, tukang daging,
        trader, seller, market, i sell
        """
    ),
    "farmer": sayings(
        """
        petani, tani, bertani, buruh tani, kebun, kebon, pekebun, berkebun, sawah, nyawah, ladang,
        ternak, peternak, beternak, angon, penggembala, penyadap,
        farm, farming, farm worker, rice field
        """
    ),
    "fisher": sayings(
        """
        nelayan, nelayan tangkap, melaut, ngelaut, perahu, cari ikan, jaring ikan, mancing, tambak, petambak,
        keramba, abk, fisherman, fishing, boat, fish pond
        """
    ),
    "business": sayings(
        """
        usaha, warung, umkm, ukm, toko, bengkel, konter, wiraswasta, wirausaha, pengusaha, katering, laundry,
        shop, stall, workshop
        """
    ),
    "daily": sayings(
        """
        harian, buruh, buruh cuci, kuli, kuli bangunan, kuli panggul, serabutan, kerja apa saja, proyek,
        tukang bangunan, tukang batu, tukang kayu, tukang cuci, tukang kebun, art, prt, pembantu,
        asisten rumah, asisten rt, pengasuh, cuci gosok, labourer, daily, day worker, builder
        """
    ),
}
"""Occupation to what it is called; what is on no list is recorded in the person's own words."""

WORK_WORDS = frozenset(
    word for said in OCCUPATION_SAYINGS.values() for phrase in said for word in phrase.split()
)
"""Words that work is named with: "abang bakso" and "ibu rumah tangga" are no names."""

_TITLES_OF_WORK = sayings("ustad, ustaz, ustadz, ustadzah, ust, kh, kyai, kiai, ir, drs, dra, prof")
_ELDERS_AND_OTHERS = sayings(
    "mbah, eyang, nek, nenek, kakek, aki, abah, uwa, wak, bibi, bi, om, tante, bude, pakde, cak, neng, a, aa"
)
PERSON_TITLES = (TITLES - _TITLES_OF_WORK) | _ELDERS_AND_OTHERS
"""What stands before the name of somebody who has told who they are, and not what they do."""
