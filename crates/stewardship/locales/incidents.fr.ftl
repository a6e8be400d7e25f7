# Ce qui est cassé, et ce que le lieu possède.
stewardship-incidents = Incidents
stewardship-incidents-lead = Ce qui est cassé, ce qui presse d’abord.
stewardship-incidents-open = Incidents ouverts
stewardship-incidents-ended = Incidents terminés
stewardship-incidents-none = Rien n’est cassé
stewardship-incidents-none-text = Ce que les membres signalent arrive ici.
stewardship-incidents-ended-none = Aucun incident terminé.
stewardship-incident-report = Signaler un incident
stewardship-incident-title = Que se passe-t-il ?
stewardship-incident-title-hint = En une ligne : « l’imprimante ne répond plus ».
stewardship-incident-where = Où, ou quoi
stewardship-incident-elsewhere = Ailleurs, ou autre chose
stewardship-incident-urgency = Est-ce pressé ?
stewardship-incident-detail = En détail
stewardship-incident-send = Signaler
stewardship-incident-is-reported = Merci, l’accueil est prévenu.
stewardship-urgency-low = Pas pressé
stewardship-urgency-low-text = Quand quelqu’un aura le temps.
stewardship-urgency-normal = Cette semaine
stewardship-urgency-normal-text = C’est gênant.
stewardship-urgency-high = Pressé
stewardship-urgency-high-text = On ne peut plus travailler, ou c’est dangereux.
stewardship-incident-reported = signalé
stewardship-incident-in-hand = pris en charge
stewardship-incident-waiting = en attente
stewardship-incident-solved = réparé
stewardship-incident-declined = sans suite
stewardship-incident-by = signalé par { $name }, { $day }
stewardship-incident-owner-is = suivi par { $name }
stewardship-incident-subject = À propos de
stewardship-incident-unnamed = quelqu’un, à la porte de la salle
stewardship-incident-reporter = Signalé par
stewardship-incident-reported-at = Signalé
stewardship-incident-owner = Suivi par
stewardship-incident-cost = Coût HT jusqu’ici
stewardship-incident-steps = Suivi
stewardship-incident-no-steps = L’accueil n’a encore rien écrit.
stewardship-incident-follow = Suivre
stewardship-incident-state = État
stewardship-incident-mine = Je m’en occupe
stewardship-incident-body = Ce qui est fait
stewardship-incident-body-hint = La personne qui a signalé le lit, et reçoit un message.
stewardship-incident-kept = Le suivi est enregistré.
stewardship-incident-block = Bloquer l’espace
stewardship-my-incidents = Mes signalements
stewardship-my-incidents-lead = Quelque chose est cassé, manque ou gêne ? Dites-le, l’accueil s’en occupe.
stewardship-my-incidents-none = Vous n’avez encore rien signalé.
stewardship-my-incidents-invitation = Quelque chose est cassé ? Dites-le.
stewardship-panel-incidents = { $count ->
    [one] Un incident ouvert
   *[other] { $count } incidents ouverts
}
stewardship-panel-incidents-unseen = { $count ->
    [one] dont un à prendre en charge
   *[other] dont { $count } à prendre en charge
}
stewardship-panel-incidents-pressing = { $count ->
    [one] dont un pressé
   *[other] dont { $count } pressés
}
stewardship-panel-incidents-none = Rien n’est cassé.
stewardship-inventory = Matériel
stewardship-inventory-lead = Ce que le lieu a acheté, et ce que cela vaut encore.
stewardship-inventory-day = Au
stewardship-inventory-none = L’inventaire est vide
stewardship-inventory-none-text = Inscrivez le premier achat : sa valeur se calcule seule.
stewardship-inventory-file = materiel
stewardship-equipment-new = Inscrire un achat
stewardship-equipment-kept = L’inventaire est à jour.
stewardship-equipment-name = Objet
stewardship-equipment-serial = Numéro de série
stewardship-equipment-stands = Se trouve
stewardship-equipment-supplier = Fournisseur
stewardship-equipment-bought-on = Acheté le
stewardship-equipment-price = Prix HT
stewardship-equipment-life = Amorti en, mois
stewardship-equipment-value = Valeur
stewardship-equipment-warranty = Garantie jusqu’au
stewardship-equipment-under-warranty = sous garantie
stewardship-equipment-worth = Vaut { $amount } aujourd’hui
stewardship-equipment-happened = Incidents
stewardship-equipment-dispose = Sortir de l’inventaire
stewardship-equipment-dispose-confirm = Sortir cet objet de l’inventaire ? Sa valeur devient nulle.
stewardship-equipment-gone-on = Le
stewardship-equipment-gone-price = Pour, HT
stewardship-disposal = Comment
stewardship-disposal-sold = vendu
stewardship-disposal-given = donné
stewardship-disposal-scrapped = jeté
stewardship-refused-incident-subject = Cet espace ou cet objet n’est pas connu ici.
stewardship-refused-incident-state = Cet incident ne peut pas passer à cet état.
stewardship-refused-incident-nothing = Rien n’a changé : écrivez ce qui est fait.
stewardship-refused-incident-cost = Un montant entre 0 et 1 000 000.
stewardship-refused-equipment-price = Ce montant n’est pas possible.
stewardship-refused-equipment-life = De 1 à { $maximum } mois.
stewardship-refused-equipment-days = Une chose sort après son achat, et pas dans l’avenir.
stewardship-refused-equipment-gone = Cet objet est déjà sorti de l’inventaire.
stewardship-mail-incident-subject = { $title } : { $state ->
    [in_hand] pris en charge
    [waiting] en attente
    [solved] réparé
    [declined] sans suite
   *[reported] signalé
}
stewardship-mail-incident-title = { $state ->
    [in_hand] Quelqu’un s’en occupe
    [waiting] C’est en attente
    [solved] C’est réparé
    [declined] Nous n’y donnerons pas suite
   *[reported] Des nouvelles de votre signalement
}
stewardship-mail-incident-text = Vous avez signalé : « { $title } ».{ $spoken ->
    [yes] { " " }L’accueil écrit : « { $said } »
   *[no] { "" }
}
stewardship-mail-incident-after = Merci d’avoir prévenu.
stewardship-mail-incident-button = Voir le suivi
activity-incident-reported = a signalé l’incident
activity-incident-photographed = a ajouté une photographie
activity-incident-photo-removed = a retiré une photographie
activity-incident-followed-up = a suivi l’incident
activity-equipment-added = a inscrit l’achat
activity-equipment-changed = a modifié l’objet
activity-equipment-disposed = a sorti l’objet de l’inventaire
stewardship-photos = Photographies
stewardship-photos-keep = Ajouter ou voir des photographies
