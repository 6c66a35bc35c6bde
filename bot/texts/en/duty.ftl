# Whether an officer is on duty.

command-piket = On duty or off

duty-on = You are on duty. New requests come here.
duty-off = You are off duty until { $until }. New requests do not come here, except misfortunes.
duty-open =
    { $count ->
        [one] { $count } request is still with you. Hand it over or put it back from /kasus.
       *[other] { $count } requests are still with you. Hand them over or put them back from /kasus.
    }
duty-leave =
    .today = Off duty today
    .three = Off duty up to 3 days
    .week = Off duty up to 7 days
duty-back = On duty again
