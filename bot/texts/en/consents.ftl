# Consents asked after the receipt, each by itself.

consents-reminders = May we remind you here of contributions and appointments? You can stop it at any time: /berhenti.
consents-campaigns = May we also send you news of the programme here? You can stop it at any time: /berhenti.
consents-yes = 👍 Yes, please
consents-no = No
