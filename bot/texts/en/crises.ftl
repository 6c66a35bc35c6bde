# When somebody writes of harming themselves.

crises-gentle = Thank you for telling us. This is hard, and you are not alone.
crises-told = Our officer has been told, and will contact you here soon.
crises-told-closed = Our officer has been told. The office is closed now, so please do not wait for us.
crises-near = Please do not stay alone now: call somebody of your family or a neighbour. If it is urgent, go to a health centre or a hospital's emergency room.
crises-write = Write anything here; an officer reads it.
