/** Italian support vocabulary → English, most usual translation first; read by parseGlossary. */
export const ITALIAN = `
# devices and printing;
mouse computer tablet scanner toner driver usb bluetooth; stampante stampanti: printer; stampare
stampa stampato: print, printing; ristampare ristampa: reprint; dispositivo dispositivi apparecchio:
device; accessorio: accessory; schermo monitor: screen, display; tastiera: keyboard; cavo cavi:
cable; spina presa: plug, socket; caricatore caricabatterie: charger; alimentazione alimentatore:
power, supply; batteria: battery; corrente elettricità: power; portatile: laptop; telefono: phone;
cellulare smartphone: mobile, phone; fotocamera telecamera: camera; altoparlante: speaker; cuffie:
headphones; suono audio: sound, audio; microfono: microphone; lettore lettori: reader, scanner;
scansione scansionare: scan; bilancia bilance: scale; pesare: weigh; peso: weight; cucina: kitchen;
cassetto: drawer, cash; rotolo rotoli: roll, paper; carta carte: card, paper; inceppamento
inceppata: jam; inchiostro cartuccia: ink, cartridge; etichetta etichette: label; adesivo: sticker;
porta: port, door; collegare collegato collegamento: connect, connection, link; scollegare
scollegato: disconnect, unplug; accoppiare associare associazione: pair, link; disco: disk, drive;
memoria: memory, storage; pulsante tasto: button, key; modello modelli: model, template; seriale:
serial; garanzia: warranty; riparazione riparare: repair; pezzo ricambio: part, spare; sostituzione
sostituire: replacement, replace; tecnico: technician; manutenzione: maintenance; carattere
caratteri: character, font; illeggibile: unreadable;
# till, receipts and closing;
contactless chip menu; scontrino scontrini ricevuta ricevute: receipt; cassa casse: till, register,
pos; cassiere cassiera: cashier, staff; incassare incasso incassi: payment, takings, collect;
registratore: register, cash; pos: pos, terminal; resto: change; contanti: cash; denaro soldi:
money, cash; banconota: note, bill; moneta monete: coin; contare conteggio: count; turno turni:
shift; chiusura chiudere chiuso chiude: closing, close, shift; apertura: opening; differenza:
difference, discrepancy; ammanco: shortage, difference; eccedenza: surplus; terminale terminali:
terminal; credito: credit; debito: debit, debt; bancomat: debit, card; mancia mance: tip, gratuity;
fiscale fiscali: fiscal, tax; controllo controllare: check, control; verifica verificare verificato:
verify, check, verification; asporto: takeaway; piatto: dish; bevanda: drink; menù: menu;
ingrediente: ingredient; cameriere: waiter, staff; comanda: kitchen, order, ticket; fondo: float,
fund;
# payment, billing and tax;
iban euro coupon; pagamento pagamenti: payment; pagare pagato paga: pay, paid, payment; insoluto:
unpaid, overdue; metodo metodi: method; modalità: method, mode; acconto anticipo caparra: deposit,
advance; scadenza: due, expiry, deadline; scaduto scadere scade scaduta: expired, expire, overdue;
rata rate: instalment; bonifico bonifici: transfer, bank; trasferimento trasferire: transfer;
versamento: deposit, payment; accredito accreditare: credit, payout; liquidazione: payout,
settlement; rimborso rimborsi rimborsare rimborsato: refund; addebito addebiti addebitare
addebitato: charge, debit; mandato: mandate; banca bancario: bank; conto conti: account, bill;
estratto: statement; saldo: balance; transazione transazioni: transaction; operazione: transaction,
operation; annullare annullamento annullato: cancel, void, cancellation; storno stornare: void,
reversal, refund; contestazione: dispute; frode: fraud; reclamo: complaint; fattura fatture:
invoice, bill; fatturazione: billing, invoicing; fatturare: bill, invoice; fatturato: revenue,
turnover; preventivo: quote, estimate; sollecito promemoria: reminder; tassa tasse imposta imposte:
tax; iva: vat, tax; aliquota: tax, rate; netto: net; lordo: gross; esente: exempt; contabilità:
accounting; commercialista contabile: accountant, accounting; importo importi: amount; somma: sum,
amount; totale totali: total; subtotale: subtotal; commissione commissioni: fee, commission; costo
costi costare: cost; gratis gratuito: free; prezzo prezzi: price; listino: price, list; tariffa
tariffe: rate, plan, pricing; valuta: currency; cambio cambiare cambiato: change, exchange;
centesimo: cent; sconto sconti: discount; promozione promozioni: promotion; offerta offerte: offer;
buoni: voucher; regalo: gift; fedeltà: loyalty; punto punti: point; premio: reward; arrotondamento
arrotondare: rounding, round; percentuale: percentage; supplemento: surcharge; margine: margin;
profitto guadagno: profit; spesa spese: expense, cost; ricavo ricavi: revenue; riscattare: redeem;
# subscription and contract;
abbonamento abbonamenti: subscription, plan; abbonarsi abbonato: subscribe, subscriber; iscrizione
iscriversi: registration, subscribe; disiscrizione disiscriversi: unsubscribe; piano piani: plan;
prova provare: trial, test, try; licenza licenze: license, licence; rinnovo rinnovare: renewal,
renew; prorogare proroga: extend, extension; disdire disdetta: cancel, cancellation; recesso
recedere: withdrawal, cancel; contratto contratti: contract, agreement; durata: duration, term;
preavviso: notice; sospendere sospeso sospensione: suspend; pausa: pause; mensile: monthly; annuale:
annual, yearly; trimestrale: quarterly; migrare migrazione: migrate, migration; passare passaggio:
switch, upgrade;
# login, account and permissions;
login logout account password pin; accesso accessi: access, login; accedere: login, access, sign;
entrare: login, enter; uscire: logout, exit; disconnettere disconnesso disconnessione: disconnect,
logout; dimenticato dimenticare dimenticata: forgot, forgotten; reimpostare reimpostazione: reset;
ripristinare ripristino: restore, reset, recovery; codice codici: code; utente utenti: user; nome:
name; cognome: last, name; credenziali: credentials, login; registrazione registrare registrato:
registration, register; permesso permessi: permission; autorizzazione autorizzare autorizzato:
authorization, permission, authorize; consentire consentito: allow; diritto diritti: right,
permission; ruolo ruoli: role; amministratore admin: admin, administrator; proprietario titolare:
owner; gestire gestione: manage, management; responsabile: manager; membro membri: member; gruppo:
group; ospite: guest; invitare invito inviti: invite, invitation; sessione: session; sicurezza:
security; sicuro: secure, safe; conferma confermare confermato: confirm, confirmation; convalida
convalidare: validate, validation; autenticazione: authentication; autenticare: authenticate;
fattore fattori: factor; due: two; passaggi: step; impronta: fingerprint; identità: identity;
profilo: profile; hackerato violato: hacked, compromised; sospetto: suspicious; azienda ditta
società: company, business; squadra: team;
# errors and failures;
bug crash virus; errore errori: error; messaggio messaggi: message; guasto: fault, failure, broken;
difetto: defect; problema problemi: problem, issue; disservizio: outage, incident; interruzione:
interruption, outage; difficoltà: difficulty; causa: cause; motivo: reason; bloccare bloccato blocco
blocca: lock, block, stuck; sbloccare sbloccato: unlock; congelato: frozen, freeze; crasha crashare:
crash; arresto arrestare: crash, stop, shutdown; funzionare funziona funzionano funzionamento: work;
fallire fallito fallisce: fail, failed; riuscire riesco riesce: unable, able; avviare avvio avvia:
start, boot, launch; riavviare riavvio: restart, reboot; spegnere spento spegne: off, shutdown;
accendere acceso accende: turn, on; sparire sparito scomparso scomparire: disappear, missing; perso
perdere perde perdita: lost, lose, loss; doppio doppia doppione duplicato: duplicate, double;
duplicare: duplicate; ripetere: repeat; vuoto vuota: empty; svuotare: empty, clear; bianco: blank,
white; nero: black; rosso: red; verde: green; mancare manca mancante: missing; incompleto:
incomplete; completo: complete; lento lentezza: slow; veloce: fast; velocità: speed; ritardo: delay,
late; attesa attendere aspettare: wait; sbagliato sbagliata: wrong; errato errata: incorrect, wrong;
corretto: correct; impossibile: impossible, unable; rifiutato rifiutare rifiuto: declined, rejected;
negato: denied; respinto: rejected; vietato: forbidden; rotto: broken; danneggiato: damaged;
corrotto: corrupt; sconosciuto: unknown; inatteso imprevisto: unexpected; rispondere risponde
risposta: respond, reply, response; lampeggiare lampeggia: blink, flashing; riconoscere riconosciuto
riconosce: recognize, detected; rilevare rilevato: detect; apparire appare compare: appear;
sovrascrivere: overwrite; conflitto: conflict; ignorare: ignore; risolvere risolto: resolve, fixed;
correggere correzione: fix, correct; soluzione: solution; aiuto aiutare: help; assistenza supporto:
support; compatibile: compatible; incompatibile: incompatible; obsoleto: outdated, deprecated;
valido: valid; limite: limit; massimo: maximum; minimo: minimum; illimitato: unlimited; superato:
exceeded;
# messages and notifications;
spam newsletter chat; notifica notifiche: notification; avviso avvisi: notice, alert, warning;
allarme: alarm, alert; email mail e-mail: email, mail; posta: mail, email; sms: sms, text; casella:
inbox, mailbox; allegato allegare: attachment; bozza: draft; mittente: sender; destinatario:
recipient; oggetto: subject; inviare inviato invio invia: send, sent; mandare: send; ricevere
ricevuto ricevo riceve: receive, received; arrivare arriva: arrive; chiamata chiamare: call;
richiesta richiedere: request; chiedere domanda: question, ask; commento: comment; recensione:
review; inoltrare inoltro: forward; reindirizzamento: redirect;
# import, export, reports and files;
report file database backup video; importare importazione: import; esportare esportazione: export;
rapporto resoconto: report; statistica statistiche: statistics, analytics; analisi: analysis,
analytics; cruscotto: dashboard; riepilogo panoramica: summary, overview; anteprima: preview;
grafico grafici: chart, graph; vendita vendite: sale, sales; vendere venduto: sell, sold; venditore:
seller; cronologia storico: history; obiettivo: goal, target; media: average; numero numeri: number;
confronto confrontare: compare, comparison; tabella tabelle: table; foglio: sheet, spreadsheet; riga
righe: row, line; colonna colonne: column; cella: cell; cartella cartelle: folder; documento
documenti: document; modulo moduli: form, module; campo campi: field; inserire inserimento: enter,
insert; compilare: fill; selezionare selezione: select, selection; lista elenco: list; dati: data;
copia copiare: copy; salvare salvato salvataggio: save; recuperare recupero: recover, recovery;
eliminare eliminato eliminazione: delete, remove; cancellare cancellato cancellazione: delete,
cancel, deletion; rimuovere rimosso: remove; cestino: trash, bin; scaricare scaricamento: download;
caricare caricamento: upload, load; aprire aperto apre: open; modificare modifica modifiche: edit,
change; personalizzare personalizzato: customize, custom; creare creazione creato: create; generare:
generate; aggiungere aggiunto: add; incollare: paste; spostare: move; rinominare: rename; unire:
merge, join; assegnare: assign; condividere condivisione condiviso: share, sharing; dividere
divisione: split; pubblicare pubblicazione: publish; approvare approvazione: approve, approval;
accettare: accept; archiviare archivio: archive; cercare ricerca: search; trovare trovato: find,
found; filtro filtri filtrare: filter; risultato risultati: result; ordinare: sort, order; scegliere
scelta: choose, select; mostrare mostra visualizzare visualizzazione: display, show, view; visibile:
visible; nascondere nascosto: hide, hidden; cliccare clic: click; premere: press; attivare
attivazione attivato: activate, enable; disattivare disattivato: disable, deactivate; abilitare
abilitato: enable; disabilitare: disable; disponibile: available; disponibilità: availability;
impostazione impostazioni impostare: setting, settings; configurare configurazione: configure,
configuration; opzione opzioni: option; guida: guide; manuale: manual; corso: course; condizione
condizioni: terms, conditions; formato: format; dimensione: size; pagina pagine: page; virgola:
comma; foto: photo, image; immagine immagini: image; spazio: space, storage; archiviazione: storage;
testo: text; titolo: title; contenuto: content;
# app, update and web;
software browser web link online offline server internet wifi token webhook router cookie cache;
installare installazione: install, installation; disinstallare: uninstall; aggiornare aggiornamento
aggiornato: update, upgrade; versione versioni: version; ultimo ultima: latest, last; applicazione
app: app, application; programma: program; funzione funzionalità: feature, function; sito: website,
site; dominio: domain; estensione: extension; finestra: window; scheda: tab, card; icona: icon;
interfaccia: interface; tema: theme; lingua: language; traduzione: translation; italiano: italian;
inglese: english; integrazione integrare: integration, integrate; sincronizzare sincronizzazione:
sync, synchronization; automatico automaticamente: automatic, automatically; regola: rule; attività:
task, activity; progetto: project; sistema: system; nuovo nuova: new; precedente: previous;
# shop, orders and shipping;
ordine ordini: order; carrello: cart, basket; comprare acquistare acquisto acquisti: buy, purchase;
acquirente: buyer, customer; negozio negozi: store, shop; commercio: commerce; dettaglio dettagli:
details, retail; consegna consegne consegnare consegnato: delivery, deliver; spedizione spedizioni
spedire spedito: shipping, shipment, ship; fornitore fornitori: supplier; pacco pacchi: parcel,
package; ritiro ritirare: pickup, collect; reso resi restituire restituzione: return; indirizzo
indirizzi: address; corriere: courier, carrier; dogana: customs; estero: international; tracciamento
tracciare: tracking; paese: country; città: city;
# products and stock;
barcode; magazzino: warehouse, stock; giacenza giacenze scorte: stock, inventory; inventario:
inventory, stocktake; esaurito: stock, sold, out; riordino: reorder; prodotto prodotti: product;
articolo articoli: item, product, article; merce: goods; variante varianti: variant; taglia: size;
colore: color, colour; quantità: quantity; unità: unit; lotto: batch, lot; categoria: category;
marca: brand; barre: barcode; catalogo: catalog, catalogue; negativo: negative;
# people, places and time;
date; cliente clienti: customer; personale: staff, personal; dipendente dipendenti: employee, staff;
collega: colleague; capo: manager, boss; tavolo tavoli: table; filiale: branch; sede posizione:
location; orario orari: hours, schedule, opening; prenotazione prenotazioni prenotare: booking,
reservation; appuntamento appuntamenti: appointment; calendario: calendar; evento: event; ufficio:
office; ferie vacanza: vacation, leave, holiday; stipendio: salary, payroll; assenza: absence;
riunione: meeting; festivo: holiday; ore: hour, time; mezzanotte: midnight; legale: legal, daylight,
saving; solare: solar, daylight, saving; fuso: timezone, time, zone; fine: end; settimana settimane:
week; data: date; oggi: today; ieri: yesterday; domani: tomorrow; giorno giorni: day; mese mesi:
month; anno anni: year; trimestre: quarter; notte: night; periodo: period; giornaliero quotidiano:
daily; settimanale: weekly; minuto minuti: minute; secondo secondi: second; tempo: time; lunedì:
monday; martedì: tuesday; mercoledì: wednesday; giovedì: thursday; venerdì: friday; sabato:
saturday; domenica: sunday; prossimo: next; urgente: urgent;
# network, security and legal;
privacy gdpr; rete reti: network; connessione: connection; connettere connesso: connect, connected;
certificato certificati: certificate; chiave chiavi: key; firma firmare: signature, sign;
crittografia: encryption; segnale: signal; protezione: protection; consenso: consent; legge: law;
politica: policy; obbligatorio: required, mandatory; necessario: required, necessary; usare
utilizzare utilizzo uso: use, usage; priorità: priority; suggerimento: suggestion; requisito
requisiti: requirement; termini: terms; salve solo buono volta resta restare credere credo preso
dato inoltre ora stato stata:;
`;
