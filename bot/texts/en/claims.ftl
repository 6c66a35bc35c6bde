# How to claim, by what happened.

claims-list = A claim for what? Choose one.

explainers-accident-1 =
    First have these ready:
    { $claims-jkk_documents }
explainers-accident-2 =
    Bring them to the branch, or ask first at { $phone }. Report it soon; ask our staff by when.
explainers-death-1 =
    We are sorry for your loss. The family needs:
    { $claims-jkm_documents }
explainers-death-2 =
    Bring them to the branch, or ask first at { $phone }. Pay nobody who claims to arrange it.
explainers-savings-1 =
    Old-age savings are claimed through:
    { $claims-jht_channels }
explainers-savings-2 = Pay no middleman. If in doubt, call { $phone }.
