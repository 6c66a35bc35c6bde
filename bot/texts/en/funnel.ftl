# The funnel.

command-laporan = The funnel

funnel-week =
    📊 <b>Last 7 days</b>
    Opened the bot: { $started }
    Registered interest: { $interested }
    Contacted: { $contacted }
    Ready to register: { $ready }
    Registered: { $registered }
    First payment: { $paid }
funnel-month =
    <b>Last 30 days</b>
    { $started } opened → { $interested } interested → { $contacted } contacted → { $ready } ready → { $registered } registered → 💚 { $paid }
funnel-goal = Target of first payments a month: { $paid } of { $goal }.
funnel-more = 📊 Details
funnel-by-source = By source
funnel-by-area = By district
funnel-by-group = By group
funnel-line = <b>{ $name }</b>: { $started } → { $interested } → { $contacted } → { $ready } → { $registered } → 💚 { $paid }
funnel-nothing = Nothing in the last 30 days.
funnel-directly = without a link
