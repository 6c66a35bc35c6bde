# What Kota Serang ties to membership.

facilities-ask =
    In Kota Serang some facilities ask for membership. Which one do you need?

    Registering interest here is <b>no proof of membership</b>. The member's card is; check at { $phone }.
facilities-register = Register for { $facility }
