# Photographies des espaces.
spaces-photos = Photographies
spaces-photos-text = La première est celle des listes ; toutes se voient sur la page publique.
activity-resource-photographed = Photographie ajoutée : { $space }
activity-resource-photo-removed = Photographie retirée : { $space }

# Créneaux gardés.
activity-booking-held = Créneau gardé : { $space }, { $when }
activity-booking-released = Créneau rendu : { $space }, { $when }
spaces-held-guest = Ce créneau est gardé pour une personne extérieure qui n’a pas encore confirmé son adresse.
spaces-held-proposal = Ce créneau est gardé pendant qu’une proposition est lue.
spaces-guest-yours = Votre réservation
spaces-guest-fee = Frais d’annulation
spaces-guest-requested = Votre demande attend la réponse du lieu, jusqu’au { $until }. Rien n’est dû avant.
spaces-photos-title = Photographies et accès
spaces-notes = Ce qu’il faut savoir
spaces-access = Accès
spaces-access-hint = Pour tout le monde : étage, ascenseur, stationnement, entrée.
spaces-instructions = Consignes
spaces-instructions-hint = Pour qui a réservé : codes, éclairage, rangement.
