# Photographs of spaces.
spaces-photos = Photographs
spaces-photos-text = The first is the one in lists; all are seen on the public page.
activity-resource-photographed = Photograph added: { $space }
activity-resource-photo-removed = Photograph removed: { $space }

# Hours kept.
activity-booking-held = Hours kept: { $space }, { $when }
activity-booking-released = Hours given back: { $space }, { $when }
spaces-held-guest = These hours are kept for a guest who has not confirmed their address yet.
spaces-held-proposal = These hours are kept while a proposal is being read.
spaces-guest-yours = Your booking
spaces-guest-fee = Cancellation fee
spaces-guest-requested = Your request waits for the answer of the place, until { $until }. Nothing is due before.
spaces-photos-title = Photographs and access
spaces-notes = What to know
spaces-access = Access
spaces-access-hint = For everybody: floor, lift, parking, entrance.
spaces-instructions = Instructions
spaces-instructions-hint = For who has booked: codes, lights, tidying.
