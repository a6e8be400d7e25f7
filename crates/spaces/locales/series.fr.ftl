# Répéter
spaces-repeat = Répéter
spaces-repeat-how = Quand
spaces-repeat-never = Une seule fois
spaces-repeat-daily = Tous les jours
spaces-repeat-weekly = Toutes les semaines
spaces-repeat-monthly-on = Tous les mois, à la même date
spaces-repeat-monthly-nth = Tous les mois, le même jour de la semaine (le 2e mardi, par exemple)
spaces-repeat-monthly-last = Tous les mois, le dernier jour de la semaine de ce nom
spaces-repeat-every = Tous les
spaces-repeat-every-hint = 2 pour un jour, une semaine ou un mois sur deux.
spaces-repeat-days = Jours de la semaine
spaces-repeat-days-hint = Pour toutes les semaines ; sans choix, le jour de la première date.
spaces-repeat-until = Jusqu’au
spaces-repeat-count = Ou combien de fois
spaces-repeat-count-hint = 200 au plus.
spaces-repeat-next = Chaque date s’affiche avec son prix et ses conflits avant que rien ne soit réservé.
spaces-repeat-see = Voir toutes les dates
spaces-rule-daily = { $every ->
    [1] Tous les jours
   *[other] Tous les { $every } jours
}
spaces-rule-weekly = { $every ->
    [1] Toutes les semaines : { $days }
   *[other] Toutes les { $every } semaines : { $days }
}
spaces-rule-monthly-on = { $every ->
    [1] Tous les mois, le { $day }
   *[other] Tous les { $every } mois, le { $day }
}
spaces-rule-monthly-nth = { $every ->
    [1] Tous les mois, le { $nth ->
        [1] premier
        [2] deuxième
        [3] troisième
        [4] quatrième
        [5] cinquième
       *[other] dernier
    } { $day }
   *[other] Tous les { $every } mois, le { $nth ->
        [1] premier
        [2] deuxième
        [3] troisième
        [4] quatrième
        [5] cinquième
       *[other] dernier
    } { $day }
}
spaces-rule-count = { $count ->
    [one] { $count } fois
   *[other] { $count } fois
}
spaces-rule-until = jusqu’au { $day }

# Séries
spaces-series = Série
spaces-series-preview = Toutes les dates
spaces-series-dates-label = Dates
spaces-series-total = { $count ->
    [one] { $count } date : { $price }
   *[other] { $count } dates : { $price }
}
spaces-series-refused = { $count ->
    [one] { $count } date ne convient pas. Laissez-la de côté, ou changez ses heures ou son espace.
   *[other] { $count } dates ne conviennent pas. Laissez-les de côté, ou changez leurs heures ou leur espace.
}
spaces-series-skip-refused = Laisser de côté ce qui ne convient pas
spaces-series-skip = Laisser de côté
spaces-series-skipped = Laissée de côté
spaces-series-change-date = D’autres heures ou un autre espace pour cette date
spaces-series-again = Revoir
spaces-series-book = Réserver toutes ces dates
spaces-series-not-yet = Certaines dates ne conviennent pas encore.
spaces-series-booked = Toutes les dates sont réservées.
spaces-series-requested = Votre demande est envoyée pour toutes les dates. Elles vous sont gardées jusqu’à notre réponse.
spaces-series-move = Déplacer toutes celles à venir
spaces-series-move-following = Déplacer celle-ci et les suivantes
spaces-series-move-lead = Chacune garde son jour ; les heures et l’espace changent.
spaces-series-move-count = { $count ->
    [one] { $count } réservation se déplace.
   *[other] { $count } réservations se déplacent.
}
spaces-series-move-same = Le prix reste { $price }.
spaces-series-move-price = Ensemble, elles coûtent { $after } au lieu de { $before }.
spaces-series-move-confirm = Les déplacer toutes
spaces-series-move-not-yet = Changez les heures ou l’espace, ou laissez telles quelles les dates en conflit.
spaces-series-leave = Laisser telle quelle
spaces-series-moved = Les réservations sont déplacées.
spaces-series-cancel = Annuler toutes celles à venir
spaces-series-cancel-following = Annuler celle-ci et les suivantes
spaces-series-cancel-free = { $count ->
    [one] { $count } réservation est annulée ; rien n’est dû.
   *[other] { $count } réservations sont annulées ; rien n’est dû.
}
spaces-series-cancel-fee = { $count ->
    [one] { $count } réservation est annulée ; { $fee } restent dus.
   *[other] { $count } réservations sont annulées ; { $fee } restent dus.
}
spaces-series-no-fee = Rien n’est dû
spaces-series-cancel-confirm = Les annuler toutes
spaces-series-cancelled = Les réservations sont annulées.
spaces-series-none-left = Aucune réservation de cette série ne peut plus être modifiée.
spaces-refused-rule-malformed = Cette règle ne peut pas être lue.
spaces-refused-rule-every = Indiquez un nombre entre 1 et 99.
spaces-refused-rule-no-weekday = Choisissez un jour de la semaine.
spaces-refused-rule-count = Indiquez un nombre de dates entre 1 et 200.
spaces-refused-rule-ends-before = La série finit avant de commencer.
spaces-refused-series-no-days = Il ne reste aucune date.
spaces-refused-series-too-many = Une série compte { $most } dates au plus.
spaces-refused-series-on = Le { $day } ne convient pas. Rien n’a été fait : voici les dates telles qu’elles sont maintenant.

# Courriels sur les séries
spaces-mail-series-button = Voir la série
spaces-mail-series-booked-subject = { $count ->
    [one] { $count } réservation confirmée : { $space }
   *[other] { $count } réservations confirmées : { $space }
}
spaces-mail-series-booked-text = Votre série à { $place } est réservée. Le fichier joint ajoute toutes les dates à votre agenda.
spaces-mail-series-booked-amount = Prix en tout : { $amount }.
spaces-mail-series-requested-subject = { $count ->
    [one] { $count } date demandée : { $space }
   *[other] { $count } dates demandées : { $space }
}
spaces-mail-series-requested-text = Votre demande à { $place } est bien reçue. Les dates vous sont gardées en attendant notre réponse ; rien n’est dû avant.
spaces-mail-series-requested-amount = Prix en tout : { $amount }.
spaces-mail-series-moved-subject = { $count ->
    [one] { $count } réservation déplacée : { $space }
   *[other] { $count } réservations déplacées : { $space }
}
spaces-mail-series-moved-text = Des réservations de votre série à { $place } sont déplacées. Les voici telles qu’elles sont maintenant.
spaces-mail-series-moved-amount = Prix en tout : { $amount }.
spaces-mail-series-cancelled-subject = { $count ->
    [one] { $count } réservation annulée : { $space }
   *[other] { $count } réservations annulées : { $space }
}
spaces-mail-series-cancelled-text = Ces réservations de votre série à { $place } sont annulées.
spaces-mail-series-cancelled-amount = Reste dû : { $amount }.

# Journal
activity-series-made = { $count ->
    [one] Série réservée : { $count } date
   *[other] Série réservée : { $count } dates
}
activity-series-moved = { $count ->
    [one] { $count } date déplacée
   *[other] { $count } dates déplacées
}
activity-series-cancelled = { $count ->
    [one] { $count } date annulée
   *[other] { $count } dates annulées
}
