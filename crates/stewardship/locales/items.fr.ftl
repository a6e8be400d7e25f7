# Clés, badges et casiers.
stewardship-post-and-keys = Courrier et clés
stewardship-items = Clés et badges
stewardship-items-lead = Ce qui est confié, à qui, contre quel dépôt.
stewardship-items-for = Pour { $name } : choisissez ce que vous remettez.
stewardship-items-office-lead = Ce qui peut être confié, et le dépôt demandé.
stewardship-items-file = cles-et-badges
stewardship-items-keep = Tenir la liste
stewardship-items-see-out = Voir ce qui est confié
stewardship-items-out = { $count ->
    [0] Rien n’est confié
    [one] Un objet confié
   *[other] { $count } objets confiés
}
stewardship-items-free = { $count ->
    [0] Rien à l’accueil
    [one] Un objet à l’accueil
   *[other] { $count } objets à l’accueil
}
stewardship-items-late = { $count ->
    [one] Un retour est en retard.
   *[other] { $count } retours sont en retard.
}
stewardship-items-none-out = Aucune clé, aucun badge n’est dehors.
stewardship-items-none = Aucune clé, aucun badge
stewardship-items-none-text = La gérance inscrit d’abord les clés, les badges et les casiers.
stewardship-items-office-none-text = Inscrivez la première clé : l’accueil pourra la confier.
stewardship-items-retired = Hors d’usage
stewardship-item-key = Clé
stewardship-item-badge = Badge
stewardship-item-locker = Casier
stewardship-item-kind = Nature
stewardship-item-number = Numéro
stewardship-item-number-hint = Ce qui est gravé ou collé dessus.
stewardship-item-opens = Ouvre, ou se trouve
stewardship-item-holder = Confié à
stewardship-item-since = Depuis
stewardship-item-due = Retour prévu
stewardship-item-deposit = Dépôt
stewardship-item-method = Reçu par
stewardship-item-new = Inscrire un objet
stewardship-item-add = Inscrire
stewardship-item-kept = L’objet est enregistré.
stewardship-item-retire = Retirer
stewardship-item-retire-of = Retirer { $number } de l’usage
stewardship-item-restore = Remettre en usage
stewardship-item-restore-of = Remettre { $number } en usage
stewardship-item-free = à l’accueil
stewardship-item-out = confié
stewardship-item-unused = hors d’usage
stewardship-item-late = en retard
stewardship-item-past = Auparavant
stewardship-item-returned = rendu
stewardship-item-damaged = rendu abîmé
stewardship-item-lost = perdu
stewardship-item-outcome = Que devient l’objet ?
stewardship-outcome-returned = Rendu en état
stewardship-outcome-returned-text = Le dépôt revient en entier.
stewardship-outcome-damaged = Rendu abîmé
stewardship-outcome-damaged-text = La réparation peut être facturée.
stewardship-outcome-lost = Perdu
stewardship-outcome-lost-text = L’objet n’est plus confié ; le remplacement peut être facturé.
stewardship-item-cost = Coût pour la personne, TTC
stewardship-item-cost-hint = Pris sur le dépôt ; ce qui dépasse s’ajoute à la prochaine facture.
stewardship-item-cost-of = coût { $amount }
stewardship-item-no-product = La gérance n’a pas dit sous quel article facturer une perte : le dépôt revient en entier.
stewardship-item-product = Pertes et dégâts
stewardship-item-product-hint = L’article sous lequel une perte ou un dégât est facturé.
stewardship-item-product-kept = L’article est enregistré.
stewardship-product = Article
stewardship-item-charge = { $kind ->
    [key] Clé
    [locker] Casier
   *[badge] Badge
} { $number }, { $outcome ->
    [lost] remplacement
   *[damaged] réparation
}
stewardship-item-is-handed-over = L’objet est confié.
stewardship-item-taken-back = C’est noté. À rendre à la personne : { $back }.
stewardship-take-back = Reprendre
stewardship-take-back-of = Reprendre { $what }
stewardship-due-day = retour prévu le { $day }
stewardship-deposit-of = dépôt { $amount }
stewardship-deposit-held = Dépôt reçu : { $amount }
stewardship-no-deposit = Pas de dépôt
stewardship-to-whom = À qui ?
stewardship-to-whom-hint = Trois lettres du nom.
stewardship-somebody-else = Quelqu’un d’autre
stewardship-person-card = Sa fiche
stewardship-hand-something-over = Confier un objet
stewardship-person-holds = { $count ->
    [0] Rien en main
    [one] Un objet en main
   *[other] { $count } objets en main
}
stewardship-person-holds-none = Ni clé ni badge.
stewardship-refused-item-number = Un autre objet de cette nature porte ce numéro.
stewardship-refused-item-held = Quelqu’un l’a déjà.
stewardship-refused-item-retired = Cet objet est hors d’usage.
stewardship-refused-item-holder = Cette personne n’est pas connue ici.
stewardship-refused-item-amount = Un montant entre 0 et 1 000.
stewardship-refused-item-method = Dites comment le dépôt est reçu.
stewardship-refused-item-due = Le retour est prévu avant aujourd’hui.
stewardship-refused-item-ended = Cet objet a déjà été repris.
stewardship-refused-item-nothing = Un objet rendu en état ne coûte rien.
stewardship-refused-item-product = La gérance doit d’abord dire sous quel article facturer une perte.
stewardship-refused-item-charge = Ce coût ne peut pas être facturé.
stewardship-refused-item-payment = La part gardée ne peut pas être enregistrée comme règlement.
activity-item-created = a inscrit l’objet
activity-item-changed = a modifié l’objet
activity-item-retired = a retiré l’objet de l’usage
activity-item-restored = a remis l’objet en usage
activity-item-handed-over = a confié { $kind ->
    [key] la clé
    [locker] le casier
   *[badge] le badge
} { $number } à { $name }
activity-item-returned = a repris { $kind ->
    [key] la clé
    [locker] le casier
   *[badge] le badge
} { $number } de { $name }
activity-item-damaged = a repris, abîmé : { $kind ->
    [key] la clé
    [locker] le casier
   *[badge] le badge
} { $number } de { $name }
activity-item-lost = a noté perdu : { $kind ->
    [key] la clé
    [locker] le casier
   *[badge] le badge
} { $number } de { $name }
activity-items-product-set = facture les pertes sous « { $product } »
stewardship-consumption = Consommations
stewardship-consumption-lead = Impressions, café, repas : ce qui est pris au comptoir va sur la prochaine facture.
stewardship-consumption-what = Quoi
stewardship-consumption-quantity = Combien
stewardship-consumption-add = Ajouter au compte
stewardship-consumption-added = C’est sur le compte.
stewardship-consumption-removed = C’est retiré du compte.
stewardship-consumption-open = Pris depuis la dernière facture
stewardship-consumption-none = Rien depuis la dernière facture.
stewardship-consumption-remove = Retirer
stewardship-consumption-remove-of = Retirer { $what }
stewardship-consumption-nothing = Rien n’est vendu à la pièce
stewardship-consumption-nothing-text = Donnez un prix à la pièce à un article de la famille « autre », dans les tarifs.
stewardship-refused-consumption-not-sold = Cet article n’est pas vendu à cette personne aujourd’hui.
stewardship-refused-consumption-quantity = Indiquez un nombre entre 1 et 10 000.
stewardship-refused-consumption-invoiced = C’est déjà facturé : seul un avoir peut l’annuler.
stewardship-refused-consumption-not-billed = La facturation ne prend pas cette ligne.
activity-consumption-added = { $name } a pris { $count } × { $what }
activity-consumption-removed = Retiré du compte de { $name } : { $what }
