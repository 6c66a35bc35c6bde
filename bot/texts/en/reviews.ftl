# What staff are to look at.

command-periksa = What is to be checked

reviews-list = What is to be checked, the oldest on top.
reviews-none = Nothing to check.
reviews-back = ⬅️ All
reviews-short =
    .duplicate = 👥
    .burst = ⚡
    .phone = 📱
    .unpaid = 💤
    .sample = 🎲
reviews-kind =
    .duplicate = 👥 Perhaps the same person
    .burst = ⚡ Many in a short time
    .phone = 📱 One number again and again
    .unpaid = 💤 Registered, never paid
    .sample = 🎲 Drawn for a call
reviews-why-duplicate = 👥 Is this the same person?
reviews-why-burst = ⚡ One person registered many in a short time. This is the last one:
reviews-why-phone = 📱 This number stands on many records. This is the last one:
reviews-why-unpaid = 💤 Registered long ago, and no first payment yet.
reviews-why-sample = 🎲 Drawn by lot. Please call: did this person register themselves?
reviews-lead-card =
    <b>{ $mark }. { $name }</b> ({ $number })
    { $phone } · { $occupation }
    { $place }
    Status: { $state }, since { $at }, { $owner }
reviews-recorder = Registered by: <b>{ $name }</b>
reviews-rule = <i>Rule: { $rule }</i>
reviews-keep = 🔗 Merge, keep { $number }
reviews-call = 📞 Open the card
reviews-settled = Written down.
reviews-merged = Merged.
reviews-result =
    .different = Different people
    .genuine = ✅ True
    .invented = ❌ Not true
    .explained = ✅ There is a reason
    .unreached = 📵 Nobody answered
