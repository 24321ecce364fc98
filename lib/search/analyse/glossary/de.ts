/** German support vocabulary → English, most usual translation first; read by parseGlossary. */
export const GERMAN = `
# devices and printing;
hardware touchscreen computer laptop tablet toner usb bluetooth button firmware; drucker: printer;
drucken druckt gedruckt ausdrucken ausgedruckt nachdrucken nachgedruckt: print; druck: print,
printing; ausdruck ausdrucke: printout, print; gerät: device; zubehör: accessory; bildschirm
monitor: screen, display; anzeige display: display, screen; tastatur: keyboard; maus: mouse; kabel:
cable; stecker: plug, connector; steckdose: socket, power; netzteil: power, adapter; akku batterie:
battery; strom: power; stromversorgung: power, supply; ladegerät: charger; lädt geladen lud
nachladen nachgeladen: load, charge; aufladen aufgeladen: charge, topup; rechner pc: computer;
notebook: laptop; handy smartphone: phone, mobile; telefon: phone; rufnummer: phone, number; kamera
webcam: camera; lautsprecher: speaker; kopfhörer headset: headphones, headset; ton: sound, audio;
mikrofon: microphone; lautstärke: volume; scanner handscanner: scanner, barcode; scannen scannt
gescannt einscannen eingescannt: scan; waage: scale; küche: kitchen; schublade: drawer, cash;
kassenschublade: cash, drawer; bonrolle kassenrolle: paper, roll; papier: paper; papierstau: paper,
jam; tinte: ink, cartridge; patrone kartusche: cartridge; etikett: label; preisschild: price, label;
aufkleber: sticker, label; rolle: role, roll; warteschlange: queue; treiber: driver; anschluss:
port, connection; anschließen angeschlossen: connect, plug; koppeln gekoppelt: pair; kopplung:
pairing; festplatte: disk, drive; laufwerk: drive; arbeitsspeicher: memory; schalter: switch,
button; taste: key, button; knopf schaltfläche: button; fernbedienung: remote; fernseher: tv;
auflösung: resolution; seriennummer gerätenummer: serial, number; modell: model; hersteller:
manufacturer; garantie gewährleistung: warranty; reparatur: repair; reparieren repariert: repair,
fix; ersatzteil: spare, part; austausch ersatz: replacement, exchange; austauschen ausgetauscht
ersetzen ersetzt: replace; techniker: technician; wartung: maintenance; schrift schriftart: font;
zeichen: character; sonderzeichen: special, character; umlaute: umlaut, character; buchstaben:
letter;
# till, receipts and closing;
terminal chip allergen; bon kassenbon kassenzettel quittung: receipt; beleg kassenbeleg: receipt,
document; küchenbon bestellbon: kitchen, ticket, order; kasse: till, register, pos; kassensystem
registrierkasse: pos, register, till; kassieren kassiert abkassieren: charge, checkout; kassierer
kassiererin: cashier, staff; kassensturz: cash, count; kassenbuch: cash, book; kassenbestand: cash,
float, balance; anfangsbestand: opening, float; endbestand: closing, balance; wechselgeld: float,
change; rückgeld: change; einlage: deposit, float; entnahme: withdrawal, cash; tresor: safe; bar:
cash; bargeldlos: cashless; geld: money, cash; münze: coin; zählen zählung: count; schicht: shift;
dienst: shift, service; dienstplan schichtplan: schedule, roster, shift; abschluss: closing, close;
kassenabschluss: closing, shift, till; tagesabschluss: closing, day, report; z-bericht: report,
closing; abschließen abgeschlossen: close, complete; differenz: difference, discrepancy;
kassendifferenz: cash, discrepancy, difference; abweichung: discrepancy, deviation; fehlbetrag
manko: shortage, difference; überschuss: surplus, over; kartenterminal kartenlesegerät: card,
reader, terminal; lesegerät: reader, card; leser: reader; karte: card; kreditkarte: credit, card;
girocard ec debitkarte: debit, card; kontaktlos: contactless; trinkgeld: tip, gratuity; einstecken
eingesteckt: insert; tse: tse, fiscal; fiskal fiskalisierung: fiscal, fiscalization; finanzamt: tax,
office; prüfung: check, audit; prüfen prüft geprüft überprüfen überprüft: check, verify;
überprüfung: check, review; außer-haus mitnehmen: takeaway; verzehr: dine; speisekarte: menu; speise
gericht: dish, meal; getränk: drink; zutat: ingredient; rezept: recipe; gang: course; sonderwunsch:
modifier, request; modifikator: modifier; tischplan: floor, plan, table; parken geparkt: park, hold;
splitten: split;
# payment, billing and tax;
sepa bank iban euro cent coupon bonus; zahlung bezahlung: payment; zahlen zahlt gezahlt bezahlen
bezahlt: pay, payment, paid; unbezahlt: unpaid; zahlungsmethode: payment, method; rate: rate,
instalment; zahlungsanbieter zahlungsdienstleister: payment, provider; anzahlung: deposit, payment;
nachzahlung: payment, additional; vorauszahlung vorkasse: prepayment, advance; überweisen überwiesen
überweist: transfer, bank; auszahlen ausgezahlt: payout; einzahlen eingezahlt: deposit; gutschrift:
credit, refund; gutgeschrieben gutschreiben: credit; rückzahlung: refund, repayment; erstatten
erstattet zurückerstatten zurückerstattet rückerstattet rückerstatten zurückzahlen zurückgezahlt:
refund; rückbuchung: chargeback, reversal; rücklastschrift: chargeback, returned, debit;
lastschrift: direct, debit; mandat: mandate; abbuchen abgebucht bucht: charge, debit; buchung:
booking, transaction, charge; buchen gebucht: book, booking; reklamieren: complain, dispute;
reklamation: complaint, dispute; betrug: fraud; umbuchen umgebucht: rebook, change, booking;
umbuchung: rebooking, change; stornieren storniert: cancel, void; transaktion: transaction; vorgang:
transaction, process; storno stornierung: cancellation, void; kontonummer: bank, account;
bankverbindung bankdaten: bank, details, account; kontoauszug: bank, statement; guthaben: balance,
credit; kontostand saldo: balance; offen: open, outstanding; ausstehend: outstanding, pending;
einbehalten: withheld, hold; rechnung: invoice, bill; e-rechnung: invoice, electronic; zahlungsziel:
payment, terms, due; rechnungsadresse rechnungsanschrift: billing, address; abrechnung: billing,
statement, settlement; rechnungsempfänger: billing, contact; verwendungszweck: reference, payment;
abrechnen abgerechnet: bill, settle; berechnen berechnet: calculate, charge; berechnung:
calculation; rechnen: calculate; verrechnen verrechnet: offset, charge; mahnung: reminder, dunning;
fällig: due; fälligkeit: due, date; überfällig: overdue; frist: deadline; buchhaltung: accounting;
buchhalter: accountant; kostenstelle: cost, centre, center; datev: datev, accounting, export;
buchführung: bookkeeping, accounting; steuerberater: tax, accountant; steuer: tax; mehrwertsteuer
mwst umsatzsteuer ust: vat, tax; steuernummer: tax, number, id; ust-id: vat, id, number; steuerfrei:
tax, exempt; steuerpflichtig: taxable; reverse-charge: reverse, charge; netto: net; brutto: gross;
betrag: amount; summe: total, sum; endbetrag gesamtsumme: total, amount; zwischensumme: subtotal;
gesamt: total; gebühr: fee; provision: commission; kosten kostet: cost, price; kostenpflichtig:
paid, charge; kostenlos gratis: free; preis: price, pricing; währung: currency; wechselkurs:
exchange, rate; zinsen: interest; spesen: expenses; reisekosten: travel, expenses; angebot: quote,
offer; rabatt nachlass preisnachlass ermäßigung: discount; ermäßigt: reduced; gutschein: voucher,
coupon; geschenk: gift; geschenkgutschein: gift, card, voucher; kupon: coupon; aktion: promotion,
action; rabattcode: discount, code, promotion; sonderpreis: sale, price; treuepunkte bonuspunkte:
loyalty, points; treueprogramm kundenkarte bonusprogramm: loyalty, program; punkt: point; prämie:
reward; rundung: rounding; werbung: advertising, marketing; kampagne: campaign; runden gerundet:
round, rounding; einlösen eingelöst löst: redeem; einlösung: redemption; anteil: share; prozent
prozentual: percent, percentage; aufpreis aufschlag zuschlag: surcharge;
# subscription and contract;
premium test upgrade downgrade; abo abonnement: subscription, plan; abonnieren abonniert: subscribe;
abonnent: subscriber; tarif: plan, pricing; paket: package, parcel, plan; probezeit testphase
testzeitraum testversion: trial; getestet testet: test; lizenz: license, licence; platz: seat,
place; verlängern verlängert: renew, extend; verlängerung: renewal, extension; laufzeit: term,
duration; automatisch: automatic, automatically; automatische automatisierung: automatic,
automation; kündigen kündigt gekündigt: cancel; kündigung: cancellation, cancel; kündigungsfrist:
cancellation, notice, period; pausieren pausiert: pause; pause: pause, break; vertrag: contract,
agreement; vertragslaufzeit: contract, term; beenden beendet: end, quit; ende: end; hochstufen:
upgrade; herabstufen: downgrade; widerruf widerrufsrecht: withdrawal, cancel, return; widerrufen:
revoke, withdraw; umstellen umgestellt: switch, change; umstellung: change, switch, migration;
wechseln gewechselt wechselt wechsel: change, switch; umziehen umgezogen: move, migrate; umzug:
move, migration; migration migrieren migriert: migration, migrate; testkonto: test, trial, account;
# login, account and permissions;
login pin puk account team authenticator phishing; anmelden anmeldet angemeldet: login, sign, log;
anmeldung: login, sign; einloggen eingeloggt loggt: login, log, sign; abmelden abmeldet abgemeldet:
logout, sign, log; abmeldung: logout, unsubscribe; abbestellen abbestellt abzubestellen:
unsubscribe; ausloggen ausgeloggt: logout, log; registrieren registriert: register, signup;
registrierung: registration, signup; ausgesperrt: locked, lockout; passwort kennwort: password;
vergessen vergisst: forgot, forgotten; zurücksetzen zurückgesetzt: reset; geheimzahl: pin; tan: tan,
code; konto konten: account; benutzer nutzer anwender: user; benutzername nutzername: username,
user; zugang zugänge: access, login; zugänglich: accessible; zugangsdaten anmeldedaten logindaten:
credentials, login; zugriff: access; berechtigung erlaubnis: permission; rechte: permission, rights;
berechtigt: allowed, permission; erlauben erlaubt: allow; profil: profile; administrator admin:
admin, administrator; eigentümer inhaber besitzer: owner; mitglied: member; mitgliedschaft:
membership; verwalten verwaltet: manage; verwaltung: management, administration; gruppe: group;
gast: guest; einladen eingeladen: invite; teilnehmer: participant, attendee; abteilung: department;
organisation: organization; unternehmen firma betrieb: company, business; mandant: tenant, client;
einladung: invitation, invite; beitreten beigetreten: join; sitzung: session; sicherheit: security;
sicher: secure, safe; unsicher: insecure; bestätigen bestätigt: confirm, verify; bestätigung:
confirmation; bestätigungslink aktivierungslink: confirmation, link, activation; bestätigungscode
sicherheitscode: verification, code; verifizieren verifiziert: verify, verification; verifizierung:
verification; identität: identity; ausweis: id, identity; nachweis: proof, document;
authentifizierung: authentication; authentifizieren authentifiziert: authenticate; zwei-faktor
zwei-faktor-authentifizierung zweifaktor: two, factor, 2fa, authentication; einmalpasswort: one,
time, code, otp; fingerabdruck: fingerprint; gesichtserkennung: face, recognition; übertragen
überträgt: transfer; übernehmen übernommen: transfer, apply; gehackt hacken: hacked, compromised;
missbrauch: abuse, fraud; verdächtig: suspicious;
# errors and failures;
bug start performance timeout support; fehler: error, bug; fehlermeldung: error, message;
fehlerhaft: faulty, incorrect, wrong; störung: outage, incident, disruption; ausfall: outage,
failure; ausfallen ausgefallen: fail, outage; problem probleme: problem, issue; schwierigkeit:
difficulty, problem; ursache: cause; grund: reason; absturz abgestürzt abstürzt stürzt stürzen:
crash; einfrieren eingefroren friert: freeze, frozen; hängen hängt aufgehängt: hang, freeze, stuck;
stecken steckt: stuck; geht ging gegangen funktionieren funktioniert klappen klappt geklappt: work;
läuft laufen lief gelaufen: run; startet gestartet: start; neustart neugestartet: restart, reboot;
hochfahren booten: boot, start; herunterfahren: shutdown; fehlschlagen fehlgeschlagen schlägt schlug
scheitern scheitert gescheitert: fail, failed; sperren sperrt gesperrt: lock, locked, block; sperre
sperrung: lock, block; entsperren entsperrt: unlock; blockieren blockiert: block, blocked;
blockierung: block; abgelaufen: expired; ablaufen abläuft verfallen: expire; ablaufdatum: expiry,
date, expiration; ablauf: expiry, process, workflow; gültig: valid; ungültig: invalid; gültigkeit:
validity; verschwinden verschwunden verschwindet verschwand: disappear, missing, disappeared; weg:
missing, gone; doppelt: duplicate, twice, double; duplikat dublette duplizieren dupliziert:
duplicate; mehrfach mehrmals: multiple, repeatedly; wiederholt wiederholen: repeat, retry;
wiederholung: repeat, recurring; zweimal: twice, duplicate; leere: empty, blank; fehlen fehlt
gefehlt fehlend: missing; unvollständig: incomplete; vollständig: complete; lücke: gap; langsam:
slow; schnell: fast, quick; geschwindigkeit: speed; leistung: performance; dauern dauert gedauert:
take, long; dauer: duration; verzögert verzögerung: delay, delayed; ruckeln: lag, slow; warten
wartet gewartet: wait; zeitüberschreitung: timeout; ladezeit: loading, time; überlastet überlastung:
overload, overloaded; falsch: wrong, incorrect; richtig korrekt: correct; unmöglich: impossible;
abgelehnt ablehnen ablehnt lehnt: declined, rejected, reject; unstimmigkeiten: discrepancy; stimmt
stimmen: match, correct; übereinstimmen übereinstimmt: match; ablehnung: decline, rejection;
verweigert verweigern: denied, refuse; abbrechen abgebrochen bricht abbricht: cancel, abort,
interrupted; abbruch: abort, drop, disconnect; unterbrochen unterbrechung: interrupted,
interruption; kaputt defekt: broken, defective; instabil: unstable; stabil: stable; beschädigt:
damaged, corrupt; verloren verlieren verliert: lost, lose; verlust: loss; unbekannt: unknown;
bekannt: known; schaden: damage; unerwartet: unexpected; plötzlich: suddenly; ständig permanent:
constantly, always; manchmal gelegentlich: sometimes, intermittent; regelmäßig: regular, recurring;
dauerhaft: permanent; reagieren reagiert: respond, responding; antworten antwortet: reply, respond;
antwort: reply, answer, response; verschwommen: blurry; schwarz: black; flackert: flicker; rot: red;
grün: green; blinkt blinken: blink, flashing; piept piepen: beep; led: led, light; ausgegraut:
greyed, grayed, disabled; grau: grey, gray; erkennen erkannt erkennt: recognize, detect; erkennung:
recognition, detection; meldung: message, notice; meldet melden gemeldet: report; auftreten
aufgetreten tritt: occur; erscheinen erscheint erschienen: appear; verändert: changed; überschrieben
überschreiben: overwrite, overwritten; konflikt: conflict; übersprungen überspringen: skip, skipped;
ignoriert ignorieren: ignore; beheben behoben: fix, fixed, resolve; lösen gelöst: solve, resolve;
lösung: solution, workaround; umgehen: workaround; fehlersuche fehlerbehebung: troubleshooting;
tipp: tip; hilfe helfen hilft geholfen: help; unterstützung kundendienst kundenservice: support;
unterstützen unterstützt: support, supported; inkompatibel: incompatible; kompatibel: compatible;
kompatibilität: compatibility; veraltet: outdated, deprecated; viren: virus; protokoll: log,
protocol; schleife: loop;
# messages and notifications;
information chat spam newsletter ticket feedback; nachricht: message; hinweis: notice, note;
warnung: warning; benachrichtigung: notification; mitteilung: message, notification; erinnerung:
reminder; erinnern: remind; info: information; benachrichtigen benachrichtigt: notify, notification;
push: push, notification; email mail: email, mail; alarm: alarm, alert; sms: sms, text; kommentar:
comment; konversation: conversation; postfach posteingang: inbox, mailbox; spamordner: spam; anhang:
attachment; entwurf: draft; weiterleiten weitergeleitet: forward, redirect; weiterleitung:
forwarding, redirect; absender: sender; empfänger: recipient; betreff: subject; versenden versendet
verschickt verschicken senden sendet gesendet schicken schickt geschickt abschicken abgeschickt:
send, sent; empfangen empfängt erhalten erhielt bekommen bekommt: receive; zustellen zugestellt:
delivery, deliver; ankommen angekommen ankommt: arrive, received; eingang eingegangen: incoming,
received; anruf angerufen telefonieren: call; mailbox: voicemail; kontakt kontaktieren: contact;
anfrage: request, inquiry; frage: question; beschwerde: complaint; rückmeldung: feedback; bewertung:
review, rating; bewerten bewertet: rate, review;
# import, export, reports and files;
import export report journal dashboard csv pdf format backup cache cloud download upload filter
status option limit minimum; importieren importiert: import; exportieren exportiert: export;
einlesen eingelesen: import, read; auslesen: read, export; schnittstelle: api, integration,
interface; automatisieren: automate; bericht: report; auswertung: report, analytics; statistik:
statistics, analytics; übersicht: overview, dashboard; analyse analysieren: analysis, analytics;
verlauf historie: history; aufzeichnung: recording, log; aufzeichnen aufgezeichnet datensatz:
record; diagramm: chart, graph; umsatz: revenue, sales, turnover; gewinn: profit; einnahme: revenue,
income; erlös erlöse: revenue, proceeds; marge: margin; prognose: forecast; vergleich: comparison,
compare; vergleichen: compare; durchschnitt: average; anzahl: number, count; ziel: goal, target;
ausgabe: expense, output; verkauf: sale, sales; verkaufen verkauft: sell, sold; kennzahl: metric,
kpi; tabelle: table, spreadsheet; spalte: column; zeile: row, line; datei: file; zelle: cell; excel:
excel, spreadsheet; trennzeichen: delimiter, separator; komma: comma; kodierung: encoding;
überschrift: heading, header; ordner verzeichnis: folder, directory; dokument unterlagen: document;
vorlage: template; muster: template, sample; formular: form; feld: field; eingabe: input, entry;
eingabefeld textfeld: input, text, field; eingeben eingegeben: enter, input; ausfüllen ausgefüllt:
fill, form; tippen: type, tap; kontrollkästchen häkchen haken: checkbox, tick; auswahlliste
dropdown: dropdown, list; daten: data; stammdaten: master, data; datenbank: database; sicherung:
backup; sichern gesichert: save, backup; wiederherstellen wiederhergestellt: restore, recover;
wiederherstellung: restore, recovery; rückgängig: undo; papierkorb: trash, bin, recycle; löschen
löscht gelöscht: delete, remove; löschung: deletion, delete; entfernen entfernt: remove, delete;
endgültig: permanently; speichern speichert gespeichert abspeichern: save, store; speicher: storage,
memory; hochladen hochgeladen: upload; zwischenspeicher: cache; leeren geleert: empty, clear;
bereinigen: clean; zwischenablage: clipboard; speicherplatz: storage, space; herunterladen
heruntergeladen: download; öffnen öffnet geöffnet: open; ausführen ausgeführt: run, execute;
freigegeben: shared, released; schließen schließt geschlossen: close; bearbeiten bearbeitet: edit;
bearbeitung: editing, processing; verarbeiten verarbeitet: process, processing; ändern ändert
geändert: change, edit; änderung: change; anpassen angepasst: customize, adjust; anpassung:
customization, adjustment; anlegen angelegt: create, add; erstellen erstellt: create; erstellung:
creation; generieren generiert: generate; erzeugen erzeugt: generate, create; hinterlegen
hinterlegt: store, enter; eintragen eingetragen: enter, add; eintrag einträge: entry; erfassen
erfasst: record, enter; erfassung: entry, recording; hinzufügen hinzugefügt ergänzen ergänzt: add;
einfügen eingefügt: insert, paste; kopiert kopie: copy; neue: new; verschieben verschoben: move,
postpone; umbenennen umbenannt: rename; zusammenführen zusammengeführt: merge; zusammenfassen:
summarize, merge; zuordnen zugeordnet: assign, map; zuordnung: assignment, mapping; zuweisen
zugewiesen: assign; zuweisung: assignment; teilen geteilt teilt: share, split; aufteilen aufgeteilt:
split; freigeben: share, release; freigabe: sharing, approval; trennen getrennt trennt: disconnect,
separate; trennung: separation, disconnect; genehmigen genehmigt: approve; genehmigung: approval;
veröffentlichen: publish; veröffentlichung: publishing, release; akzeptieren akzeptiert annehmen
angenommen: accept; annahme: acceptance; veröffentlicht: published; archivieren archiviert archiv:
archive; sucht gesucht suche: search; aufbewahren: retention, keep; verschlüsseln verschlüsselt:
encrypt, encrypted; verschlüsselung: encryption; finden findet gefunden auffindbar: find, found;
gefiltert: filter; ergebnis: result; treffer: result, match; sortieren sortiert: sort; sortierung:
sorting, order; reihenfolge: order, sequence; auswählen ausgewählt: select; standard standardmäßig:
default, standard; auswahl: selection; wählen gewählt: choose, select; anzeigen angezeigt: show,
display; zeigen zeigt einblenden eingeblendet: show; sehen sieht sichtbar: see, visible; vorschau:
preview; ansehen ansicht: view; dargestellt darstellen: display, layout; unsichtbar: invisible;
ausblenden ausgeblendet verstecken versteckt: hide, hidden; klickt geklickt anklicken angeklickt
klick: click; drücken gedrückt: press; ziehen: drag; markieren markiert: mark, select; aktivieren
aktiviert: activate, enable; drehen: rotate; ränder: margin, border; aktivierung freischaltung:
activation; deaktivieren deaktiviert: deactivate, disable; einschalten eingeschaltet: enable, turn;
freischalten freigeschaltet: activate, unlock, enable; ausschalten ausgeschaltet abschalten:
disable, turn; aktiv: active; inaktiv: inactive; verfügbar: available; erreichbar: reachable,
available; verfügbarkeit: availability; einstellung: setting, settings; einstellen eingestellt: set,
setting; konfiguration: configuration; voreinstellung: default, preset; umschalten: switch, toggle;
modus: mode; zustand: state, condition; fortschritt: progress; schritt: step; anleitung: guide,
instructions; handbuch: manual; schulung: training; kurs kurse: course; konfigurieren konfiguriert:
configure; einrichten eingerichtet: setup, set; einrichtung: setup; auswirken: affect; voraussetzung
anforderung: requirement; grenze: limit; begrenzt begrenzung beschränkung: limit, limited; höchstens
maximal maximum: maximum, limit; mindestens minimal: minimum; überschritten überschreiten: exceeded,
limit; unbegrenzt: unlimited;
# app, update and web;
update version app software browser system link domain subdomain cookie plugin widget navigation
icon logo video text name hosting dns integration code parameter variable workflow tab; installieren
installiert: install; installation: installation, install; deinstallieren deinstalliert: uninstall;
aktualisieren aktualisiert: update, refresh; aktualisierung: update; neuste neueste: latest; apps:
app; applikation anwendung: application, app; programm: program, software; funktion: feature,
function; webseite website homepage: website, page, site; systeme: system; betriebssystem:
operating, system, os; seite: page; startseite: homepage, home; verknüpfung: link, shortcut;
verknüpfen verknüpft: link, connect; verlinken verlinkt: link; erweiterung: extension, addon; addon:
addon, add; modul: module; baustein: module, block; menü: menu; reiter: tab; fenster: window; popup:
popup, pop; symbol: icon; leiste: bar; seitenleiste: sidebar; symbolleiste: toolbar;
startbildschirm: home, screen; hintergrund: background; oberfläche: interface, ui; design layout:
design, layout, theme; thema: topic, theme; sprache: language; übersetzen: translation, translate;
übersetzt: translated; deutsch: german; englisch: english; französisch: french; bild: image,
picture; foto fotos: photo, image; videos: video; titel: title; vorname: first, name; nachname:
last, name; beschreibung: description; bezeichnung: name, label; inhalt: content; beitrag: post,
contribution, fee; suchmaschine: search, engine, seo; besucher: visitor; nameserver: nameserver,
dns; integrieren integriert: integrate, integration; einbindung: integration; einbinden eingebunden:
embed, integrate; einbetten eingebettet: embed; synchronisieren synchronisiert: sync;
synchronisation synchronisierung: sync, synchronization; abgleich abgeglichen: sync, reconcile,
match; lokal: local; manuell: manual, manually; skript: script; qr-code: qr, code; regel regeln:
rule; bedingung: condition, terms; auslösen ausgelöst: trigger; arbeitsablauf: workflow; aufgabe:
task; projekt: project; tastenkombination: keyboard, shortcut;
# shop, orders and shipping;
international region; bestellen bestellt: order; auftrag: order, job; vorbestellen: preorder;
warenkorb: cart, basket; kaufen kauft gekauft einkaufen eingekauft: buy, purchase; kauf käufe
einkauf einkäufe: purchase; käufer: buyer, customer; wunschliste: wishlist; laden: store, load,
shop; läden geschäft: store, shop, business; shop webshop: shop, store; händler: merchant, retailer;
einzelhandel: retail; marktplatz: marketplace; handel: trade, commerce; lieferung: delivery,
shipment; liefern liefert geliefert: deliver, delivery; versand: shipping; ausland: international;
inland: domestic; zoll: customs, duty; lieferant: supplier; lieferschein: delivery, note;
lieferadresse: shipping, address; lieferdienst: delivery, service; versandkosten versandkostenfrei:
shipping, cost, free; paketschein: shipping, label; sendung: shipment, parcel; sendungsverfolgung:
tracking, shipment; sendungsnummer trackingnummer: tracking, number; verfolgen: track, tracking;
päckchen: parcel; abholung: pickup, collection; abholen abgeholt: pickup, collect; verpackung:
packaging; kurier: courier, carrier; retoure zurückgeben zurückgegeben zurücksenden zurückschicken
rückgabe: return; umtausch: exchange, return; umtauschen umgetauscht: exchange; adresse anschrift:
address; spedition: carrier, freight; straße: street; postleitzahl plz: postcode, zip; ort: city,
place; stadt: city; land: country; bundesland: state;
# products and stock;
material barcode; lager: warehouse, stock; bestand: stock, inventory; lagerbestand: stock,
inventory, level; mindestbestand: minimum, stock, reorder; inventur: stocktake, inventory, count;
ausverkauft: stock, sold; vorrätig: stock, available; vorrat: stock; nachbestellen: reorder;
nachschub: restock, replenishment; umlagerung: stock, transfer; negativ: negative; positiv:
positive; wareneingang: receiving, goods, stock; warenwirtschaft: inventory, management; ware:
goods, product; produkt: product; artikel: item, product, article; sortiment: assortment, range,
catalog; katalog: catalog, catalogue; artikelnummer: item, number, sku; artikelstamm: item, master,
product; variante: variant; größe: size; farbe: color, colour; menge: quantity; stück stückzahl:
piece, quantity, unit; einheit: unit; bündel set: bundle, set; merkmal eigenschaft: attribute,
property; charge: batch, lot; mindesthaltbarkeitsdatum: expiry, date; einkaufspreis: purchase,
price, cost; verkaufspreis: selling, price; kategorie warengruppe: category, group; marke: brand,
mark; strichcode: barcode; ean: ean, barcode; gewicht: weight; kilo kilogramm: kilogram, weight;
schlagwort: tag, keyword;
# people and places;
partner person restaurant meeting; kunde kundin kundschaft: customer; mitarbeiter personal
mitarbeiterin: staff, employee; angestellte: employee; kellner kellnerin: waiter, staff; bedienung:
operation, staff; chef: manager, boss; geschäftsführer leiter: manager, director; tisch: table;
kollege kollegin: colleague; ansprechpartner: contact, person; bewerbung: applicant, application;
kinder: child; filiale: branch, store, location; standort: location, site; öffnungszeit: opening,
hours; reservierung: reservation, booking; reservieren reserviert: reserve, reservation; büro:
office; raum: room; veranstaltung: event; urlaub: vacation, holiday, leave; gehalt: salary, payroll;
lohn: wage, payroll; lohnabrechnung gehaltsabrechnung: payslip, payroll; arbeitszeit: working,
hours, time; zeiterfassung: time, tracking, clock; stempeln: clock; überstunde: overtime;
krankmeldung: sick, leave; termin: appointment, booking; kalender: calendar; besprechung: meeting;
vereinbaren zeitplan: schedule; absagen abgesagt: cancel; planen geplant: plan, schedule, scheduled;
planung: planning, schedule;
# time;
minute; zeitumstellung: daylight, saving, time; sommerzeit: daylight, saving, summer; winterzeit:
daylight, saving, winter; zeitzone: timezone, time, zone; mitternacht: midnight; wochenende:
weekend; feiertag: holiday; tag: day; täglich: daily; woche: week; wöchentlich: weekly; werktag
arbeitstag: business, day, working; monat: month, monthly; monatlich: monthly; jahr: year, annual;
jährlich: yearly, annual; stunde: hour; jahresabschluss: year, end, annual; geschäftsjahr: fiscal,
year; sekunde: second; heute: today; gestern: yesterday; morgen: tomorrow; datum: date; uhr: clock,
time; zeit rechtzeitig: time; nacht: night; zeitraum: period, range; quartal: quarter; zeitstempel:
timestamp; sofort: immediately, instant; vorher: before; danach: after; bisher: previously; letzte:
last; nächste: next; aktuell: current;
# network and security;
internet router hotspot vpn proxy firewall antivirus gateway offline online server token api ssl
webhook; verbindung: connection; verbinden verbunden verbindet: connect, connected; netzwerk netz:
network; wlan: wifi, wi, fi; empfang: signal, reception; mobilfunk: mobile, cellular; mobil: mobile;
lan: lan, ethernet; ip-adresse: ip, address; sim-karte: sim, card; zertifikat: certificate;
schlüssel: key; geheimnis: secret; erneuern erneuert: renew; erneuerung: renewal; signatur
unterschrift: signature; abrufen abgerufen: fetch, retrieve; abruf: fetch, request; aufruf: call,
open; unterschreiben unterschrieben: sign, signature; datenschutz: privacy, gdpr, data;
datenschutzerklärung: privacy, policy;
# legal;
dsgvo: gdpr, privacy; auskunft: access, information; auftragsverarbeitung avv: data, processing,
agreement; personenbezogen: personal, data; anonymisieren: anonymize; einwilligung zustimmung:
consent; zustimmen zugestimmt: agree, consent; impressum: legal, notice, imprint; agb
geschäftsbedingungen nutzungsbedingungen: terms, conditions; gesetz: law; gesetzlich rechtlich:
legal; haftung: liability; versicherung: insurance; richtlinie: policy, guideline; vorschriften:
regulation; pflicht: obligation, required; erforderlich notwendig: required, necessary; benötigt
benötigen brauchen: need, require; barrierefrei: accessibility, accessible; nutzen nutzung benutzen
benutzt verwenden verwendet: use, usage; beachten: note; wichtig: important; dringend eilt: urgent;
priorität: priority; möglich: possible, option; vorschlag: suggestion; wunsch: request, wish;
verbesserung verbessern: improvement, improve;
# parts of compounds;
plan service details detail manager banking; nummer zahl: number; liste: list; art: type, method;
wert: value; anfang beginn: start, beginning; satz: rate, set; schein zettel: slip, note; blatt:
sheet; buch bücher: book; maschine: machine; anlage: system, attachment; teil: part; schutz:
protection; steuerung: control; kontrolle: control, check; faktor: factor; dienstleistung: service;
angabe: details, information; beispiel: example; eigen: own, custom; benutzerdefiniert: custom;
extern externe: external; intern interne: internal; öffentlich: public; gemeinsam: shared; einzeln:
single, individual; haupt: main; stufe: level, tier; quelle: source; reise: travel, trip; flüge:
flight; energie: energy; wegen eben umgehend betreffend dienen andere ausdrücklich bekanntlich
treffen reiten rat gestellt:; doppel: double; verzug: delay; einzug: direct, debit; korrektur:
correction; korrigieren korrigiert: correct, fix; rücksenden rücksendet: return; struktur:
structure; anbindung: connection, integration; anbinden: connect, integrate; ladekabel: charging,
cable; öffnung: opening; belastet belasten: charge, debit;
`;
