doors-title = Portes et entrée
doors-lead = Une tablette laissée ouverte à la porte d’une salle dit si elle est libre, la prête pour un moment et reçoit les signalements.
doors-none = Aucune tablette
doors-none-text = Choisissez une salle : vous recevrez l’adresse à ouvrir sur la tablette.
doors-since = depuis { $when }
doors-room = Salle
doors-tablet-new = Nouvelle tablette
doors-tablet-name = Nom de la tablette
doors-tablet-name-hint = Pour la reconnaître, par exemple « couloir du 1er ».
doors-tablet-make = Faire l’adresse
doors-tablet-made = L’adresse est faite. Elle n’est montrée qu’une fois.
doors-tablet-made-text = Ouvrez-la sur la tablette, ou scannez ce code avec elle, et laissez la page ouverte.
doors-tablet-made-before = Cette adresse a déjà été faite et montrée. Si vous l’avez perdue, terminez-la et faites-en une autre.
doors-tablet-qr = Code de l’adresse de la tablette
doors-tablet-end = Terminer
doors-tablet-end-of = Terminer la tablette de { $room }
doors-tablet-end-confirm = Cette adresse ne montrera plus rien. On peut en faire une autre.
doors-tablet-ended = L’adresse est terminée.
doors-copy = Copier l’adresse
doors-copied = Adresse copiée
doors-door-title = À la porte
doors-seats = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
doors-free = Libre
doors-busy = Occupé
doors-closed = Fermé
doors-until = jusqu’à { $time }
doors-opens = ouvre à { $time }
doors-today = Aujourd’hui
doors-nothing-today = Plus rien de réservé aujourd’hui.
doors-taken = Réservé
doors-here = sur place
doors-arrive = Je suis là
doors-arrive-for = Je suis là pour { $hours }
doors-arrived = Bienvenue, la salle est à vous.
doors-read-at = Lu à { $time }
doors-offline = Plus de réseau : ce qui est affiché n’est plus à jour. La page reprendra d’elle-même.
doors-number-label = Votre numéro de porte
doors-number-hint = Huit chiffres, dans « Mon espace ». Tapez-le ou scannez votre code.
doors-take = Prendre la salle maintenant
doors-minutes = { $count } min
doors-offer = { $name }, { $hours } ?
doors-nothing-to-pay = Rien à payer
doors-confirm = Réserver
doors-back = Revenir
doors-booked = C’est réservé.
doors-end = Terminer maintenant
doors-ended = C’est terminé. La salle est rendue aux autres.
doors-fault = Signaler un problème
doors-fault-label = Ce qui ne va pas
doors-fault-hint = Une ligne, par exemple « l’écran ne s’allume pas ».
doors-fault-send = Signaler
doors-fault-told = Merci, l’équipe est prévenue.
doors-number-title = Mon numéro de porte
doors-number-lead = Tapez-le sur la tablette d’une salle, ou montrez le code à l’accueil.
doors-number-note = à taper aux portes
doors-number-none = Recevoir mon numéro, pour les tablettes des salles
doors-number-qr = Mon numéro de porte, à scanner
doors-number-make = Recevoir mon numéro
doors-number-made = Voici votre numéro.
doors-number-anew = En recevoir un autre
doors-number-anew-text = Quelqu’un le connaît ? Demandez-en un autre : l’ancien ne vaudra plus rien.
doors-number-anew-confirm = L’ancien numéro ne vaudra plus rien.
doors-entrance-title = Code de l’entrée
doors-entrance-lead = Imprimez cette page et affichez-la à l’entrée. Un membre la scanne avec son téléphone et pointe lui-même, aux mêmes règles qu’à l’accueil.
doors-entrance-qr = Code à scanner en arrivant
doors-poster-title = Bienvenue
doors-poster-text = Scannez ce code avec votre téléphone pour pointer.
doors-entrance-renew = Changer le code
doors-entrance-renew-text = Le code circule hors du lieu ? Changez-le, puis imprimez le nouveau.
doors-entrance-renew-confirm = Ce qui est imprimé ne vaudra plus rien.
doors-entrance-renewed = Le code est changé. Imprimez-le.
doors-check-in-title = Pointer
doors-check-in-hello = Bonjour { $name }
doors-part-legend = Je viens pour
doors-part = { $part ->
    [day] la journée
    [morning] la matinée
   *[other] l’après-midi
}
doors-check-in-act = Pointer
doors-checked-in = Vous êtes pointé. Bonne journée !
doors-here-already = { $reason }
doors-pass-left = { $units ->
    [one] { $units } unité restante
   *[other] { $units } unités restantes
} : { $days } journées ou { $halves } demi-journées
doors-pass-owed = Votre carnet est vide, { $owed } unités sont dues : vous pouvez entrer, elles seront prises sur le prochain carnet
doors-nothing-held = Vous n’avez ni carnet ni forfait : passez à l’accueil
doors-refused-number = Ce numéro n’est connu de personne ici.
doors-refused-too-many-faults = Plusieurs pannes viennent d’être signalées ici. Dites votre numéro, ou prévenez l’accueil.
doors-refused-too-many = Trop de numéros essayés à cette porte. Attendez quelques minutes.
doors-refused-length = Une tablette réserve 15, 30 ou 60 minutes.
doors-refused-not-yours = Cette réservation est à quelqu’un d’autre.
doors-refused-nothing-now = Rien n’est en cours dans cette salle.
doors-refused-name = Donnez un nom de 60 caractères au plus.
activity-tablet-made = a fait une tablette pour { $space }
activity-tablet-ended = a terminé une tablette
activity-entrance-code-renewed = a changé le code de l’entrée
permission-doors-manage = Installer les tablettes et imprimer le code de l’entrée
permission-doors-enter = Pointer soi-même avec le code de l’entrée
doors-holding-tablets = Tablettes aux portes
doors-holding-tablets-purpose = Savoir qui a installé une tablette
