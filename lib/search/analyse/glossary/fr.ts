/** French support vocabulary → English, most usual translation first; read by parseGlossary. */
export const FRENCH = `
# devices and printing;
microphone volume toner usb bluetooth maintenance; imprimante imprimantes: printer; imprimer imprimé
impression: print, printing; réimprimer: reprint; appareil: device; matériel: hardware, equipment;
accessoire: accessory; périphérique: device, peripheral; écran moniteur: screen, display; affichage
afficheur: display; clavier: keyboard; souris: mouse; câble: cable; prise: plug, socket; chargeur:
charger; alimentation: power, supply; batterie pile: battery; électricité: power; panne: outage,
failure, breakdown; coupure: outage, cut; ordinateur pc: computer; portable: laptop, mobile;
téléphone: phone; smartphone mobile: mobile, phone; tablette: tablet; caméra webcam: camera;
haut-parleur enceinte: speaker; casque: headset, headphones; micro: microphone; bip: beep; scanner
lecteur: reader, scanner; douchette: barcode, scanner; scanné numériser numérisation: scan; balance:
scale, balance; peser pesée: weigh; poids: weight; cuisine: kitchen; tiroir tiroir-caisse: drawer,
cash; rouleau rouleaux: roll, paper; papier: paper; bourrage: paper, jam; encre cartouche: ink,
cartridge; étiquette étiquettes: label; autocollant: sticker; pilote: driver; branchement:
connection, plug; brancher branché: plug, connect; débrancher débranché: unplug; appairer appairage
jumelage: pair, pairing; disque: disk, drive; mémoire: memory, storage; bouton touche: button, key;
télécommande: remote; téléviseur télé: tv; résolution: resolution; luminosité: brightness; série:
serial, series; modèle: model, template; fabricant: manufacturer; garantie: warranty; réparation
réparer: repair; pièce: part, piece; remplacement remplacer: replacement, replace; technicien:
technician; entretien: maintenance; caractère caractères: character; police: font; accent accents:
accent, character; illisible: unreadable; flou: blurry;
# till, receipts and closing;
terminal contact menu; ticket tickets: receipt, ticket; reçu reçus: receipt, received; caisse
caisses: till, register, pos; encaisser encaissement: charge, payment, checkout; caissier caissière:
cashier, staff; fond: float; monnaie: change, currency; espèces liquide comptant: cash; argent:
money, cash; billet billets: note, ticket; compter comptage: count; équipe: shift, team; service
services: shift, service; clôture clôturer clôturé: closing, close, shift; fermeture: closing;
ouverture: opening; écart: difference, discrepancy; différence: difference; manquant: missing,
shortage; excédent: surplus; terminaux: terminal; tpe: card, terminal, reader; carte cartes: card;
bancaire bancaires: bank, card; crédit: credit; débit: debit; sans-contact: contactless; pourboire
pourboires: tip, gratuity; puce: chip; coffre: safe; fiscal fiscale fiscaux: fiscal, tax; contrôle
contrôler: check, audit; vérifier vérification vérifié: verify, check, verification; emporter:
takeaway; plat plats: dish; boisson: drink; recette: recipe, revenue; ingrédient: ingredient;
serveur: server, waiter; serveuse: waitress, staff; bons: voucher, order;
# payment, billing and tax;
iban transaction total euro coupon point; paiement paiements: payment; payer payé payée paie: pay,
paid, payment; impayé impayée: unpaid, overdue; règlement: payment, settlement; régler: pay, settle;
moyen: method; mode: mode, method; acompte arrhes caution: deposit; avance: advance; échéance: due,
date; mensualité mensualités: instalment, monthly; virement: transfer, payout; verser versé: pay,
payout; versement versements: payout, payment; remboursement remboursements rembourser remboursé:
refund; prélever prélevé débiter débité: charge, debit; prélèvement: direct, debit; mandat: mandate;
créditer crédité: credit; banque: bank; rib: bank, details; relevé: statement; solde soldes:
balance, sale; dette: debt; opération: transaction, operation; annuler annulé annulation: cancel,
void, cancellation; rétrofacturation: chargeback; litige contester contestation: dispute; fraude:
fraud; frauduleux: fraudulent; réclamation: complaint; facture factures: invoice, bill; facturation:
billing; facturer facturé: bill, charge; devis: quote, estimate; relance rappel: reminder; impôt
impôts taxe taxes: tax; tva: vat, tax; taux: rate; ht: net, tax; ttc: gross, tax, included; exonéré
exonération: exempt, exemption; comptabilité compta: accounting; comptable: accountant, accounting;
montant montants: amount; somme: sum, amount; totaux: total; sous-total: subtotal; frais: fee, fees;
commission: commission, fee; coût coûts coûter coûte: cost; gratuit gratuitement: free; prix: price;
tarif tarifs: price, pricing, rate; devise devises: currency; change: exchange, change; euros: euro;
centime centimes: cent; remise remises réduction rabais ristourne: discount; promotion promo:
promotion, promo; promotionnel: promo, code; offre offres: offer, plan; chèque: cheque, check;
cadeau cadeaux: gift; fidélité: loyalty; points: point; récompense: reward; arrondi arrondir:
rounding, round; pourcentage: percentage; supplément: surcharge, extra; intérêt intérêts: interest;
don: donation; marge: margin; bénéfice: profit; dépense dépenses: expense; revenu revenus: revenue,
income; chiffre: figure, revenue; bilan: balance, sheet; écriture: entry;
# subscription and contract;
abonnement abonnements: subscription, plan; abonner abonné: subscribe, subscriber; désabonner
désabonnement désinscrire désinscription: unsubscribe; forfait: plan, package; formule: plan,
formula; essai: trial; licence: license, licence; renouveler renouvellement renouvelé: renew,
renewal; reconduction: renewal; prolonger prolongation: extend, extension; expirer expiré
expiration: expire, expired, expiry; résilier résiliation résilié: cancel, cancellation; contrat
contrats: contract, agreement; engagement: commitment, term; durée: duration, term; préavis: notice;
rétractation: withdrawal, cancel; suspendre suspendu suspension: suspend, pause; pause: pause,
break; mensuel mensuelle: monthly; annuel annuelle: annual, yearly; trimestriel: quarterly; migrer
migration: migrate, migration; basculer: switch;
# login, account and permissions;
pin code permission session; connexion: login, connection; connecter connecté: login, connect,
connected; déconnexion: logout, disconnect; déconnecter déconnecté: logout, disconnected;
identifiant identifiants: username, login, credentials; identifier identification: identify, login;
inscription: registration, signup; inscrire inscrit: register, signup; enregistrer: save, register;
enregistré: saved, registered; enregistrement: recording, registration, save; mot: word; passe mdp:
password; oublié oublier: forgot, forgotten; réinitialiser réinitialisation réinitialisé: reset;
codes: code; compte: account; utilisateur utilisateurs: user; nom: name; prénom: first, name;
pseudo: username; accès accéder: access; autorisation autorisations: permission, authorization;
autoriser autorisé: allow, permission, authorized; droit droits: permission, right; rôle rôles:
role; administrateur administratrice admin: admin, administrator; propriétaire: owner; gérant:
manager, owner; gérer gestion: manage, management; gestionnaire: manager; membre membres: member;
groupe: group; invité invités: guest; inviter invitation: invite, invitation; rejoindre: join;
sessions: session; sécurité: security; sécurisé: secure; confirmer confirmation confirmé: confirm,
confirmation; valider validation validé: validate, approve, validation; authentification:
authentication; authentifier: authenticate; facteur facteurs: factor; deux: two; étapes étape: step;
empreinte: fingerprint; visage: face; identité: identity; profil: profile; transférer transfert:
transfer; piraté pirater piratage: hacked, compromised; hameçonnage: phishing; suspect: suspicious;
refus: decline, refusal; entreprise société: company, business; organisation: organization;
# errors and failures;
message bug incident cause crash long incorrect correct solution support incompatible virus minimum;
erreur erreurs: error; messages: message; bugs bogue: bug; défaut: defect, default, fault; problème
problèmes souci soucis: problem, issue; dysfonctionnement: malfunction, issue; difficulté:
difficulty; raison: reason; planter planté plantage plante crasher crashe: crash; figé figer fige
gelé: freeze, frozen; bloquer bloqué blocage: block, blocked, stuck; débloquer déblocage débloqué:
unlock, unblock; verrouiller verrouillé verrouillage: lock, locked; déverrouiller déverrouillage:
unlock; fonctionner fonctionne fonctionnent marcher marche: work; échouer échoué échoue: fail,
failed; échec échecs: failure, failed; démarrer démarrage: start, startup; redémarrer redémarrage:
restart, reboot; lancer lancement: launch, start; arrêter arrêt arrête arrêté: stop; éteindre
éteint: off, shutdown; allumer allumé: turn, on; disparaître disparu disparaît disparue
disparaissent: disappear, missing, disappeared; perdu perdre perdue perd: lost, lose; perte: loss;
doublon doublons dupliquer dupliqué: duplicate; double: double, duplicate; deux-fois: twice;
plusieurs: multiple; répéter répétition: repeat; vide vides: empty, blank; vider: clear, empty;
blanc blanche: white, blank; noir: black; rouge: red; vert: green; manquer manque: missing;
incomplet: incomplete; complet: complete, full; lent lente lenteur: slow; rapide: fast; vitesse:
speed; longue: long; délai délais: delay, time, deadline; retard: delay, late; attente: wait,
pending; attendre attend: wait; dépassé: exceeded, timeout; faux fausse: wrong, false; mauvais
mauvaise: wrong, bad; erroné: incorrect, wrong; impossible: impossible, unable, cannot; refusé
refuser: declined, rejected, refused; rejeter rejeté rejet: rejected, reject; interdit: forbidden;
interrompu interruption interrompre: interrupted, interruption; cassé: broken; endommagé: damaged;
corrompu: corrupt; inconnu: unknown; inattendu: unexpected; soudain soudainement: suddenly; parfois:
sometimes; toujours: always; constamment: constantly; aléatoire: random; répondre répond réponse:
respond, reply, response; clignoter clignote clignotant: blink, flashing; reconnaître reconnu
reconnaît reconnaissance: recognize, detected; détecter détecté: detect; signaler: report;
apparaître apparaît apparaissent apparu: appear; écraser écrasé: overwrite; conflit: conflict;
ignorer ignoré: ignore, skipped; résoudre résolu: resolve, fixed; corriger correction corrigé: fix,
correct; contourner contournement: workaround; dépannage: troubleshooting; aide aider: help;
assistance: support, help; supporter: support; compatible compatibilité: compatible, compatibility;
obsolète: outdated, deprecated; journal: log; boucle: loop; grisé: greyed, disabled; invalide:
invalid; valide: valid; périmé: expired; limite limiter: limit; maximum: maximum, limit; limité
illimité: limited, unlimited; atteint: reached;
# messages and notifications;
notification spam newsletter arrive question conversation distribution; notifications: notification;
notifier: notify; alerte alertes: alert; avertissement: warning; avis: notice, review; courriel
courriels mail mails email emails e-mail: email, mail; sms: sms, text; messagerie: mailbox,
messaging, email; boîte: inbox, box; réception: inbox, reception; indésirable indésirables: spam;
jointe joint pièce-jointe: attachment; brouillon: draft; expéditeur: sender; destinataire:
recipient; objet: subject, object; envoyer envoyé envoi envoie: send, sent; expédier expédié: ship,
send; recevoir reçoit reçoivent: receive, received; arriver: arrive; appel appels appeler: call;
répondeur: voicemail; transfert-appel: call, forwarding; demande demander: request, ask; commentaire
commentaires: comment; discussion: chat, discussion; plainte: complaint; évaluation: review, rating;
note: note, rating; sondage: survey; rediriger redirection: redirect;
# import, export, reports and files;
import export document archive visible option guide format page image; importer importation: import;
exporter exportation: export; rapport rapports: report; statistique statistiques: statistics,
analytics; analyse analyser: analysis, analytics; tableau tableaux: table, dashboard; bord:
dashboard; aperçu: preview, overview; graphique: chart, graph; vente ventes: sale, sales; vendre
vendu vendus: sell, sold; vendeur: seller, salesperson; affaires: business, revenue; historique:
history; objectif: goal, target; moyenne: average; nombre: number, count; comparer comparaison:
compare, comparison; ligne lignes: line, row, online; colonne colonnes: column; cellule: cell;
fichier fichiers: file; dossier dossiers: folder; répertoire: directory; documents: document;
formulaire formulaires: form; champ champs: field; saisir saisie: enter, input; remplir: fill;
cocher coche: check, tick; case: checkbox, box; liste listes: list; données donnée: data; base:
database; sauvegarde: backup, save; sauvegarder: save, backup; restaurer restauration: restore,
restaurant; récupérer récupération: recover, recovery; supprimer suppression supprimé: delete,
remove, deletion; effacer effacé: delete, clear; retirer retiré: remove, withdraw; corbeille: trash,
bin; télécharger téléchargement: download, upload; téléverser: upload; charger chargement: load,
loading, upload; ouvrir ouvert ouvre: open; fermer fermé ferme: close, closed; modifier modification
modifié: edit, change; changer changement changé: change; personnaliser personnalisation
personnalisé: customize, custom; créer création créé: create; générer généré: generate; ajouter
ajout: add; insérer: insert; copier copie: copy; coller: paste; déplacer: move; renommer: rename;
fusionner fusion: merge; attribuer attribution: assign; associer association: link, assign, match;
partager partage partagé: share, sharing; diviser division: split; séparer séparation: split,
separate; publier publication publié: publish; approuver approbation: approve, approval; accepter:
accept; archiver: archive; chercher rechercher recherche: search; trouver trouvé introuvable: find,
found; filtrer filtre filtres: filter; résultat résultats: result; trier tri: sort; ordre: order;
sélectionner sélection: select, selection; choisir choix: choose, select; afficher affiché: display,
show; vue: view; masquer masqué cacher caché: hide, hidden; cliquer clic: click; appuyer: press;
glisser: drag; activer activation activé: activate, enable; désactiver désactivation désactivé:
disable, deactivate; disponible: available; disponibilité: availability; indisponible: unavailable;
paramètre paramètres réglage réglages: setting, settings; configurer configuration: configure,
setup, configuration; statut état: status, state; progression: progress; manuel: manual; formation:
training; condition conditions: terms, conditions; taille: size; pages: page; encodage: encoding;
séparateur virgule: separator, comma; photo photos: photo, image; images: image; stockage: storage,
stock; espace: space, storage; nuage: cloud; vidéo: video; texte: text; titre: title; contenu:
content;
# app, update and web;
version web cookie extension module interface logo local cache; installer installation installé:
install, installation, setup; désinstaller: uninstall; mise: update; jour: day, update; jours: day;
actualiser: refresh, update; rafraîchir: refresh; versions: version; dernière dernier: latest, last;
application applications appli: app, application; logiciel: software; programme: program;
fonctionnalité fonction: feature, function; navigateur: browser; site sites: site, website; accueil:
home, homepage; lien liens lier lié: link; domaine: domain; cookies: cookie; fenêtre: window;
onglet: tab; icône: icon; barre: bar; thème: theme; langue: language; traduction traduire:
translation, translate; français: french; anglais: english; hébergement: hosting; intégration
intégrer: integration, integrate; synchroniser synchronisation synchronisé: sync, synchronization;
automatique automatiquement: automatic, automatically; règle: rule; tâche tâches: task; projet
projets: project; déclencher déclencheur: trigger; raccourci: shortcut; système: system;
exploitation: operating, system; nouveau nouvelle: new; ancien ancienne: old, previous; suivi:
tracking; suivre: track;
# shop, orders and shipping;
commande commandes commander commandé: order; précommande: preorder; panier: cart, basket; acheter
achat achats acheté: buy, purchase; acheteur: buyer, customer; boutique boutiques magasin magasins:
store, shop; commerce: business, commerce; commerçant: merchant; détail: detail, retail; livraison
livraisons: delivery, shipping; livrer livré: deliver, delivery; livreur: courier, driver;
expédition: shipping, shipment; fournisseur fournisseurs: supplier; colis: parcel, package; retrait:
pickup, withdrawal; retour retours retourner: return; échange échanger: exchange; adresse adresses:
address; postal: postcode, zip; transporteur: carrier; douane: customs; étranger: international;
emballage: packaging; pays: country; ville: city; rue: street;
# products and stock;
stock stocks: stock, inventory; inventaire: stocktake, inventory; entrepôt: warehouse; rupture
épuisé: stock, out, sold; réapprovisionner réapprovisionnement: restock, reorder; produit produits:
product; article articles: item, product, article; marchandise marchandises: goods; variante
variantes déclinaison: variant; couleur: color, colour; quantité quantités: quantity; unité: unit;
lot: batch, bundle; catégorie: category; marque: brand; code-barres barres: barcode; référence:
reference, sku; catalogue: catalog, catalogue; gamme: range; péremption: expiry, date; perte-stock:
shrinkage; négatif: negative;
# people and places;
table absence; client clients cliente clientèle: customer; personnel: staff, personal; employé
employés salarié: employee, staff; collaborateur: colleague, staff; collègue: colleague;
responsable: manager; patron: boss, owner; directeur: manager, director; tables: table; succursale
agence: branch; emplacement: location; lieu: location, place; établissement: location, business;
horaire horaires: opening, hours, schedule; réservation réserver réservé: booking, reservation;
rendez-vous rendez rdv: appointment; calendrier agenda: calendar; événement: event; bureau: office,
desktop; salle: room; hôtel: hotel; vacances congé congés: vacation, leave, holiday; salaire:
salary, payroll; planning: schedule, roster; pointer pointage: clock, time, tracking; réunion:
meeting; fête: holiday; férié: public, holiday; prévu prévoir: planned, scheduled;
# time;
weekend date minute urgent; heure heures: hour, time; minuit: midnight; midi: noon; hiver: winter;
fuseau: timezone, time, zone; week-end: weekend; dates: date; aujourd'hui: today; hier: yesterday;
demain: tomorrow; semaine semaines: week; mois: month; année années: year; trimestre: quarter;
matin: morning; soir: evening; nuit: night; période: period; quotidien journalier: daily;
hebdomadaire: weekly; minutes: minute; seconde secondes: second; horodatage: timestamp; lundi:
monday; mardi: tuesday; mercredi: wednesday; jeudi: thursday; vendredi: friday; samedi: saturday;
dimanche: sunday; prochain prochaine: next; immédiatement: immediately; urgence: urgent;
# network, security and legal;
internet token webhook signature signal suggestion; réseau réseaux: network; wifi wi-fi: wifi, wi,
fi; hors: offline, out; hors-ligne: offline; en-ligne: online; certificat certificats: certificate;
clé clés clef: key; jeton: token; signer signé: sign, signature; chiffrer chiffrement: encryption,
encrypt; routeur: router; fil: wire, cable; débit-internet: bandwidth; fibre: fiber, fibre; fai:
isp; confidentialité: privacy; rgpd: gdpr, privacy; consentement consentir: consent; mentions:
legal, notice; légal légale: legal; loi: law; avocat: lawyer; assurance: insurance; politique:
policy; obligatoire: required, mandatory; nécessaire: required, necessary; besoin: need; utiliser
utilisation: use, usage; priorité: priority; amélioration améliorer: improvement, improve;
anonymiser: anonymize; numéro numéros: number; cgv cgu: terms, conditions; exiger exigence: require,
requirement; bon bonne passer passé soldé important sais maintenant mis pris donner donne essayer
fils bas droite notamment mettre prendre:;
`;
