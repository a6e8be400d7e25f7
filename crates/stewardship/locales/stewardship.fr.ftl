# L’intendance : la vie de la maison au jour le jour.
stewardship-section = Intendance
stewardship-choose = Choisir…
stewardship-find = Chercher
stewardship-nobody-found = Personne ne correspond. Essayez trois lettres du nom, ou créez d’abord la fiche.
stewardship-export = Exporter
stewardship-keep = Enregistrer
stewardship-note = Note
stewardship-first-day = Premier jour
stewardship-last-day = Dernier jour
stewardship-from-day = depuis le { $day }
stewardship-until-day = jusqu’au { $day }
stewardship-refused-too-long = Trop long : { $maximum } caractères au plus.
stewardship-refused-empty = Écrivez quelque chose.
stewardship-refused-reversed = Le dernier jour vient avant le premier.
stewardship-mail-greeting = Bonjour { $name },
permission-stewardship-run = Tenir la maison : courrier, clés, permanences, incidents
permission-stewardship-manage = Régler l’intendance : domiciliations, permanences, listes, matériel
permission-stewardship-own = Voir son courrier et ses permanences, signaler un incident

# What is held about people.
stewardship-holding-deliveries = Courriers et colis
stewardship-holding-deliveries-purpose = Prévenir de ce qui est arrivé et savoir à qui il a été remis
stewardship-holding-items = Clés, badges et casiers prêtés
stewardship-holding-items-purpose = Savoir qui peut entrer, et rendre les cautions
stewardship-holding-duties = Permanences
stewardship-holding-duties-purpose = Savoir qui tient l’accueil, et donner la contrepartie promise
stewardship-holding-house = Consignes, listes et incidents
stewardship-holding-house-purpose = Tenir la maison : qui a signalé, vu ou fait quoi
stewardship-matter-key = Clé { $name }
stewardship-matter-badge = Badge { $name }
stewardship-matter-locker = Casier { $name }
stewardship-matter-post = { $count ->
    [one] { $count } courrier ou colis qui attend à l’accueil
   *[other] { $count } courriers ou colis qui attendent à l’accueil
}
