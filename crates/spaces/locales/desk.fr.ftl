permission-spaces-own-day = Voir sa propre journée
permission-spaces-see-desk = Voir l’accueil du jour
permission-spaces-check-in = Pointer les arrivées et les départs

spaces-refused-already-here = Déjà là depuis { $since } ({ $part ->
    [morning] matinée
    [afternoon] après-midi
   *[day] journée
}) : rien n’a été décompté une seconde fois.
spaces-refused-nothing-held = Cette personne n’a ni forfait ni carnet : choisissez « essai » ou « à régler ».
spaces-refused-nothing-offered = Aucun carnet n’a encore été mis en vente : rien ne dit ce que coûte une visite. Choisissez « essai », ou créez un carnet.
spaces-refused-already-undone = Ce pointage est déjà annulé. Rien n’a changé.
spaces-refused-whole-day-already = La journée entière est déjà comptée.
spaces-refused-already-left = Le départ est déjà noté, à { $at }.
spaces-refused-not-left = Le départ n’est pas noté : la personne est là.
spaces-refused-not-yet = Personne n’est pointé avant son arrivée.

activity-check-in-made = Pointage : { $part ->
    [morning] matinée
    [afternoon] après-midi
   *[day] journée
}{ $taken ->
    [0] {""}
    [one] , { $taken } unité décomptée
   *[other] , { $taken } unités décomptées
}{ $owed ->
    [0] {""}
    [one] , { $owed } unité due
   *[other] , { $owed } unités dues
}
activity-check-in-widened = { $part ->
    [morning] La matinée devient une journée
   *[other] L’après-midi devient une journée
}{ $taken ->
    [0] {""}
    [one] , { $taken } unité de plus
   *[other] , { $taken } unités de plus
}
activity-check-in-narrowed = La journée redevient une { $part ->
    [morning] matinée
   *[other] après-midi
}{ $returned ->
    [0] {""}
    [one] , { $returned } unité rendue
   *[other] , { $returned } unités rendues
}
activity-check-in-undone = Pointage annulé ({ $part ->
    [morning] matinée
    [afternoon] après-midi
   *[day] journée
}){ $returned ->
    [0] {""}
    [one] , { $returned } unité rendue
   *[other] , { $returned } unités rendues
}
activity-check-in-left = Départ noté
activity-check-in-resumed = De retour

spaces-nav-desk = Aujourd’hui
spaces-nav-day = Feuille du jour
spaces-nav-today = Ma place

spaces-desk-title = Accueil
spaces-desk-day-sheet = Feuille du jour
spaces-desk-new-person = Nouvelle personne
spaces-desk-last-act = Dernier geste
spaces-desk-undo = Annuler
spaces-desk-key-undo = Z
spaces-desk-sell-pass = Vendre un carnet
spaces-desk-book = Réserver
spaces-desk-morning = Matinée
spaces-desk-afternoon = Après-midi
spaces-desk-day = Journée
spaces-desk-key-day = J
spaces-desk-widen = Passer en journée
spaces-desk-widen-of = Passer en journée : { $name }
spaces-desk-leave = Départ
spaces-desk-key-leave = S
spaces-desk-leave-of = Départ : { $name }
spaces-desk-come-back = De retour
spaces-desk-come-back-of = De retour : { $name }
spaces-desk-check-in = Pointer
spaces-desk-check-in-of = Pointer : { $name }
spaces-desk-trial = Essai
spaces-desk-trial-text = La visite est offerte, pour découvrir le lieu.
spaces-desk-owed = À régler
spaces-desk-owed-text = Les unités sont dues jusqu’à la vente d’un carnet.
spaces-desk-team = équipe
spaces-desk-no-offer = ni forfait ni carnet
spaces-desk-units-left = { $units ->
    [0] carnet vide
    [one] { $units } unité
   *[other] { $units } unités
}{ $units ->
    [0] {""}
   *[other] {" "}: { $days ->
        [0] moins d’une journée
        [one] { $days } journée
       *[other] { $days } journées
    } ou { $halves ->
        [0] aucune demi-journée
        [one] { $halves } demi-journée
       *[other] { $halves } demi-journées
    }
}
spaces-desk-owes = { $units ->
    [one] doit { $units } unité
   *[other] doit { $units } unités
}
spaces-desk-here-since = Ici depuis { $time }, { $part ->
    [morning] matinée
    [afternoon] après-midi
   *[day] journée
}
spaces-desk-left-at = Départ à { $time }
spaces-desk-part = { $part ->
    [morning] matinée
    [afternoon] après-midi
   *[day] journée
}
spaces-desk-kind = { $kind ->
    [pass] carnet
    [plan] forfait
    [trial] essai
    [staff] équipe
   *[debt] à régler
}
spaces-desk-done-here = { $name } est là pour { $part ->
    [morning] la matinée
    [afternoon] l’après-midi
   *[day] la journée
}{ $kind ->
    [trial] , à l’essai
   *[other] {""}
}.
spaces-desk-done-widened = { $name } reste la journée.
spaces-desk-done-left = Le départ de { $name } est noté.
spaces-desk-done-undone = Le pointage de { $name } est annulé, ce qui avait été décompté est rendu.
spaces-desk-found = { $count ->
    [0] Personne de ce nom
    [one] { $count } personne trouvée
   *[other] { $count } personnes trouvées
}
spaces-desk-new-named = Nouvelle personne : « { $name } »
spaces-desk-new-named-text = Un nom suffit ; elle est inscrite et pointée d’un même geste.
spaces-desk-here = { $count ->
    [0] Ici maintenant
   *[other] Ici maintenant : { $count }
}
spaces-desk-nobody = Personne n’est encore arrivé. Tapez / puis trois lettres d’un nom, Entrée deux fois : c’est pointé.
spaces-desk-over = Venus pour la matinée
spaces-desk-gone = { $count ->
    [one] { $count } départ
   *[other] { $count } départs
}
spaces-desk-expected = { $count ->
    [0] Attendus
   *[other] Attendus : { $count }
}
spaces-desk-nobody-expected = Aucune réservation à venir aujourd’hui.
spaces-desk-rooms = Les salles, maintenant
spaces-desk-no-room = Aucune salle n’est décrite : la gérance les ajoute dans les espaces.
spaces-desk-week = Voir la semaine
spaces-desk-room-busy = Occupée
spaces-desk-room-free = Libre
spaces-desk-room-until = jusqu’à { $time }
spaces-desk-room-opens = ouvre à { $time }
spaces-desk-room-closed = pour aujourd’hui
spaces-desk-room-rest-of-day = jusqu’à ce soir
spaces-desk-room-next = puis { $hours }, { $name }
spaces-desk-units-taken = { $taken } sur { $units } pris

