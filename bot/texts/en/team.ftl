# Those who work in the field and in the branch.

team-role =
    .volunteer = RT/RW volunteer
    .coordinator = Coordinator
    .closer = Perisai agent
    .officer = Officer
    .approver = Approver
    .admin = Admin
team-nameless = Volunteer
team-pledge =
    What we promise one another:
    🔒 Neighbours' numbers and names are passed on to nobody.
    💰 Never take money, however little.
    🙏 Come politely, stop when asked to.

command-tim = The team
team-list = Team: open · overdue · contacted within 3 days/given · 💚 first payments. 🔴 is below the goal, ⭐ coordinator, 🪪 Perisai agent.
team-none = Nobody in the field here yet.
team-member =
    <b>{ $name }</b>, { $role }
    Open: { $open }, overdue: { $overdue }
    { $paid ->
        [one] Last 30 days: { $given } given, { $intime } contacted within 3 days, { $paid } first payment
       *[other] Last 30 days: { $given } given, { $intime } contacted within 3 days, { $paid } first payments
    }
team-phone = Phone: <b>{ $phone }</b>
team-move-all = 🔁 Move all tasks
team-end = ⛔ Deactivate
team-end-yes = ⛔ Yes, deactivate
team-back = ⬅️ Team
team-moved = Tasks moved: { $count }.
team-sure = Deactivate <b>{ $name }</b>? Their access ends at once, their tasks move on.
team-move-to = 🔁 All to one person
team-paper = 🖨 Print the list
team-sheet = 📄 The list as a table
team-enter = 📝 Enter outcomes
team-act = 📄 No Telegram: I will enter it
team-acting = Right. Tasks for { $name } now come by way of you.
