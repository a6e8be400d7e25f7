spaces-occupancy-spaces = Espaces
spaces-figures-people-title = Personnes
spaces-figures-different = Personnes différentes
spaces-figures-organisations = Organisations facturées
spaces-figures-organisations-month = Organisations facturées, dernier mois
spaces-figures-people = Personnes
spaces-figures-offer = Offre
spaces-figures-audience = Public
spaces-figures-by-offer = Par offre
spaces-figures-by-offer-text = Demi-journées passées au poste, selon le forfait tenu ce jour-là, le carnet ou l’essai.
spaces-figures-by-audience = Par public
spaces-figures-by-audience-text = Au poste et dans les salles. Un carnet compte parmi les nomades, un essai parmi les extérieurs.
spaces-figures-by-month = Par mois, sur un an
spaces-figures-by-month-text = Une personne venue dix fois dans le mois compte une fois.
spaces-figures-nobody = Personne n’est venu ces jours-là.
spaces-figures-grounds = { $kind ->
    [pass] Carnet
    [plan] Forfait
    [trial] Essai
    [staff] Équipe
   *[debt] À régler
}
spaces-figures-file = occupation-{ $table }.csv
spaces-revenue-title = Recettes
spaces-revenue-text = Ce qui a été porté au compte des clients, hors taxes, au mois auquel cela se rapporte ; les avoirs sont déduits.
spaces-revenue-none = Rien n’a été facturé ces mois-là
spaces-revenue-none-text = Les réservations, les forfaits et les carnets apparaissent ici dès qu’ils sont vendus.
spaces-revenue-total = Total HT
spaces-revenue-by-month = Par mois
spaces-revenue-by-line = Par article
spaces-revenue-line = Article
spaces-revenue-net = HT
spaces-revenue-charges = Lignes
spaces-revenue-share = Part
spaces-revenue-family-head = Famille
spaces-revenue-family = { $family ->
    [room] Salles
    [plan] Forfaits
    [pass] Carnets
    [desk] Postes
   *[other] Autres
}
spaces-feed-by-space = Un calendrier par espace
spaces-feed-by-space-text = Les mêmes réservations, avec qui les a faites, espace par espace. Ces adresses cessent de répondre avec celle du lieu.
