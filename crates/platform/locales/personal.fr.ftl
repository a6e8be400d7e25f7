# What the platform holds about people, and the words of the law for it.
shell-holding-mail = Courriels envoyés par le lieu
shell-holding-mail-purpose = Prévenir, confirmer, envoyer les factures, et savoir ce qui a été écrit à qui
shell-holding-activity = Journal des actions
shell-holding-activity-purpose = Savoir qui a fait quoi : sécurité, erreurs à réparer, historique montré sur chaque fiche
shell-holding-work = Travaux du programme
shell-holding-work-purpose = Faire en arrière-plan ce qui a été demandé, et ne pas le faire deux fois
shell-basis-contract = Contrat (RGPD, art. 6.1 b)
shell-basis-legal-obligation = Obligation légale (RGPD, art. 6.1 c)
shell-basis-legitimate-interest = Intérêt légitime du lieu (RGPD, art. 6.1 f)
shell-basis-consent = Consentement (RGPD, art. 6.1 a)
