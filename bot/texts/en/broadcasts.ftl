broadcasts-resent = <i>Sent again: you may have had this message before.</i>
