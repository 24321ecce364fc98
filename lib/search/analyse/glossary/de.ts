/** German support vocabulary → English: `headwords: translations`, the most usual translation first. */
export const GERMAN = `
drucker: printer; drucken druckt druckte gedruckt ausdrucken ausgedruckt: print; druck: print, printing
ausdruck ausdrucke: printout, print; gerät geräte: device; hardware: hardware; zubehör: accessory
bildschirm monitor: screen, display; anzeige: display; tastatur: keyboard; maus: mouse; kabel: cable
stecker steckdose: plug, power; netzteil: power, adapter; akku batterie: battery; strom: power
stromausfall: power, outage; ladegerät: charger; lädt geladen lud: load, charge
aufladen aufgeladen: charge, top-up; rechner computer pc: computer; laptop notebook: laptop
handy smartphone mobiltelefon: phone, mobile; telefon: phone; telefonnummer rufnummer: phone, number
tablet: tablet; kamera: camera; lautsprecher: speaker; ton: sound; mikrofon: microphone
scanner handscanner: scanner; scannen scannt gescannt einscannen eingescannt: scan; waage: scale
küche küchen: kitchen; schublade kassenlade: drawer, cash; kassenschublade geldlade: cash, drawer
bonrolle papierrolle: paper, roll; papier: paper; papierstau: paper, jam; toner: toner; tinte: ink
etikett etiketten: label; aufkleber: sticker, label; bon kassenbon: receipt; kassenzettel: receipt
beleg belege: receipt, document; quittung: receipt; küchenbon: kitchen, ticket
kasse kassen: till, register, pos; kassensystem registrierkasse: pos, register, till
kassieren kassiert abkassieren: charge, checkout; kassierer kassiererin: cashier
kassensturz: cash, count; kassenbuch: cash, book; kassenbestand: cash, float; wechselgeld: float, change
bargeld bar: cash; barzahlung: cash, payment; geld: money, cash; münze münzen: coin; geldschein: note
schicht: shift; abschluss: closing, close; kassenabschluss tagesabschluss: closing, end-of-day, shift
abschließen abgeschlossen: close, complete; zählung: count; differenz: difference, discrepancy
fehlbetrag: shortage, difference; terminal: terminal; kartenterminal kartenlesegerät: card, reader, terminal
lesegerät kartenleser: reader; leser: reader; karte: card; kreditkarte: credit, card; girocard: debit, card
ec ec-karte: debit, card; debitkarte: debit, card; kontaktlos: contactless; trinkgeld: tip, gratuity
zahlung: payment; bezahlung: payment; zahlen zahlt gezahlt bezahlen bezahlt: pay, payment, paid
zahlungsart zahlungsmethode zahlungsmittel: payment, method; ratenzahlung: instalment, payment
anzahlung: deposit; nachzahlung: payment; vorauszahlung: prepayment; überweisung: transfer, bank
überweisen überwiesen überweist: transfer; auszahlung: payout; auszahlen ausgezahlt: payout
einzahlung: deposit; einzahlen eingezahlt: deposit; gutschrift: credit, refund; gutgeschrieben: credit
erstattung rückerstattung: refund; rückzahlung: refund, repayment
erstatten erstattet zurückerstatten zurückerstattet rückerstattet: refund
rückbuchung: chargeback; lastschrift: debit; sepa: sepa; mandat: mandate; abbuchen abgebucht: charge, debit
abbuchung: charge, debit; buchung: booking, charge; buchen bucht gebucht: book; bank: bank
umbuchen umgebucht: rebook; umbuchung: rebooking; stornieren storniert: cancel, void, refund
storno stornierung: cancellation, void; bankkonto kontonummer: bank, account; bankverbindung: bank, details
iban: iban; guthaben: balance, credit; kontostand: balance; saldo: balance; schulden: debt
rechnung: invoice, bill; rechnungen: invoice; rechnungsnummer: invoice, number
rechnungsadresse rechnungsanschrift: billing, address; abrechnung: billing, statement, settlement
abrechnen abgerechnet: bill, settle; berechnen berechnet: calculate, charge; berechnung: calculation
verrechnen verrechnet: charge; in-rechnung: bill; mahnung: reminder, dunning; fällig: due; fälligkeit: due
überfällig: overdue; frist: deadline; beleglos: paperless; buchhaltung: accounting
buchführung: bookkeeping, accounting; steuerberater: tax, accountant; steuer: tax; mehrwertsteuer: vat, tax
mwst umsatzsteuer ust: vat, tax; steuersatz: tax, rate; steuernummer: tax, number; ust-id: vat, id
steuerfrei: tax-free, exempt; netto: net; brutto: gross; betrag beträge: amount; summe: total, sum
gesamtsumme gesamtbetrag: total; zwischensumme: subtotal; gesamt: total; gebühr: fee; kosten kostet: cost
kostenlos gratis: free; preis: price; preisliste: price, list; währung: currency; wechselkurs: exchange, rate
euro: euro; rabatt: discount; nachlass: discount; gutschein: voucher, coupon, gift; gutscheincode: voucher, code
geschenkkarte: gift, card; geschenk: gift; geschenkgutschein: gift, card, voucher; coupon: coupon
aktion: promotion, action; aktionscode rabattcode: discount, code; treuepunkte bonuspunkte: loyalty, points
treueprogramm kundenkarte: loyalty, program; punkt punkte: point; prämie: reward; rundung: rounding
runden gerundet: round; einlösen eingelöst löst: redeem; anteil: share; prozent: percent, percentage
abo abonnement: subscription, plan; abonnieren abonniert: subscribe; tarif: plan, tier; paket: package, plan
probezeit testphase testzeitraum: trial; testversion: trial; lizenz: license; lizenzschlüssel: license, key
verlängern verlängert: renew, extend; verlängerung: renewal, extension; laufzeit: term, runtime
kündigen kündigt gekündigt: cancel; kündigung: cancellation, cancel; kündigungsfrist: notice, cancellation
vertrag verträge: contract, agreement; vertragslaufzeit: contract, term; upgrade: upgrade
hochstufen: upgrade; herabstufen downgrade: downgrade; widerruf: withdrawal, cancel; widerrufen: revoke
anmelden anmeldet angemeldet: login, sign-in; anmeldung: login, sign-in; einloggen eingeloggt loggt: login
login: login; logge: login; abmelden abgemeldet: logout, sign-out; abmeldung: logout, unsubscribe
ausloggen ausgeloggt: logout; registrieren registriert: register, sign-up; registrierung: registration, sign-up
passwort passwörter kennwort kennwörter: password; vergessen: forgotten, forgot; zurücksetzen zurückgesetzt: reset
pin: pin; geheimzahl: pin; puk: puk; konto konten: account; account: account; benutzer nutzer: user
benutzername nutzername: username; benutzerkonto nutzerkonto: user, account; zugang: access, login
zugangsdaten anmeldedaten: credentials, login; zugriff: access; zugreifen: access; berechtigung: permission
rechte: permission, rights; recht: right, permission; berechtigt: allowed, permission; rolle: role, roll
verwalter administrator admin: admin, administrator; eigentümer inhaber: owner; mitglied mitglieder: member
team: team; gruppe: group; gast gäste: guest; besitzer: owner; einladen eingeladen: invite
einladung: invitation, invite; beitreten: join; sitzung: session; sicherheit: security; sicher: secure, safe
unsicher: insecure; bestätigen bestätigt: confirm, verify; bestätigung: confirmation
bestätigungscode: verification, code; verifizieren verifiziert: verify; verifizierung: verification
authentifizierung: authentication; authentifizieren authentifiziert: authenticate
zwei-faktor zwei-faktor-authentifizierung zwei-faktor-authentisierung: two-factor, authentication
zweifaktor: two-factor; fingerabdruck: fingerprint; gesichtserkennung: face, recognition
fehler: error, bug; fehlermeldung: error, message; fehlercode: error, code; fehlerhaft: faulty, incorrect
störung: outage, incident; ausfall: outage, failure; ausfallen ausgefallen: fail, outage; problem: problem, issue
bug: bug; absturz abstürze: crash; abstürzen abgestürzt stürzt stürzen: crash
einfrieren eingefroren friert: freeze; hängen hängt hing gehangen aufgehängt: hang, freeze, stuck
hängengeblieben: stuck, freeze; festhängen: stuck; stecken steckt: stuck; geht gehen ging gegangen: work
funktionieren funktioniert funktionierte: work; klappen klappt geklappt: work; läuft laufen lief gelaufen: run
startet starten gestartet: start; start: start; neustart: restart, reboot; neustarten neugestartet: restart
hochfahren: boot, start; herunterfahren: shutdown; fehlschlagen fehlgeschlagen schlägt schlug: fail, failed
scheitern scheitert gescheitert: fail; sperren sperrt gesperrt: lock, block; sperre sperrung: lock, block
entsperren entsperrt: unlock; ausgesperrt: locked; blockieren blockiert: block; abgelaufen: expired
ablaufen abläuft: expire; ablaufdatum: expiry, date; gültig: valid; ungültig: invalid; gültigkeit: validity
verschwinden verschwunden verschwindet verschwand: disappear, missing; weg: missing, gone; doppelt: duplicate, twice
doppelbuchung: double, booking; duplikat: duplicate; duplizieren dupliziert: duplicate; mehrfach: multiple
zweimal: twice; leer leere: empty, blank; fehlen fehlt fehlte gefehlt: missing; fehlend: missing
langsam: slow; schnell: fast, quick; dauern dauert gedauert: take, long; verzögert verzögerung: delay
warten wartet gewartet: wait; wartezeit: wait, time; zeitüberschreitung: timeout; timeout: timeout
falsch: wrong, incorrect; richtig korrekt: correct; unmöglich: impossible; abgelehnt ablehnen: declined, reject
ablehnung: decline, rejection; verweigert verweigern: denied, refuse; abbrechen abgebrochen bricht: cancel, abort
abbruch: abort, cancel; unterbrochen unterbrechung: interrupted, interruption; kaputt defekt: broken, defective
beschädigt: damaged, corrupt; verloren verlieren: lost; verlust: loss; unbekannt: unknown; bekannt: known
unerwartet: unexpected; plötzlich: suddenly; ständig: constantly; manchmal gelegentlich: sometimes
reagieren reagiert: respond; unscharf verschwommen: blurry; schwarz: black; weiß: white; flackert: flicker
rot: red; grün: green; blinkt blinken: blink; piept: beep; leuchtet: light; grau ausgegraut: grey, disabled
erkennen erkannt erkennt: recognize, detect; nicht: not; kein: no; meldung: message; meldet melden: report
nachricht: message; hinweis: notice, note; warnung: warning; benachrichtigung: notification
benachrichtigen benachrichtigt: notify; push-nachricht: push, notification; e-mail email mail: email
postfach posteingang: inbox, mailbox; spam: spam; newsletter: newsletter; anhang anhänge: attachment
absender: sender; empfänger: recipient; betreff: subject; versenden versendet verschickt: send, sent
senden sendet gesendet schicken schickt geschickt: send, sent; empfangen empfängt: receive
erhalten erhält erhielt bekommen bekommt: receive; ankommen angekommen: arrive; kommt: arrive, come
importieren importiert import: import; export exportieren exportiert: export; einlesen: import, read
bericht: report; auswertung: report, analytics; statistik: statistics, analytics; übersicht: overview, dashboard
dashboard: dashboard; diagramm: chart; umsatz umsätze: revenue, sales; gewinn: profit; einnahmen: revenue, income
ausgaben ausgabe: expense, output; verkauf verkäufe: sale, sales; verkaufen verkauft: sell, sold
kennzahl kennzahlen: metric, kpi; tabelle: table, spreadsheet; spalte: column; zeile: row, line; datei: file
ordner: folder; dokument: document; vorlage: template; muster: template, pattern; formular: form
datensatz datensätze: record; daten: data; datenbank: database; sicherung: backup; backup: backup
wiederherstellen wiederhergestellt: restore, recover; wiederherstellung: restore, recovery
löschen löscht gelöscht: delete; löschung: deletion, delete; entfernen entfernt: remove, delete
speichern speichert gespeichert abspeichern: save, store; speicher: storage, memory; hochladen hochgeladen: upload
speicherplatz: storage, space; herunterladen heruntergeladen: download; öffnen öffnet geöffnet: open
download: download; upload: upload; schließen schließt geschlossen: close; bearbeiten bearbeitet: edit
ändern ändert geändert: change, edit; änderung: change; anlegen angelegt: create, add; erstellen erstellt: create
hinzufügen hinzugefügt: add; einfügen eingefügt: insert, paste; kopieren kopiert kopie: copy
verschieben verschoben: move; umbenennen umbenannt: rename; zusammenführen zusammengeführt: merge
teilen geteilt teilt: share, split; aufteilen aufgeteilt: split; freigeben freigegeben: share, release
freigabe: sharing, approval; genehmigen genehmigt: approve; genehmigung: approval; veröffentlichen: publish
veröffentlicht: published; archivieren archiviert: archive; archiv: archive; suchen sucht gesucht: search
suche: search; finden findet gefunden: find, found; filter: filter; filtern gefiltert: filter
sortieren sortiert: sort; sortierung reihenfolge: order, sorting; auswählen ausgewählt: select
auswahl: selection; wählen gewählt: choose, select; anzeigen angezeigt: show, display; zeigen zeigt: show
ansicht: view; sichtbar: visible; unsichtbar: invisible; ausblenden ausgeblendet: hide, hidden
verstecken versteckt: hide; einblenden: show; aktivieren aktiviert: activate, enable
aktivierung: activation; deaktivieren deaktiviert: deactivate, disable; einschalten eingeschaltet: turn-on, enable
ausschalten ausgeschaltet: turn-off, disable; aktiv: active; inaktiv: inactive; verfügbar: available
verfügbarkeit: availability; einstellung: setting; einstellen eingestellt: set, settings; konfiguration: configuration
konfigurieren konfiguriert: configure; einrichten eingerichtet: setup; einrichtung: setup; option: option
installieren installiert: install; installation: installation, install; deinstallieren deinstalliert: uninstall
aktualisieren aktualisiert: update, refresh; aktualisierung: update; update: update; version: version
app: app; anwendung: application, app; programm: program, software; software: software; funktion: feature, function
browser: browser; webseite website homepage: website, page; seite: page; startseite: homepage, home
link: link; verknüpfung: link, shortcut; verknüpfen verknüpft: link, connect; domain: domain; cookie: cookie
bestellung: order; bestellen bestellt: order; auftrag aufträge: order, job; bestellnummer: order, number
warenkorb: cart, basket; kaufen kauft gekauft einkaufen: buy, purchase; kauf käufe einkauf: purchase
laden: store, load, shop; läden geschäft: store, shop; shop onlineshop webshop: shop, store; händler: merchant, retailer
lieferung: delivery, shipment; liefern liefert geliefert: deliver; versand: shipping
lieferant: supplier; lieferschein: delivery, note; lieferadresse versandadresse: shipping, address
versandkosten: shipping, cost; sendung: shipment, parcel; sendungsverfolgung: tracking, shipment
päckchen: parcel; abholung: pickup, collection; abholen abgeholt: pickup, collect; rücksendung: return
retoure: return; umtausch: exchange, return; umtauschen umgetauscht: exchange; zurückgeben zurückgegeben: return
rückgabe: return; adresse anschrift: address; lieferzeit: delivery, time; spedition: carrier, freight
lager: warehouse, stock; bestand bestände: stock, inventory; lagerbestand: stock, inventory, level
inventur: stocktake, inventory; ausverkauft: out-of-stock, sold; vorrätig: stock, available; nachbestellen: reorder
wareneingang: goods, receipt, receiving; ware waren: goods, product; produkt: product; artikel: item, product, article
artikelnummer: item, number, sku; variante: variant; größe: size; farbe: color; menge: quantity; stück: piece, unit
kategorie: category; marke: brand; barcode strichcode: barcode; ean: ean, barcode; gewicht: weight
kunde kundin: customer; kunden: customer; kundennummer: customer, number; mitarbeiter personal: staff, employee
mitarbeiterin: staff, employee; kellner bedienung: waiter, staff; chef: manager, boss; tisch: table
filiale: branch, store, location; standort: location, site; öffnungszeiten: opening, hours; reservierung: reservation
termin: appointment, booking; kalender: calendar; zeitumstellung: daylight, saving, time
sommerzeit: daylight, saving, summer; winterzeit: daylight, saving, winter; zeitzone: timezone, time, zone
mitternacht: midnight; wochenende: weekend; feiertag: holiday; tag tage: day; täglich: daily; woche: week
monat: month, monthly; monatlich: monthly; jahr: year, annual; jährlich: yearly, annual; stunde: hour
minute: minute; sekunde: second; heute: today; gestern: yesterday; morgen: tomorrow, morning; datum: date
uhrzeit: time; zeit: time; nacht: night; zeitraum: period; quartal: quarter; verbindung: connection
verbinden verbunden verbindet: connect; netzwerk netz: network; internet: internet; wlan: wifi, wireless
offline: offline; online: online; server: server; zertifikat: certificate; schlüssel: key; token: token
schnittstelle: api, interface; webhook: webhook; signatur unterschrift: signature, sign
unterschreiben unterschrieben: sign; datenschutz: privacy, gdpr; dsgvo: gdpr, privacy
auskunft: access, information; einwilligung zustimmung: consent; impressum: legal, notice; agb: terms
`;
