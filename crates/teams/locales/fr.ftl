# Équipes : une organisation paie pour ses personnes.
teams-title = Mon équipe
teams-choose = Choisir une équipe
teams-file = equipe
teams-use-of = Usage de { $month }
teams-nobody = Personne pour le moment. Invitez quelqu’un.
teams-head-name = Nom
teams-head-email = Adresse
teams-head-plan = Formule
teams-head-units = Unités restantes
teams-head-days = Jours de présence
teams-head-bookings = Réservations
teams-head-minutes = Minutes réservées
teams-head-acts = Gestes
teams-hours = { $count ->
    [0] moins d’une heure
    [one] 1 h
   *[other] { $count } h
}
teams-units-left = { $count ->
    [0] aucune unité
    [one] 1 unité
   *[other] { $count } unités
}
teams-units-owed = { $count ->
    [one] 1 unité due
   *[other] { $count } unités dues
}
teams-other-payer = Quelqu’un d’autre paie aujourd’hui
teams-remove = Retirer
teams-remove-of = Retirer { $name } de l’équipe
teams-remove-confirm = { $name } sort de l’équipe aujourd’hui et paie désormais pour soi.
teams-remove-text = Une personne retirée reste membre et paie pour elle-même. Les forfaits que l’organisation paie pour elle vont au bout de leur préavis et de leur engagement.
teams-remove-title = Retirer quelqu’un de l’équipe
teams-remove-do = Retirer de l’équipe
teams-remove-not = Ne rien changer
teams-remove-undo = La personne reste membre. On peut l’inviter de nouveau dans l’équipe ; un forfait arrêté ne reprend pas de lui-même.
teams-plans-left = Ce que l’organisation paie encore
teams-plan-until = Dernier jour du forfait, préavis compris : { $day }
teams-plan-committed = L’engagement court jusqu’au { $day } : le forfait s’arrête ce jour-là
teams-plan-undone = Ne commencera pas
teams-removed = La personne ne fait plus partie de l’équipe.
teams-charges = Ce que l’organisation paie
teams-invite = Inviter quelqu’un
teams-invite-text = La personne reçoit un lien, valable deux semaines. L’organisation paie pour elle dès qu’elle l’accepte.
teams-invite-send = Envoyer l’invitation
teams-invited = L’invitation part par courriel.
teams-uninvite = Annuler
teams-uninvite-of = Annuler l’invitation de { $name }
teams-uninvited = L’invitation est annulée.
teams-invitation-title = Rejoindre une équipe
teams-invitation-text = { $organisation } vous invite dans son équipe à { $place }. L’organisation paiera ce que vous utilisez, et la personne qui gère l’équipe le verra.
teams-join = Rejoindre l’équipe
teams-joined-title = Bienvenue
teams-joined-text = Vous faites partie de l’équipe { $organisation } à { $place }. Si vous n’avez pas encore de compte, un courriel vous invite à l’ouvrir.
teams-link-spent-title = Ce lien n’est plus valable
teams-payer-title = Qui paie pour moi
teams-payer-lead = Ce choix vaut pour vos prochaines réservations et vos prochains achats. Ce qui est déjà convenu ne change pas.
teams-payer = Qui paie
teams-payer-self = Moi-même
teams-payer-kept = C’est noté.
teams-office-title = Équipe
teams-office-lead = Qui gère l’équipe ajoute et retire des personnes, et voit ce que l’organisation paie.
teams-managers = Qui gère l’équipe
teams-managers-none = Personne pour le moment.
teams-manager-who = Personne
teams-manager-name = Confier la gestion
teams-manager-named = La gestion de l’équipe est confiée.
teams-manager-end-of = Retirer la gestion à { $name }
teams-manager-ended = La gestion de l’équipe est retirée.
teams-everybody = Toute l’équipe
teams-refused-already-in = Cette personne fait déjà partie de l’équipe.
teams-refused-already-invited = Cette personne est déjà invitée.
teams-refused-link-spent = Cette invitation a déjà servi, a été annulée ou est trop ancienne.
teams-refused-not-in-the-team = Cette personne ne fait pas partie de l’équipe.
teams-refused-runs-already = Cette personne gère déjà l’équipe.
teams-refused-not-mine = Vous ne faites pas partie de cette organisation.
teams-refused-contract = Son forfait ne peut pas s’arrêter aujourd’hui : voyez avec l’équipe du lieu.
teams-mail-greeting = Bonjour { $name },
teams-mail-subject = { $organisation } vous invite à { $place }
teams-mail-title = Rejoindre une équipe
teams-mail-text = { $organisation } vous invite à rejoindre son équipe à { $place }, et paiera ce que vous y utilisez.
teams-mail-after = Ce lien est valable deux semaines. Si vous n’attendiez rien, ne faites rien.
teams-mail-button = Rejoindre l’équipe
permission-teams-own = Gérer l’équipe de son organisation, choisir qui paie
permission-teams-grant = Dire qui gère l’équipe d’une organisation
activity-team-invited = a invité { $name } dans l’équipe
activity-team-uninvited = a annulé l’invitation de { $name }
activity-team-joined = { $name } a rejoint l’équipe
activity-team-removed = a retiré { $name } de l’équipe
activity-team-manager-named = a confié la gestion de l’équipe à { $name }
activity-team-manager-ended = a retiré la gestion de l’équipe à { $name }
activity-person-joined-team = a rejoint une équipe
activity-person-left-team = a retiré d’une équipe

# What is held about people.
teams-holding-affiliations = Équipes et invitations
teams-holding-affiliations-purpose = Savoir quelle organisation paie pour qui
