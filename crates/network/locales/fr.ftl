# Autres lieux : un carnet, plusieurs lieux.
network-title = Autres lieux
network-lead = Les lieux avec lesquels vos membres partagent leurs carnets, et ce que chacun doit à l’autre.
network-none = Aucun accord pour l’instant
network-none-text = Avec un accord, vos membres entrent dans un autre lieu avec leur carnet, et les siens viennent chez vous. Chaque visite est comptée des deux côtés.
network-none-invited = Un autre lieu vous a envoyé une invitation ?
network-invite = Inviter un lieu
network-invite-lead = Vous proposez les tarifs et les dates. L’autre lieu les voit avec l’invitation et accepte.
network-accept = Accepter une invitation
network-accept-lead = L’autre lieu vous a envoyé une adresse et un texte d’invitation. En les saisissant ici, vous acceptez les tarifs et les dates convenus.
network-accept-act = Accepter
network-accept-url-hint = Celle du Tribu de l’autre lieu, par exemple https://tribu.example.org
network-invitation = Texte de l’invitation
network-invitation-hint = Douze groupes de quatre signes. Majuscules, espaces et tirets n’importent pas.
network-the-place = L’autre lieu
network-name = Nom du lieu
network-town = Ville
network-url = Adresse de son Tribu
network-url-hint = Elle commence par https:// et ne contient rien après le nom.
network-both = Convenu entre les deux
network-both-hint = Le lieu visité réclame ces montants hors taxes au lieu d’origine. Deux demi-journées ne coûtent jamais plus qu’une journée.
network-half-day = Une demi-journée
network-day = Une journée
network-from = À partir du
network-until = Jusqu’au
network-no-end = sans fin prévue
network-ours-there = Vos membres là-bas
network-accepted = Carnets qui paient
network-accepted-hint = Sans carnet coché, personne ne peut y aller.
network-accepted-none = aucun : personne ne peut y aller
network-cap = Jours par personne et par mois
network-cap-hint = De 1 à 31. Une demi-journée compte pour une moitié.
network-cap-days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
}
network-theirs-here = Leurs membres chez vous
network-theirs-here-hint = À qui facturer les visites, et sous quel produit. Vous pouvez le dire plus tard.
network-organisation = Organisation facturée
network-organisation-none = pas encore choisie
network-product = Produit
network-choose = Choisir plus tard
network-terms = Ce qui est convenu
network-terms-change = Changer nos conditions
network-terms-keep = Enregistrer
network-terms-kept = Les conditions sont enregistrées.
network-invitation-make = Préparer l’invitation
network-invitation-made = L’invitation est prête
network-invitation-text = Envoyez ces deux lignes à la gérance de { $name }. Elles servent une fois, pendant une semaine, et ne seront plus montrées.
network-invitation-address = Notre adresse
network-invitation-waits = L’autre lieu n’a pas encore accepté. L’invitation vaut jusqu’au { $day }.
network-invitation-anew = Préparer une autre invitation
network-invited-before = Cette invitation a déjà été montrée. Préparez-en une autre si elle est perdue.
network-joined = L’accord est conclu. Dites quels carnets de vos membres paient là-bas.
network-standing-invited = Invité
network-standing-lapsed = Invitation dépassée
network-standing-open = Ouvert
network-standing-suspended = Suspendu
network-standing-ended = Terminé
network-head-place = Lieu
network-head-standing = Accord
network-head-claimed = Réclamé, { $month }
network-head-owed = Dû, { $month }
network-head-side = Sens
network-head-day = Jour
network-head-part = Partie
network-head-who = Qui
network-head-units = Unités
network-head-amount = Montant HT
network-head-state = État
network-head-reference = Référence
network-file = visites
network-net = Montants hors taxes.
network-month-of = Visites de { $month }
network-claimed = Nous réclamons
network-owed = Nous devons
network-units-moved = Unités prises sur nos carnets
network-visits = { $count ->
    [0] aucune visite
    [one] 1 visite
   *[other] { $count } visites
}
network-side-host = Leurs membres chez nous
network-side-home = Nos membres chez eux
network-no-visit = Aucune visite ce mois-ci.
network-state-asked = Sans réponse
network-state-made = Comptée
network-state-refused = Refusée
network-state-undone = Annulée
network-charged = Portée au compte
network-compare = Comparer avec l’autre lieu
network-compare-text = Les deux relevés sont comparés ligne par ligne. Aucun nom ne voyage.
network-agrees = Les deux lieux tiennent les mêmes lignes.
network-differs = Ces lignes diffèrent
network-ours = chez nous
network-theirs = chez eux
network-no-such-visit = aucune visite
network-charge = Porter au compte
network-charge-text = { $amount } hors taxes iront sur le compte de { $organisation }, pour sa prochaine facture.
network-charge-first = Pour facturer ce mois, choisissez d’abord l’organisation et le produit.
network-charge-label = Visites des membres de { $name }, { $month }
network-is-charged = Les visites du mois sont sur le compte de l’organisation.
network-uncharge = Reprendre ce qui est porté au compte
network-uncharge-text = { $amount } ne seront plus dus pour ce mois : ce qui attend sa facture est retiré, ce qui est déjà facturé est repris sur la facture suivante. Le mois peut ensuite être porté au compte de nouveau.
network-uncharge-confirm = Reprendre
network-is-uncharged = Rien de ce mois n’est plus au compte de l’organisation. Il peut y être porté de nouveau.
network-acts = Arrêter les visites
network-suspend = Suspendre
network-suspend-text = Plus aucune visite ne passe, dans les deux sens, jusqu’à la reprise.
network-is-suspended = L’accord est suspendu.
network-resume = Reprendre
network-is-resumed = Les visites passent de nouveau.
network-end = Terminer l’accord
network-end-text = C’est définitif. Ce qui est réclamé et dû reste.
network-end-confirm = L’accord se termine pour de bon. Un autre demandera une autre invitation.
network-is-ended = L’accord est terminé.
network-mine-title = Travailler ailleurs
network-mine-lead = Avec votre carnet, vous entrez aussi dans ces lieux. À l’accueil, montrez un code : il vaut dix minutes.
network-mine-back = Mes carnets
network-mine-none = Aucun autre lieu pour l’instant
network-mine-none-text = Quand votre lieu aura un accord avec un autre, vous le verrez ici.
network-mine-passes = Paient là-bas : { $passes }.
network-mine-left = { $half ->
    [0] { $days ->
        [0] Il ne vous reste plus de jour ce mois-ci.
        [one] Il vous reste 1 jour ce mois-ci.
       *[other] Il vous reste { $days } jours ce mois-ci.
    }
   *[other] { $days ->
        [0] Il vous reste une demi-journée ce mois-ci.
        [one] Il vous reste 1 jour et demi ce mois-ci.
       *[other] Il vous reste { $days } jours et demi ce mois-ci.
    }
}
network-mine-until = Jusqu’au { $day }.
network-mine-visits = Mes dernières visites
network-units = { $count ->
    [0] aucune unité
    [one] 1 unité
   *[other] { $count } unités
}
network-units-left = { $count ->
    [0] plus d’unité au carnet
    [one] 1 unité au carnet
   *[other] { $count } unités au carnet
}
network-code = Code de visite
network-code-qr = Code de visite à scanner à l’accueil
network-code-hint = Douze signes, saisis ou scannés. Il est sur le téléphone du visiteur.
network-code-get = Obtenir un code
network-code-anew = Un autre code
network-code-until = Valable jusqu’à { $time }, une fois.
network-code-made = Votre code est prêt : montrez-le à l’accueil.
network-code-not-now = Cet accord n’est pas ouvert aujourd’hui.
network-desk-title = Visiteurs d’autres lieux
network-desk-lead = Quelqu’un vient avec le carnet d’un autre lieu : saisissez son code. Son lieu prend les unités et dit son nom.
network-desk-none = Aucun accord ouvert
network-desk-none-text = La gérance conclut les accords avec d’autres lieux dans le bureau.
network-desk-today = Aujourd’hui
network-desk-nobody = Personne n’est venu d’un autre lieu aujourd’hui.
network-desk-new = Accueillir quelqu’un
network-part-legend = Pour combien de temps
network-part = { $part ->
    [morning] le matin
    [afternoon] l’après-midi
   *[day] la journée
}
network-receive = Accueillir
network-received = { $name }, de { $place }, peut entrer. Unités restantes : { $left }.
network-visitor-unknown = Quelqu’un
network-ask-again = Redemander
network-take-back = Annuler
network-take-back-of = Annuler la visite de { $name }
network-take-back-confirm = La visite est annulée, et les unités retournent sur le carnet.
network-taken-back = La visite est annulée ; les unités sont rendues.
network-refused-name = Donnez un nom, de 120 signes au plus.
network-refused-address = Ce n’est pas l’adresse d’un Tribu : https:// puis le nom, rien après.
network-refused-rates = Une demi-journée ne coûte pas plus qu’une journée, ni une journée plus de 1 000 €.
network-refused-dates = L’accord finit avant de commencer.
network-refused-cap = De 1 à 31 jours.
network-refused-unknown = Un des choix n’existe plus : choisissez à nouveau.
network-refused-invitation = Ce n’est pas le texte d’une invitation : douze groupes de quatre signes.
network-refused-standing = L’accord n’en est pas là : rechargez la page.
network-refused-twice = Cette invitation a déjà été acceptée ici.
network-refused-currency = L’autre lieu compte dans une autre monnaie.
network-refused-unreachable = L’autre lieu ne répond pas. Vérifiez l’adresse et réessayez : rien n’est fait.
network-refused-not-taken = L’autre lieu ne reconnaît pas cette invitation : elle a servi, ou elle est trop ancienne. Demandez-en une autre.
network-refused-code = Ce n’est pas un code de visite : douze signes.
network-refused-no-partner = Ce code n’est d’aucun lieu avec lequel un accord est ouvert aujourd’hui.
network-refused-too-many = Trop de codes ont été essayés : attendez quelques minutes.
network-refused-settled = Cette visite est déjà réglée.
network-refused-not-today = Une visite s’annule le jour même.
network-refused-no-answer = L’autre lieu ne répond pas. La visite est notée sans réponse : redemandez, rien ne sera pris deux fois.
network-refused-not-known = L’autre lieu ne reconnaît plus cet accord. Parlez-en à la gérance.
network-refused-said = { $reason ->
    [closed] L’autre lieu n’ouvre pas l’accord aujourd’hui.
    [code] Ce code n’existe pas, a servi, ou a plus de dix minutes. Demandez-en un autre.
    [too_many] Trop de codes ont été essayés : attendez quelques minutes.
    [member] Cette personne n’est plus membre de son lieu.
    [already] Cette personne est déjà notée ici pour cette partie de la journée.
    [cap] Cette personne est venue autant de jours que convenu ce mois-ci.
    [units] Le carnet de cette personne n’a plus assez d’unités.
    [day] Les deux lieux ne sont pas au même jour : vérifiez l’horloge.
    [undone] Cette visite a été annulée.
   *[later] Annulez d’abord la visite suivante de cette personne.
}
network-refused-month-open = Le mois n’est pas fini.
network-refused-nothing-due = Il n’y a rien à facturer pour ce mois.
network-refused-no-customer = Choisissez d’abord l’organisation et le produit.
network-refused-not-billed = La facturation n’a pas pris ce montant : vérifiez le produit.
permission-network-own = Utiliser un autre lieu avec son carnet
permission-network-receive = Accueillir les visiteurs d’autres lieux
permission-network-read = Voir les accords avec d’autres lieux et ce qui est réclamé
permission-network-manage = Conclure et changer les accords avec d’autres lieux
activity-network-invited = a invité { $name }
activity-network-joined = l’accord avec { $name } est conclu
activity-network-terms-set = a changé les conditions avec { $name }
activity-network-suspended = a suspendu l’accord avec { $name }
activity-network-resumed = a repris l’accord avec { $name }
activity-network-ended = a terminé l’accord avec { $name }
activity-network-visit-made = est allé à { $name } le { $day } : { $units } unités
activity-network-visit-undone = la visite à { $name } du { $day } est annulée : { $units } unités rendues
activity-network-visitor-received = a accueilli quelqu’un de { $name }
activity-network-visitor-undone = a annulé la visite de quelqu’un de { $name }
activity-network-claimed = a porté au compte les visites de { $month } des membres de { $name }
activity-network-claim-undone = a repris ce qui était porté au compte pour les visites de { $month } des membres de { $name }
network-holding-visits = Visites dans d’autres lieux
network-holding-visits-purpose = Compter les visites payées par un carnet d’un autre lieu, et régler les comptes entre les lieux
network-holding-codes = Codes de visite
network-holding-codes-purpose = Reconnaître à l’accueil d’un autre lieu qui vient avec son carnet
network-holding-partners = Accords avec d’autres lieux
network-holding-partners-purpose = Savoir avec quels lieux les carnets sont partagés
