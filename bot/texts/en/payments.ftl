# Reminders of contributions, for workers who agreed to them.

payments-monthly = { $name }, this month's contribution is due soon. Pay with your identity card number at an official channel; if in doubt, call { $phone }.
payments-lapsing = { $name }, we do not know whether last month was paid. After more than { $after } unpaid in a row protection ends. Check at { $phone }.
payments-discount-ends = The discount holds until { $until }.
payments-paid = ✅ Paid
payments-stop = 🔕 No more reminders
payments-stopped = Fine, no more reminders of contributions.
