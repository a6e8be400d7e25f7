# Le courrier et les domiciliations.
stewardship-deliveries = Courrier
stewardship-deliveries-lead = Lettres et colis reçus pour les membres et les structures domiciliées.
stewardship-deliveries-file = courrier
stewardship-deliveries-past = Courrier remis ou retourné
stewardship-deliveries-past-none = Rien encore
stewardship-deliveries-past-none-text = Ce qui est remis ou retourné se retrouve ici, avec la date et la personne.
stewardship-deliveries-waiting = { $count ->
    [0] Rien n’attend
    [one] Un envoi attend
   *[other] { $count } envois attendent
}
stewardship-deliveries-none = Rien n’attend
stewardship-deliveries-none-text = Une lettre, un colis arrive ? Cherchez pour qui : la personne est prévenue aussitôt.
stewardship-delivery-new = Enregistrer un envoi
stewardship-delivery-new-for = Pour { $name }
stewardship-delivery-for-whom = Pour qui ?
stewardship-delivery-for-whom-hint = Trois lettres d’un nom ou d’une structure.
stewardship-delivery-kind = Qu’est-ce qui arrive ?
stewardship-delivery-letter = { $count ->
    [one] Lettre
   *[other] { $count } lettres
}
stewardship-delivery-registered = { $count ->
    [one] Recommandé
   *[other] { $count } recommandés
}
stewardship-delivery-parcel = { $count ->
    [one] Colis
   *[other] { $count } colis
}
stewardship-delivery-from = { $what } de { $sender }
stewardship-delivery-quantity = Combien
stewardship-delivery-sender = De la part de
stewardship-delivery-kept-at = Rangé où
stewardship-delivery-will-tell = Un message part aussitôt à la personne.
stewardship-delivery-cannot-tell = Aucune adresse connue : personne ne sera prévenu par message.
stewardship-delivery-keep = Enregistrer et prévenir
stewardship-delivery-kept = L’envoi est enregistré.
stewardship-delivery-waits = en attente
stewardship-delivery-since = arrivé le { $day }
stewardship-delivery-told = prévenu
stewardship-delivery-untold = pas encore prévenu
stewardship-delivery-reminded = { $count ->
    [one] rappelé une fois
   *[other] rappelé { $count } fois
}
stewardship-delivery-for = Pour
stewardship-delivery-what = Envoi
stewardship-delivery-arrived = Arrivé
stewardship-delivery-received-by = Enregistré par
stewardship-delivery-notice = Message
stewardship-delivery-ending = Issue
stewardship-delivery-ended = Le
stewardship-delivery-ended-by = Remis par
stewardship-delivery-taken-by = Remis à
stewardship-delivery-taken-by-hint = La personne qui l’emporte : elle-même, ou qui vient pour elle.
stewardship-taken-by = remis à { $name }
stewardship-delivery-handed-over = Remis
stewardship-delivery-returned = Retourné à l’expéditeur
stewardship-delivery-mistaken = Saisi par erreur
stewardship-delivery-otherwise = Ou bien
stewardship-delivery-return = Retourner à l’expéditeur
stewardship-delivery-mistake = C’était une erreur
stewardship-delivery-undo = Annuler : l’envoi attend encore
stewardship-delivery-waits-again = L’envoi attend de nouveau.
stewardship-hand-over = Remettre
stewardship-hand-over-to = Remettre à { $name }
stewardship-my-deliveries = Mon courrier
stewardship-my-deliveries-lead = Ce qui est arrivé pour vous ou pour votre structure. Passez à l’accueil pour le retirer.
stewardship-my-deliveries-none = Rien n’attend
stewardship-my-deliveries-none-text = Quand une lettre ou un colis arrive, un message vous prévient.
stewardship-panel-waiting = { $count ->
    [one] Un envoi en attente
   *[other] { $count } envois en attente
}
stewardship-panel-oldest = le plus ancien depuis le { $day }
stewardship-panel-registered = { $count ->
    [one] dont un recommandé
   *[other] dont { $count } recommandés
}
stewardship-panel-none-waiting = Rien n’attend.
stewardship-domiciled = domiciliée ici
stewardship-not-domiciled = pas domiciliée ici
stewardship-domiciliations = Domiciliations
stewardship-domiciliations-lead = Les structures qui ont leur adresse au lieu, et depuis quand.
stewardship-domiciliations-none = Aucune structure domiciliée
stewardship-domiciliations-none-text = Ajoutez la première : l’accueil le verra en triant le courrier.
stewardship-domiciliations-current = { $count ->
    [one] Une structure domiciliée
   *[other] { $count } structures domiciliées
}
stewardship-domiciliations-past = Domiciliations terminées
stewardship-domiciliation-new = Domicilier une structure
stewardship-domiciliation-keep = Domicilier
stewardship-domiciliation-kept = La domiciliation est enregistrée.
stewardship-domiciliation-end = Terminer
stewardship-domiciliation-end-kept = Le dernier jour est enregistré.
stewardship-domiciliation-no-day = Choisissez le dernier jour.
stewardship-domiciliation-note-hint = Le contrat, les justificatifs.
stewardship-organisation = Structure
stewardship-organisation-hint = Une structure nouvelle se crée d’abord dans « Structures ».
stewardship-last-day-of = Dernier jour de { $name }
stewardship-reminder = Rappels du courrier
stewardship-reminder-days = Rappeler après, en jours
stewardship-reminder-days-hint = Trois rappels au plus pour un envoi ; 0 pour ne jamais rappeler.
stewardship-reminder-kept = Le délai est enregistré.
stewardship-reminder-refused = De 0 à 90 jours.
stewardship-refused-no-addressee = Cette personne n’est pas connue ici.
stewardship-refused-quantity = De 1 à { $maximum }.
stewardship-refused-delivery-ended = Cet envoi n’attend plus.
stewardship-refused-delivery-waiting = Cet envoi attend déjà.
stewardship-refused-taken-by = Écrivez à qui l’envoi est remis.
stewardship-refused-no-organisation = Cette structure n’est pas connue ici.
stewardship-refused-domiciled = Cette structure est déjà domiciliée à ces dates.
stewardship-refused-domiciliation-ended = Cette domiciliation est déjà terminée.
stewardship-mail-arrived-subject = { $kind ->
    [parcel] Un colis vous attend à { $place }
    [registered] Un recommandé vous attend à { $place }
   *[letter] Du courrier vous attend à { $place }
}
stewardship-mail-arrived-title = { $kind ->
    [parcel] { $count ->
        [one] Un colis est arrivé
       *[other] { $count } colis sont arrivés
    }
    [registered] { $count ->
        [one] Une lettre recommandée est arrivée
       *[other] { $count } lettres recommandées sont arrivées
    }
   *[letter] { $count ->
        [one] Une lettre est arrivée
       *[other] { $count } lettres sont arrivées
    }
}
stewardship-mail-arrived-text = Arrivée du { $day }, pour { $whom }.{ $known ->
    [yes] { " " }De la part de : { $sender }.
   *[no] { "" }
}
stewardship-mail-arrived-after = Passez à l’accueil quand vous voulez. Quelqu’un peut venir à votre place : l’accueil note à qui l’envoi est remis.
stewardship-mail-arrived-button = Voir mon courrier
stewardship-mail-waiting-subject = { $kind ->
    [parcel] Votre colis attend toujours à { $place }
    [registered] Votre recommandé attend toujours à { $place }
   *[letter] Votre courrier attend toujours à { $place }
}
stewardship-mail-waiting-title = { $kind ->
    [parcel] Un colis vous attend toujours
    [registered] Un recommandé vous attend toujours
   *[letter] Du courrier vous attend toujours
}
stewardship-mail-waiting-text = Arrivée du { $day }, pour { $whom }.{ $known ->
    [yes] { " " }De la part de : { $sender }.
   *[no] { "" }
}
stewardship-mail-waiting-after = Si vous ne pouvez pas venir, répondez à ce message : nous trouverons une solution.
stewardship-mail-waiting-button = Voir mon courrier
activity-delivery-received = a enregistré l’envoi
activity-delivery-handed-over = a remis l’envoi à { $name }
activity-delivery-returned = a retourné l’envoi à l’expéditeur
activity-delivery-mistaken = a annulé l’envoi, saisi par erreur
activity-delivery-reopened = a remis l’envoi en attente
activity-organisation-domiciled = a domicilié la structure à partir du { $day }
activity-organisation-domiciliation-ended = a mis fin à la domiciliation le { $day }
activity-deliveries-reminder-set = a fixé le rappel du courrier à { $days } jours
