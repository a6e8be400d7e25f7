# Dispositions des salles, ce que l’accueil prépare
spaces-layouts = Dispositions
spaces-layouts-text = Comment la salle peut être disposée : en théâtre, en U, en îlots, vide. Le temps d’installation et de rangement bloque la salle autour de la réservation.
spaces-layout = Disposition
spaces-layout-hint = Le nombre de places et le temps de préparation en dépendent.
spaces-layout-usual = Comme d’habitude
spaces-layout-add = Ajouter une disposition
spaces-layout-new = Nouvelle disposition
spaces-layout-name = Nom de la disposition
spaces-layout-name-hint = Par exemple : en U, théâtre, îlots, vide.
spaces-layout-capacity-hint = Combien de personnes la salle contient alors ; au-delà, on prévient sans refuser.
spaces-layout-setup = Installation (minutes)
spaces-layout-takedown = Rangement (minutes)
spaces-layout-minutes-hint = Avant et après la réservation ; à la place du battement de la salle.
spaces-layout-before = { $minutes } min d’installation
spaces-layout-after = { $minutes } min de rangement
spaces-layout-kept = La disposition est enregistrée.
spaces-layout-retire = Ne plus proposer
spaces-layout-retire-text = Les réservations qui l’ont demandée la gardent.
spaces-layout-restore = Proposer à nouveau
spaces-layout-retired = La disposition n’est plus proposée.
spaces-layout-restored = La disposition est à nouveau proposée.
spaces-layout-not-offered = Plus proposée
spaces-mail-layout = Disposition : { $layout }
spaces-layout-lost = La disposition « { $layout } » n’existe pas dans cet espace : elle ne sera pas installée.
spaces-note = Mot pour l’accueil
spaces-note-hint = Ce qu’il faut savoir pour préparer la salle.
spaces-preparation = Préparation de la salle
spaces-preparation-change = Préparation
spaces-preparation-over = Cette réservation a commencé ou n’a plus cours : demandez à l’accueil.
spaces-prepared = La préparation est enregistrée.
spaces-refused-layout = Cette disposition n’est pas proposée dans cet espace : choisissez-en une autre.
spaces-refused-layout-name = Cet espace a déjà une disposition de ce nom.
spaces-refused-layout-minutes = Installer ou ranger dure entre 0 et 1 440 minutes.
spaces-refused-note = Le mot pour l’accueil tient en 1 000 caractères.
activity-resource-layout-added = Disposition ajoutée : { $layout }
activity-resource-layout-changed = Disposition modifiée : { $layout }
activity-resource-layout-retired = Disposition plus proposée : { $layout }
activity-resource-layout-restored = Disposition à nouveau proposée : { $layout }
activity-booking-prepared = Préparation modifiée : { $space }, { $when }
spaces-preparations = À préparer
spaces-preparations-lead = Les salles d’aujourd’hui et de demain : comment les installer, pour quand, avec quoi. Cochez ce qui est fait ; tous les postes de l’accueil le voient.
spaces-preparations-today = Aujourd’hui
spaces-preparations-tomorrow = Demain
spaces-preparations-none = Rien à préparer.
spaces-preparations-left = { $count ->
    [one] reste { $count } chose
   *[other] restent { $count } choses
}
spaces-preparations-ready = tout est prêt
spaces-preparations-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
spaces-preparations-room = La salle
spaces-preparations-tick = Prêt
spaces-preparations-tick-of = Prêt : { $what }
spaces-preparations-undo = Défaire
spaces-preparations-undo-of = Défaire : { $what }
spaces-preparations-by = installer à partir de { $at }
spaces-preparations-done = Prêt à { $at }, { $who }
spaces-preparations-to-do = { $count ->
    [one] { $count } chose à préparer aujourd’hui
   *[other] { $count } choses à préparer aujourd’hui
}
activity-booking-set-up = Prêt : { $what } ({ $space }, { $when })
activity-booking-set-up-undone = Finalement pas prêt : { $what } ({ $space }, { $when })
