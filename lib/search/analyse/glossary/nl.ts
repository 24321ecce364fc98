/** Dutch support vocabulary → English, most usual translation first; read by parseGlossary. */
export const DUTCH = `
# devices and printing;
printer hardware computer laptop tablet camera scanner toner sticker driver usb bluetooth model;
printers: printer; printen geprint afdrukken afgedrukt afdruk: print, printing; herdrukken: reprint;
apparaat apparaten toestel: device; accessoire: accessory; scherm schermen beeldscherm monitor:
screen, display; weergave: display, view; toetsenbord: keyboard; muis: mouse; kabel kabels: cable;
stekker stopcontact: plug, socket; oplader: charger; opladen opgeladen: charge; voeding: power,
supply; batterij accu: battery; stroom: power; stroomstoring: power, outage; telefoon telefoons:
phone; mobiel mobiele: mobile; telefoonnummer: phone, number; luidspreker: speaker; koptelefoon:
headphones; geluid: sound, audio; microfoon: microphone; piept piepen: beep; scannen gescand scant:
scan; lezer: reader; weegschaal: scale; wegen: weigh; gewicht: weight; keuken: kitchen; lade
kassalade geldlade: drawer, cash; rol rollen: role, roll; papier: paper; vastgelopen: jam, stuck,
freeze; inkt cartridge: ink, cartridge; etiket etiketten: label; stuurprogramma: driver; aansluiten
aangesloten aansluiting: connect, connection, plug; koppelen gekoppeld: pair, link, connect;
koppeling: integration, link, pairing; schijf: disk, drive; geheugen: memory, storage; knop knoppen
toets: button, key; afstandsbediening: remote; serienummer: serial, number; garantie: warranty;
reparatie repareren: repair; onderdeel onderdelen: part; vervangen vervanging: replace, replacement;
monteur: technician; onderhoud: maintenance; lettertype: font; teken tekens: character; onleesbaar:
unreadable;
# till, receipts and closing;
terminal chip menu; bon bonnen kassabon bonnetje kwitantie: receipt; kassa kassa's kassasysteem:
till, register, pos; afrekenen afgerekend: checkout, pay, settle; kassier kassamedewerker: cashier,
staff; wisselgeld: change, float; contant contanten: cash; geld: money, cash; munt munten: coin;
biljet: note; tellen geteld telling: count; dienst diensten: shift, service; ploeg: shift, team;
rooster: schedule, roster; sluiten gesloten sluit afsluiten afgesloten: close, closing; afsluiting
kassasluiting dagafsluiting: closing, shift; openen geopend opent opening: open; kasverschil: cash,
difference; verschil verschillen: difference, discrepancy; tekort: shortage; overschot: surplus;
pinapparaat pinautomaat betaalautomaat: card, terminal, reader; pinnen gepind pinbetaling: card,
payment; pas pasje kaart kaarten: card; kaartlezer: card, reader; creditcard: credit, card;
contactloos: contactless; fooi fooien: tip, gratuity; fiscaal: fiscal, tax; controle controleren
gecontroleerd: check, verify; afhalen: pickup, takeaway; gerecht gerechten: dish; drank drankje:
drink; ingrediënt: ingredient; recept: recipe; ober bediening: waiter, staff; zegel: stamp;
# payment, billing and tax;
bank iban accountant euro; betaling betalingen: payment; betalen betaald betaalt: pay, paid,
payment; onbetaald: unpaid; betaalmethode betaalwijze: payment, method; aanbetaling storting
storten: deposit; vooruitbetaling: prepayment, advance; termijn termijnen: instalment, term;
overschrijving overboeking overmaken: transfer, bank; uitbetaling uitbetalingen uitbetalen: payout;
terugbetaling terugbetalen terugbetaald restitutie: refund; creditnota: credit, note; incasso:
direct, debit; machtiging: mandate, authorization; afschrijven afgeschreven afschrijving: charge,
debit; rekening rekeningen: account, bill; rekeningnummer: account, number; afschrift: statement;
saldo: balance; schuld: debt; transactie transacties: transaction; boeken geboekt boeking boekingen:
booking, book; annuleren geannuleerd annulering: cancel, cancellation; terugboeking storneren:
chargeback, reversal; storno: void, reversal; fraude: fraud; klacht klachten: complaint; factuur
facturen: invoice, bill; facturatie facturering: billing; factureren: bill, invoice; factuurnummer:
invoice, number; offerte: quote, offer; herinnering: reminder; aanmaning: reminder, dunning;
vervallen: expired, due; vervaldatum: due, expiry, date; achterstallig: overdue; belasting: tax;
btw: vat, tax; tarief tarieven: rate, plan, pricing; netto: net; bruto: gross; vrijgesteld: exempt;
boekhouding: accounting, bookkeeping; boekhouder: accountant; bedrag bedragen: amount; som: sum;
totaal totalen: total; subtotaal: subtotal; kosten kost: cost; vergoeding: fee; commissie:
commission, fee; gratis: free; prijs prijzen: price; prijslijst: price, list; valuta: currency;
wisselkoers: exchange, rate; korting kortingen: discount; kortingscode: discount, code; actie:
promotion, action; aanbieding: offer, sale; tegoedbon waardebon: voucher; cadeaubon cadeaukaart:
gift, card, voucher; cadeau: gift; tegoed: credit, balance; klantenkaart: loyalty, card; loyaliteit:
loyalty; punt punten: point; spaarpunten: loyalty, points; afronding afronden afgerond: rounding,
round; procent percentage: percent, percentage; toeslag: surcharge; rente: interest; winst: profit;
marge: margin; omzet: revenue, sales, turnover; inkomsten: income, revenue; uitgaven: expense;
inwisselen: redeem;
# subscription and contract;
test upgrade; abonnement abonnementen: subscription, plan; abonneren: subscribe; uitschrijven
afmelden afgemeld: unsubscribe, logout; pakket pakketten: parcel, package, plan; proefperiode proef:
trial; proberen: try; testen: test; licentie licenties: license, licence; verlengen verlenging
verlengd: renew, renewal, extend; verlopen verloopt: expired, expire; geldig: valid; ongeldig:
invalid; opzeggen opgezegd opzegging: cancel, cancellation; opzegtermijn: notice, cancellation,
period; contract contracten overeenkomst: contract, agreement; looptijd: term, duration; herroeping:
withdrawal, cancel; opschorten opgeschort: suspend; pauze pauzeren: pause; maandelijks: monthly;
jaarlijks: annual, yearly; overstappen overstap: switch, change; migratie migreren: migration,
migrate; verhuizen verhuizing: move, relocation; upgraden: upgrade; eindigen: end;
# login, account and permissions;
login code account team; inloggen ingelogd aanmelden aangemeld: login, sign, log; aanmelding: login,
registration; uitloggen uitgelogd: logout, log; wachtwoord wachtwoorden: password; vergeten: forgot,
forgotten; resetten: reset; herstellen hersteld herstel: restore, recover, recovery; pincode: pin,
code; codes: code; accounts: account; gebruiker gebruikers: user; gebruikersnaam: username; naam
namen: name; voornaam: first, name; achternaam: last, name; inloggegevens: credentials, login;
toegang: access, login; registreren geregistreerd registratie: register, registration; rechten
recht: permission, rights; machtigingen bevoegdheid: permission; toestaan toegestaan: allow;
toestemming: permission, consent; beheerder admin: admin, administrator; beheren beheer: manage,
management; eigenaar: owner; lid leden: member; groep groepen: group; gast gasten: guest; uitnodigen
uitgenodigd uitnodiging: invite, invitation; sessie: session; beveiliging: security; veilig: secure,
safe; bevestigen bevestigd bevestiging: confirm, confirmation; verifiëren geverifieerd verificatie:
verify, verification; authenticatie: authentication; tweestapsverificatie: two, factor,
verification; tweefactorauthenticatie: two, factor, authentication; vingerafdruk: fingerprint;
identiteit: identity; profiel: profile; overdragen overdracht: transfer; gehackt: hacked,
compromised; verdacht: suspicious; bedrijf onderneming: company, business; organisatie:
organization;
# errors and failures;
bug crash start conflict virus minimum; fout fouten foutmelding: error, message; foutcode: error,
code; storing storingen: outage, incident, disruption; defect: defect, broken; probleem problemen:
problem, issue; oorzaak: cause; reden: reason; crasht crashen gecrasht: crash; vastlopen: freeze,
crash; bevriezen bevroren: freeze, frozen; hangen hangt: hang, stuck, freeze; blokkeren geblokkeerd
blokkade: block, locked, blocked; vergrendelen vergrendeld: lock, locked; ontgrendelen deblokkeren:
unlock; werken werkt doet: work; lukken lukt gelukt: work, succeed; mislukken mislukt mislukte:
fail, failed; starten gestart: start; opstarten: start, boot; herstarten herstart: restart, reboot;
stoppen gestopt: stop; uitschakelen uitgeschakeld uitzetten: disable, turn, off; inschakelen
ingeschakeld aanzetten: enable, turn, on; uitvallen uitgevallen uitval: outage, fail; verdwijnen
verdwenen verdwijnt: disappear, missing; weg: missing, gone; kwijt kwijtgeraakt: lost, missing;
verliezen verloren verlies: lost, lose, loss; dubbel dubbele: duplicate, double, twice; dupliceren
duplicaat: duplicate; tweemaal: twice; meerdere: multiple; herhalen herhaald: repeat; leeg: empty,
blank; leegmaken: clear, empty; wit: white, blank; zwart: black; rood rode: red; groen: green;
ontbreken ontbreekt ontbrekend mist: missing; onvolledig: incomplete; volledig: complete; langzaam
traag: slow; snel: fast; snelheid: speed; vertraging vertraagd: delay, delayed; wachten wacht: wait;
duurt duren: take, long; verkeerd verkeerde: wrong, incorrect; onjuist: incorrect; juist: correct;
onmogelijk: impossible; geweigerd weigeren weigering: declined, denied, refused; afgewezen:
rejected, declined; afgebroken afbreken: abort, cancelled; verbroken: disconnected, lost;
onderbroken onderbreking: interrupted, interruption; kapot: broken; beschadigd: damaged, corrupt;
onbekend onbekende: unknown; onverwacht: unexpected; plotseling: suddenly; soms: sometimes; steeds:
always, constantly; reageren reageert: respond; antwoord antwoorden: reply, response; knippert
knipperen: blink, flashing; herkennen herkend herkent: recognize, detected; melding meldingen:
notification, message; melden gemeld: report; verschijnen verschijnt: appear; overschrijven:
overwrite; negeren: ignore; oplossen opgelost: resolve, fixed, solve; oplossing oplossingen:
solution, workaround; hulp helpen: help; ondersteuning: support; ondersteund ondersteunen: support,
supported; compatibel: compatible; verouderd: outdated; limiet: limit; maximum maximaal: maximum,
limit; minimaal: minimum; onbeperkt: unlimited; overschreden: exceeded;
# messages and notifications;
spam voicemail chat; bericht berichten: message; e-mail e-mails email emails mail mails: email,
mail; sms: sms, text; waarschuwing: warning; postvak: inbox, mailbox; ongewenst: spam; nieuwsbrief:
newsletter; bijlage bijlagen: attachment; concept: draft; afzender: sender; ontvanger: recipient;
onderwerp: subject; verzenden verzonden verstuurd versturen sturen stuurt gestuurd: send, sent;
ontvangen ontvangt ontvangst: receive, received; aankomen aangekomen: arrive; bellen gebeld gesprek:
call; verzoek aanvraag aanvragen: request; vraag vragen: question; opmerking: comment, note;
beoordeling: review, rating; doorsturen doorgestuurd: forward; doorverwijzing omleiding: redirect;
# import, export, reports and files;
import export dashboard document data database backup download upload filter status cloud video;
importeren geïmporteerd: import; exporteren geëxporteerd: export; rapport rapporten rapportage:
report; statistiek statistieken: statistics, analytics; analyse: analysis, analytics; overzicht
overzichten: overview, dashboard; samenvatting: summary; voorbeeld: preview, example; grafiek:
chart, graph; verkoop verkopen: sales, sale, sell; verkocht: sold; verkoper: seller; geschiedenis:
history; doel: goal, target; gemiddelde: average; nummer nummers: number; aantal: number, quantity;
vergelijken: compare; tabel tabellen: table; rij rijen regel regels: row, line, rule; kolom
kolommen: column; cel: cell; bestand bestanden: file; bestandsnaam: file, name; map mappen: folder;
documenten: document; sjabloon sjablonen: template; formulier formulieren: form; veld velden: field;
invoeren ingevoerd invoer: enter, input; invullen ingevuld: fill, enter; vinkje aanvinken: checkbox,
tick; lijst: list; gegevens: data, details; reservekopie back-up: backup; opslaan opgeslagen: save,
store; opslag opslagruimte: storage; terugzetten: restore; verwijderen verwijderd verwijder: delete,
remove; wissen gewist: delete, clear; prullenbak: trash, bin; downloaden gedownload: download;
uploaden geüpload: upload; laden laadt geladen: load; bewerken bewerkt: edit; wijzigen gewijzigd
wijziging: change, edit; veranderen veranderd: change; aanpassen aangepast: customize, change,
adjust; aanmaken aangemaakt maken: create, make; genereren: generate; toevoegen toegevoegd: add;
invoegen: insert; kopiëren kopie gekopieerd: copy; plakken: paste; verplaatsen: move; hernoemen:
rename; samenvoegen: merge; toewijzen toegewezen: assign; delen gedeeld: share, split; splitsen:
split; publiceren gepubliceerd: publish; goedkeuren goedkeuring: approve, approval; accepteren:
accept; archiveren archief: archive; zoeken zoekt: search; vinden gevonden: find, found; filteren:
filter; resultaat resultaten: result; sorteren: sort; volgorde: order, sequence; selecteren
selectie: select, selection; kiezen keuze: choose, select; tonen toont getoond: show, display;
zichtbaar: visible; onzichtbaar: invisible; verbergen verborgen: hide, hidden; klikken klik: click;
drukken: press; slepen: drag; activeren geactiveerd: activate, enable; deactiveren gedeactiveerd:
deactivate, disable; beschikbaar: available; beschikbaarheid: availability; instelling instellingen
instellen: setting, settings; configureren configuratie: configure, configuration; optie opties:
option; handleiding: manual, guide; cursus: course; voorwaarden: terms, conditions; formaat: format,
size; grootte maat maten: size; pagina pagina's: page; komma: comma; foto foto's: photo, image;
afbeelding afbeeldingen: image; ruimte: space, room; tekst: text; titel: title; inhoud: content;
# app, update and web;
update app software browser cookie server internet offline online token webhook router wifi link web
project cache; installeren geïnstalleerd installatie: install, installation; bijwerken bijgewerkt
updates updaten: update; vernieuwen: refresh, renew; versie versies: version; nieuwste laatste:
latest, last; apps: app; applicatie toepassing: application, app; programma: program; functie
functies: feature, function; website site: website, site; domein: domain; extensie uitbreiding:
extension; venster: window; tabblad: tab; pictogram icoon: icon; thema: theme; taal talen: language;
vertaling: translation; nederlands: dutch; engels: english; integratie: integration; synchroniseren
synchronisatie gesynchroniseerd: sync, synchronization; automatisch automatische: automatic,
automatically; taak taken: task; systeem: system; besturingssysteem: operating, system; nieuw
nieuwe: new; vorige: previous; volgende: next;
# shop, orders and shipping;
order; bestelling bestellingen bestellen besteld orders: order; bestelnummer ordernummer: order,
number; winkelwagen winkelmand: cart, basket; kopen gekocht koop: buy, purchase; aankoop aankopen
inkoop: purchase; koper: buyer, customer; winkel winkels zaak: store, shop; webshop webwinkel: shop,
store; handelaar: merchant; levering leveringen leveren geleverd bezorging bezorgen bezorgd:
delivery, deliver; bezorger: courier; verzending: shipping; verzendkosten: shipping, cost; zending
zendingen: shipment; leverancier leveranciers: supplier; pakbon: packing, slip; pakje: parcel;
ophalen opgehaald: pickup, collect; retour retourneren retourzending: return; ruilen omruilen:
exchange; adres adressen: address; postcode: postcode, zip; vervoerder koerier: carrier, courier;
douane: customs; buitenland: international; volgen: track, follow; land landen: country; stad: city;
straat: street;
# products and stock;
product variant barcode; voorraad voorraden: stock, inventory; magazijn: warehouse; inventarisatie:
stocktake, inventory; uitverkocht: sold, out, stock; bijbestellen: reorder; producten: product;
artikel artikelen: item, product, article; goederen: goods; varianten: variant; kleur kleuren:
color, colour; hoeveelheid: quantity; stuk stuks: piece, unit; eenheid: unit; partij: batch;
categorie: category; merk: brand; streepjescode: barcode; catalogus: catalog, catalogue;
assortiment: range, assortment; houdbaarheid: expiry, date; negatief: negative;
# people, places and time;
weekend week; klant klanten: customer; personeel: staff; medewerker medewerkers werknemer: employee,
staff; collega: colleague; chef leidinggevende: manager; tafel tafels: table; filiaal filialen
vestiging vestigingen: branch, location, store; locatie: location; openingstijden: opening, hours;
reservering reserveren gereserveerd: reservation, booking; afspraak afspraken: appointment; kalender
agenda: calendar; evenement: event; kantoor: office; kamer: room; vakantie verlof: vacation, leave,
holiday; salaris loon: salary, payroll; uur uren: hour; urenregistratie: time, tracking;
afwezigheid: absence; vergadering: meeting; feestdag feestdagen: holiday; middernacht: midnight;
zomertijd: daylight, saving, summer; wintertijd: daylight, saving, winter; tijdzone: timezone, time,
zone; weekeinde: weekend; datum: date; tijd: time; vandaag: today; gisteren: yesterday; morgen:
tomorrow; dag dagen: day; dagelijks: daily; weken: week; wekelijks: weekly; maand maanden: month,
monthly; jaar jaren: year, annual; kwartaal: quarter; nacht: night; periode: period; minuut minuten:
minute; seconde seconden: second; maandag: monday; dinsdag: tuesday; woensdag: wednesday; donderdag:
thursday; vrijdag: friday; zaterdag: saturday; zondag: sunday; dringend: urgent; eind einde: end;
# network, security and legal;
privacy label service; netwerk: network; verbinding verbindingen: connection; verbinden verbonden:
connect, connected; certificaat certificaten: certificate; sleutel sleutels: key; handtekening:
signature; ondertekenen ondertekend: sign, signature; versleuteling: encryption; signaal: signal;
bereik: coverage, signal; avg gdpr: gdpr, privacy; bescherming: protection; wet: law; wettelijk:
legal; verzekering: insurance; beleid: policy; verplicht: required, mandatory; nodig: need,
required; gebruiken gebruikt gebruik: use, usage; belangrijk: important; prioriteit: priority;
vereiste vereisten: requirement; persoonlijk persoonlijke: personal; extern: external; intern:
internal; weten weet groot rechts:; betaal: payment; bestel: order; verzend: shipping; inlog: login;
zoek: search; bezorg: delivery; beeld: image; stand: level, position; bak: tray; strook: strip,
slip; lijn: line; soort: type; wijze: method; automaat: machine; teller: counter; teruggave: refund;
aangifte: return, declaration; boek: book; blad: sheet; deur: door; spaar: loyalty, savings; belast:
charge, debit;
`;
