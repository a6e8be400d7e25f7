# Les permanences, les notes de relais, l’ouverture et la fermeture.
stewardship-duties = Permanences
stewardship-duty-sheet = Feuille de la semaine
stewardship-duty-hours = Heures faites
stewardship-duty-hours-lead = Les permanences tenues, par personne, sur la période.
stewardship-duty-hours-none = Aucune permanence tenue sur cette période.
stewardship-duty-file = permanences
stewardship-duty-person = Personne
stewardship-duty-length = Heures
stewardship-total = Total
stewardship-week-before = Semaine précédente
stewardship-week-this = Cette semaine
stewardship-week-after = Semaine suivante
stewardship-duty-none = Aucune permanence cette semaine
stewardship-duty-none-text = La gérance écrit les permanences de la semaine ; les membres les prennent.
stewardship-duty-missing = { $count ->
    [one] une personne à trouver
   *[other] { $count } personnes à trouver
}
stewardship-duty-taken = prévu
stewardship-duty-given-up = rendu
stewardship-duty-done = tenu
stewardship-duty-missed = absent
stewardship-duty-came = Est venu
stewardship-duty-did-not-come = Absent
stewardship-duty-release = Libérer
stewardship-duty-release-of = Libérer { $name } de cette permanence
stewardship-duty-release-confirm = Rendre cette permanence ? Une autre personne pourra la prendre.
stewardship-duty-assign = Confier
stewardship-duty-assign-of = Confier la permanence { $hours }
stewardship-duty-assign-to = Confier à { $name }
stewardship-duty-is-taken = La permanence est prise.
stewardship-duty-is-given-up = La permanence est de nouveau libre.
stewardship-duty-is-settled = C’est noté.
stewardship-duty-reason = permanence tenue, notée le { $day }
stewardship-duty-gives = donne { $units } unités de « { $offer } »
stewardship-my-duty-lead = Tenir l’accueil quelques heures, et rencontrer tout le monde.
stewardship-my-duty-invitation = Voir les permanences à prendre.
stewardship-my-duty-mine = Les miennes
stewardship-my-duty-none = Vous n’avez pas de permanence prévue.
stewardship-my-duty-soon = C’est pour bientôt : pour la rendre, prévenez l’accueil.
stewardship-my-duty-release = Rendre
stewardship-my-duty-release-of = Rendre la permanence { $hours }
stewardship-my-duty-free = À prendre
stewardship-my-duty-free-none = Tout est pourvu
stewardship-my-duty-free-none-text = Aucune permanence n’attend quelqu’un dans les quatre semaines qui viennent.
stewardship-my-duty-take = Je la prends
stewardship-my-duty-take-of = Je la prends, { $hours }
stewardship-my-duty-done = { $minutes ->
    [0] { $hours } h tenues cette année
   *[other] { $hours } h { $minutes } tenues cette année
}
stewardship-on-duty = De permanence
stewardship-on-duty-nobody = Aucune permanence aujourd’hui.
stewardship-shifts = Permanences de la semaine
stewardship-shifts-lead = Quand l’accueil attend quelqu’un, et ce que cela donne en échange.
stewardship-shifts-none = Aucune permanence
stewardship-shifts-none-text = Écrivez la première : un jour, des heures, combien de personnes.
stewardship-shift-new = Nouvelle permanence
stewardship-shift-add = Ajouter
stewardship-shift-kept = Les permanences sont à jour.
stewardship-shift-end = Terminer
stewardship-shift-label = Nom
stewardship-shift-wanted = { $count ->
    [one] une personne
   *[other] { $count } personnes
}
stewardship-shift-units = { $count ->
    [one] donne une unité
   *[other] donne { $count } unités
}
stewardship-shift-offer-kept = La contrepartie est enregistrée.
stewardship-weekday = Jour
stewardship-from-hour = De
stewardship-until-hour = À
stewardship-wanted = Personnes
stewardship-units = Unités données
stewardship-counterpart = Contrepartie
stewardship-counterpart-offer = Carnet
stewardship-counterpart-hint = Les unités données sont celles de ce carnet : sa durée et le prix d’une journée s’appliquent.
stewardship-notes = Notes de relais
stewardship-notes-lead = Ce que la personne qui part laisse à celle qui arrive.
stewardship-notes-unread = { $count ->
    [0] Aucune note à lire
    [one] Une note à lire
   *[other] { $count } notes à lire
}
stewardship-notes-read = Notes lues
stewardship-note-new = Laisser une note
stewardship-note-body = Pour la prochaine personne
stewardship-note-body-hint = Ce qui attend, ce qui est cassé, qui doit passer.
stewardship-note-leave = Laisser la note
stewardship-note-left = La note est laissée.
stewardship-note-mark = J’ai lu
stewardship-note-marked = La note est lue.
stewardship-note-read-by = lue par { $name }, { $day }
stewardship-checklists = Ouverture et fermeture
stewardship-checklists-lead = Ce que l’on vérifie en ouvrant et en fermant.
stewardship-checklists-see = Cocher aujourd’hui
stewardship-checklist-empty = La liste est vide : ajoutez la première chose à vérifier.
stewardship-checklist-new = Ajouter une ligne
stewardship-checklist-moment = Quand
stewardship-checklist-body = Que vérifier
stewardship-checklist-add = Ajouter
stewardship-checklist-kept = La liste est à jour.
stewardship-checklist-retire = Retirer
stewardship-checklist-retire-of = Retirer : { $what }
stewardship-opening = Ouverture
stewardship-closing = Fermeture
stewardship-day = Jour
stewardship-see = Voir
stewardship-tick = Cocher
stewardship-tick-of = Cocher : { $what }
stewardship-untick = Décocher
stewardship-untick-of = Décocher : { $what }
stewardship-ticked = fait
stewardship-refused-shift-hours = La fin vient avant le début.
stewardship-refused-shift-wanted = De 1 à { $maximum } personnes.
stewardship-refused-shift-units = De 0 à { $maximum } unités.
stewardship-refused-shift-ended = Le dernier jour vient avant le premier, ou il est déjà fixé plus tôt.
stewardship-refused-duty-day = Il n’y a pas cette permanence ce jour-là.
stewardship-refused-duty-past = Ce jour est passé.
stewardship-refused-duty-far = C’est trop loin : choisissez un jour jusqu’au { $until }.
stewardship-refused-duty-full = Cette permanence est déjà pourvue.
stewardship-refused-duty-twice = Cette personne a déjà cette permanence.
stewardship-refused-duty-stranger = Seuls les membres et l’équipe tiennent une permanence.
stewardship-refused-duty-late = Il reste moins de { $hours } heures : prévenez l’accueil.
stewardship-refused-duty-settled = Cette permanence est déjà notée ou rendue.
stewardship-refused-duty-not-yet = Cette permanence n’a pas commencé.
stewardship-refused-duty-offer = La gérance doit d’abord choisir le carnet dont les unités sont données.
stewardship-refused-note-read = Cette note est déjà lue.
stewardship-refused-line-retired = Cette ligne n’est plus dans la liste.
activity-shift-created = a ajouté une permanence de la semaine
activity-shift-ended = a mis fin à la permanence le { $day }
activity-shifts-offer-set = donne en contrepartie des unités de « { $offer } »
activity-duty-taken = a pris une permanence le { $day }
activity-duty-given-up = a rendu une permanence du { $day }
activity-duty-done = a noté la permanence du { $day } comme tenue
activity-duty-missed = a noté une absence à la permanence du { $day }
activity-note-left = a laissé une note de relais
activity-note-marked-read = a lu une note de relais
activity-checklist-line-added = a ajouté une ligne à la liste
activity-checklist-line-retired = a retiré une ligne de la liste
activity-checklist-ticked = a coché une ligne le { $day }
activity-checklist-unticked = a décoché une ligne le { $day }
