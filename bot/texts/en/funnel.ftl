# The funnel.

command-laporan = The funnel

funnel-week =
    📊 <b>{ $span }</b>
    Opened the bot: { $started }
    Registered interest: { $interested }
    Contacted: { $contacted }
    Ready to register: { $ready }
    Registered: { $registered }
    First payment: { $paid }
funnel-month =
    <b>{ $span }</b>
    { $started } opened → { $interested } interested → { $contacted } contacted → { $ready } ready → { $registered } registered → 💚 { $paid }
funnel-goal = Target of first payments a month: { $paid } of { $goal }.
funnel-more = 📊 Details
funnel-by-source = By source
funnel-by-area = By district
funnel-by-group = By group
funnel-head-source = <b>By source</b> (opened → interested → contacted → ready → registered → 💚 paid)
funnel-head-area = <b>By district</b> (interested → contacted → ready → registered → 💚 paid)
funnel-head-group = <b>By group</b> (interested → contacted → ready → registered → 💚 paid)
funnel-line = <b>{ $name }</b>: { $interested } → { $contacted } → { $ready } → { $registered } → 💚 { $paid }
funnel-line-started = <b>{ $name }</b>: { $started } → { $interested } → { $contacted } → { $ready } → { $registered } → 💚 { $paid }
funnel-last-week = Last 7 days
funnel-last-month = Last 30 days
funnel-dates = { $first } to { $last }
funnel-span = <b>{ $span }</b>
funnel-counted =
    Each step is counted on the day it happened, whenever the person registered. { $waiting ->
        [0] A first payment counts once the worker has answered Yes.
        [one] A first payment counts once the worker has answered Yes; one is still asked.
       *[other] A first payment counts once the worker has answered Yes; { $waiting } are still asked.
    }
funnel-nothing = Nothing on those days.
funnel-directly = without a link
