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