spaces-desk-walk-in-lead = Un nom suffit. L’adresse ou le téléphone permettront de la retrouver et de lui écrire.
spaces-desk-given-name = Prénom
spaces-desk-family-name = Nom
spaces-desk-email = Adresse électronique
spaces-desk-phone = Téléphone
spaces-desk-part-label = Pour
spaces-desk-welcome = Comment compter cette visite ?
spaces-desk-walk-in-submit = Inscrire et pointer

spaces-desk-day-before = Veille
spaces-desk-day-after = Lendemain
spaces-desk-file = Tableur
spaces-desk-other-day = Un autre jour
spaces-desk-show = Afficher
spaces-desk-people = Personnes
spaces-desk-half-days = Demi-journées
spaces-desk-bookings = Réservations
spaces-desk-check-ins = Pointages
spaces-desk-day-empty = Personne n’a été pointé ce jour-là
spaces-desk-day-empty-text = La feuille se remplit d’elle-même à chaque pointage de l’accueil.
spaces-desk-undone = annulé
spaces-desk-column-name = Nom
spaces-desk-column-part = Pour
spaces-desk-column-kind = Au titre de
spaces-desk-column-arrived = Arrivée
spaces-desk-column-left = Départ
spaces-desk-column-undone = État
spaces-desk-column-hours = Horaire
spaces-desk-column-room = Salle
spaces-desk-column-title = Objet

spaces-today-title = Ma place
spaces-today-greeting = Bonjour { $name }
spaces-today-here = Vous êtes là depuis { $time }
spaces-today-book = Réserver une salle
spaces-today-left = Ce qu’il me reste
spaces-today-owes = Des visites restent dues ({ $units ->
    [one] { $units } unité
   *[other] { $units } unités
}) : votre prochain carnet les réglera.
spaces-today-plan = Votre forfait : venez quand vous voulez.
spaces-today-pass = Mon carnet
spaces-today-pass-words = { $days ->
    [0] Moins d’une journée
    [one] { $days } journée
   *[other] { $days } journées
} ou { $halves ->
    [0] aucune demi-journée
    [one] { $halves } demi-journée
   *[other] { $halves } demi-journées
}
spaces-today-expiry = Premières unités à utiliser avant le { $day } inclus
spaces-today-pass-detail = Le détail de mes visites
spaces-today-units = { $count ->
    [one] unité
   *[other] unités
}
spaces-today-no-offer = Ni carnet ni forfait pour l’instant
spaces-today-no-offer-text = Un carnet ouvre la porte à la journée ou à la demi-journée ; un forfait, tous les jours.
spaces-today-see-passes = Mes carnets
spaces-today-next = Mes prochaines réservations
spaces-today-no-booking = Aucune réservation à venir
spaces-today-no-booking-text = Choisissez une salle et une heure libre : le prix s’affiche avant de confirmer.
spaces-today-requested = en attente
spaces-today-all-bookings = Toutes mes réservations
spaces-today-quick = Raccourcis
spaces-today-rooms = Les salles et leurs prix
spaces-today-invoices = Mes factures
spaces-today-profile = Mon compte
verify-spaces-check-ins = pointages : les demi-journées comptées une fois
verify-spaces-day-use = pointages : ce que les carnets ont compté pour chaque journée
