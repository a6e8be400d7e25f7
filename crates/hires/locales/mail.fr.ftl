# Courriels aux clients.
hires-mail-greeting = Bonjour { $reader },
hires-mail-guarantee = Un dépôt de garantie de { $amount } est à remettre avant l’événement ; il n’est pas facturé.
hires-mail-proof-subject = Confirmez votre demande : { $when }
hires-mail-proof-text = Vous avez demandé à privatiser { $place } ({ $when }, { $people } personnes). Suivez le lien pour nous envoyer la demande.
    Si ce n’est pas vous, ne faites rien : elle sera oubliée d’elle-même.
hires-mail-proof-button = Envoyer la demande
hires-mail-received-subject = Nous avons votre demande : { $when }
hires-mail-received-text = Nous avons bien reçu votre demande de privatisation ({ $occasion }, { $when }, { $people } personnes).
    Nous regardons les espaces et vous répondons par un devis, en général sous deux jours ouvrés.
hires-mail-received-button = Voir
hires-mail-refused-subject = Votre demande : { $when }
hires-mail-refused-text = Nous ne pouvons malheureusement pas vous accueillir ({ $when }, { $people } personnes).
hires-mail-refused-button = Voir
hires-mail-quote-subject = Votre devis { $number } : { $subject }
hires-mail-quote-text = Voici notre devis { $number } : { $total } TTC. Il est joint à ce courriel ; en ligne, vous choisissez les options, posez une question, acceptez ou déclinez.
    Il est valable jusqu’au { $until } inclus, et les espaces vous sont gardés jusque-là.
    { $guarantee }
hires-mail-quote-button = Lire et répondre
hires-mail-reminder-subject = Plus que quelques jours pour votre devis { $number }
hires-mail-reminder-text = Votre devis { $number } ({ $subject }) est valable jusqu’au { $until } inclus. Ensuite, les espaces sont rendus.
    Si quelque chose ne convient pas, dites-le-nous : nous pouvons en faire un autre.
hires-mail-reminder-button = Lire et répondre
hires-mail-accepted-subject = C’est réservé : { $subject }
hires-mail-accepted-text = Merci ! { $by } a accepté le devis { $number } : { $total } TTC. Les espaces sont réservés ; le devis accepté est joint.
    La facture suit le mois de l’événement. { $guarantee }
hires-mail-accepted-button = Relire le devis
hires-mail-reply-subject = Votre demande : { $when }
hires-mail-reply-text = { $place } vous écrit au sujet de votre demande ({ $when }) :
hires-mail-reply-button = Voir
hires-mail-withdrawn-subject = Le devis { $number } est retiré
hires-mail-withdrawn-text = Nous avons retiré le devis { $number } ({ $subject }) : il ne peut plus être accepté. Si un autre doit le remplacer, il arrive par courriel.
hires-mail-withdrawn-button = Voir
hires-mail-expired-subject = Le devis { $number } n’est plus valable
hires-mail-expired-text = Le devis { $number } ({ $subject }) était valable jusqu’au { $until }. Les espaces sont rendus.
    Si le projet tient toujours, demandez-nous un autre devis.
hires-mail-expired-button = Faire une autre demande
hires-mail-settled-subject = Après votre privatisation : { $when }
hires-mail-settled-text = { $outcome ->
    [whole] L’état des lieux est fait, tout est en ordre : votre dépôt de garantie de { $deposit } vous est rendu en entier. Merci d’être venus.
    [beyond] L’état des lieux est fait. Un dommage coûte { $cost } ({ $reason }). Le dépôt de garantie de { $deposit } en couvre { $kept } ; { $owed } seront facturés.
   *[part] L’état des lieux est fait. Un dommage coûte { $cost } ({ $reason }) : { $kept } sont retenus sur le dépôt de garantie de { $deposit }, et { $returned } vous sont rendus.
    }
hires-mail-settled-button = Voir

# Courriels au lieu.
hires-mail-arrived-subject = Demande de privatisation : { $who }, { $when }
hires-mail-arrived-text = { $who } demande à privatiser le lieu : { $occasion }, { $when }, { $people } personnes.
hires-mail-arrived-button = Voir la demande
hires-mail-house-accepted-subject = Devis { $number } accepté : { $who }
hires-mail-house-accepted-text = { $by } a accepté le devis { $number } ({ $subject }) : { $total } TTC. Les espaces sont réservés, les lignes sont à facturer.
hires-mail-house-accepted-button = Voir la demande
hires-mail-house-declined-subject = Devis { $number } décliné : { $who }
hires-mail-house-declined-text = { $who } a décliné le devis { $number } ({ $subject }). Les espaces sont rendus.
hires-mail-house-declined-button = Voir la demande
hires-mail-house-question-subject = Une question sur le devis { $number } : { $who }
hires-mail-house-question-text = { $who } demande, au sujet du devis { $number } ({ $subject }) :
hires-mail-house-question-button = Répondre
hires-mail-house-expired-subject = Devis { $number } expiré : { $who }
hires-mail-house-expired-text = { $who } n’a pas répondu au devis { $number } ({ $subject }) avant le { $until }. Les espaces sont rendus, le client est prévenu.
hires-mail-house-expired-button = Voir la demande
