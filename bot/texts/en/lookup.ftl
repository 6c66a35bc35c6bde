# Finding a lead.

command-lead = Find a registration

lookup-ask = Type a number, a phone, or a word of the name.
lookup-none = Nothing found. A word of the name must be whole.
lookup-found = Found:
