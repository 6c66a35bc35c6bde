# What a volunteer is asked when a lead is given to them.

offers-offer =
    { $volunteer }, a neighbour in { $place } would like to know about work protection.
    <b>{ $name }</b>, { $occupation }. Best called { $calltime }. Can you help?

    The number comes after Accept. Do not forward this to a group, do not take money.
offers-moved = { $volunteer }, <b>{ $name }</b> ({ $occupation }, { $place }) waits for you now. Best called { $calltime }.
offers-continue =
    { $volunteer }, a neighbour needs somebody new to go on with: <b>{ $name }</b>, { $occupation }, { $place }. Can you take it from <b>{ $stage }</b>?

    The number comes after you accept. Do not forward it to groups, take no money.
offers-appointed = A meeting is agreed: <b>{ $at }</b>.
offers-take = ✅ Accept
offers-cannot = I cannot
offers-take-all = ✅ Accept all ({ $count })
offers-complained = ⚠️ { $days ->
    [0] They say that nobody has called
    [one] They say that nobody has called for a day
   *[other] They say that nobody has called for { $days } days
}. Please call today.
offers-available =
    { $volunteer }, a neighbour { $days ->
        [0] registered today and has nobody yet
        [one] has waited for a day
       *[other] has waited for { $days } days
    }: <b>{ $name }</b>, { $occupation }, { $place }.
    Best called { $calltime }. Can you take over?
offers-take-over = 🙋 I take it
