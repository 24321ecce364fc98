/** Spanish support vocabulary → English, most usual translation first; read by parseGlossary. */
export const SPANISH = `
# devices and printing;
cable tablet driver usb bluetooth; impresora impresoras: printer; imprimir impresión imprime
impreso: print, printing; reimprimir: reprint; dispositivo dispositivos: device; aparato equipo
equipos: device, equipment, team; accesorio: accessory; pantalla monitor: screen, display; teclado:
keyboard; ratón: mouse; enchufe: plug, socket; cargador: charger; alimentación: power, supply;
batería pila: battery; corriente electricidad: power; apagón: power, outage; corte cortar: cut,
outage; ordenador computadora computador pc: computer; portátil: laptop, portable; teléfono: phone;
móvil celular: mobile, phone; tableta: tablet; cámara: camera; altavoz: speaker; auriculares:
headphones, headset; sonido audio: sound, audio; micrófono: microphone; volumen: volume; pitido:
beep; escáner lector lectores: scanner, reader; escanear escaneo escanea: scan; balanza báscula:
scale; pesar: weigh; peso: weight; cocina: kitchen; cajón gaveta: drawer, cash; rollo: roll, paper;
papel: paper, role; atasco atascado: jam, stuck; tinta cartucho: ink, cartridge; tóner: toner;
etiqueta etiquetas: label, tag; pegatina: sticker; controlador: driver; conector: connector, plug;
enchufar: plug; desenchufar: unplug; emparejar emparejamiento vincular vinculación: pair, link,
pairing; disco: disk, drive; memoria: memory, storage; botón tecla: button, key; mando: remote;
televisor televisión: tv; resolución: resolution; brillo: brightness; serie: serial, series; modelo:
model; fabricante: manufacturer; garantía: warranty; reparación reparar: repair; pieza repuesto:
part, spare; reemplazo reemplazar sustituir: replace, replacement; técnico: technician;
mantenimiento: maintenance; carácter caracteres: character; fuente: font, source; tilde acento:
accent, character; ilegible: unreadable; borroso: blurry;
# till, receipts and closing;
terminal contactless chip; recibo recibos: receipt; ticket tique tíquet: receipt, ticket;
comprobante: receipt, proof; caja cajas: till, register, box; registradora: register, till; cobrar
cobro cobros cobrado: charge, payment, collect; cajero cajera: cashier, staff; fondo: float,
background, fund; cambio cambios: change, exchange; efectivo contado: cash; dinero: money, cash;
billete: note, ticket; moneda monedas: coin, currency; contar recuento conteo: count; turno turnos:
shift; cierre cerrar cerrado cierra: closing, close, shift; apertura: opening; arqueo: cash, count;
cuadrar cuadra descuadre: balance, match, discrepancy; diferencia: difference, discrepancy;
faltante: missing, shortage; sobrante: surplus; terminales: terminal; datáfono tpv: card, terminal,
pos; tarjeta tarjetas: card; crédito: credit; débito: debit; propina propinas: tip, gratuity;
fiscal: fiscal, tax; comprobar comprobación verificar verificación verificado: verify, check,
verification; inspección: inspection, audit; plato: dish; bebida: drink; menú carta: menu; receta:
recipe; ingrediente: ingredient; camarero mesero: waiter, staff; comanda: kitchen, order, ticket;
cupón cupones vale vales: voucher, coupon;
# payment, billing and tax;
iban total subtotal euro balance; pago pagos: payment; pagar pagado paga: pay, paid, payment;
impagado impago: unpaid, overdue; abonar: pay, credit; abono: credit, payment; método: method; forma
formas: method, form; anticipo: deposit, advance; adelanto: advance; vencimiento: due, expiry, date;
vencido vencer vence: expired, overdue, due; cuota plazo plazos: instalment, fee, deadline;
transferencia transferencias transferir: transfer; depósito fianza: deposit; desembolso liquidación:
payout, settlement; liquidar: settle; reembolso reembolsos reembolsar reembolsado: refund;
devolución devoluciones devolver devuelto devuelve: refund, return; adeudo domiciliación: direct,
debit; mandato: mandate; cargo cargos: charge; banco bancaria bancario: bank; cuenta cuentas:
account; extracto: bank, statement; saldo: balance; deuda: debt; transacción transacciones:
transaction; operación: transaction, operation; anular anulación anulado: void, cancel,
cancellation; contracargo: chargeback; disputa: dispute; fraude: fraud; fraudulento: fraudulent;
reclamación reclamo queja: complaint, claim; factura facturas: invoice, bill; facturación: billing;
facturar: bill, invoice; presupuesto: quote, budget; recordatorio: reminder; recordar: remind,
remember; impuesto impuestos: tax; iva: vat, tax; tasa: rate, fee; tipo: type, rate; neto: net;
bruto: gross; exento: exempt; contabilidad contable contador: accounting, accountant; asesor gestor
gestoría: accountant, manager; importe monto cantidad: amount, quantity; suma: sum, total; totales:
total; comisión comisiones: fee, commission; gasto gastos: expense, cost; coste costo costar cuesta:
cost; gratis gratuito: free; precio precios: price; tarifa tarifas: rate, pricing, plan; divisa:
currency; euros: euro; céntimo: cent; descuento descuentos rebaja: discount; promoción promociones:
promotion; promocional: promo, code; oferta ofertas: offer, deal; cheque: cheque, check; regalo:
gift; fidelización fidelidad lealtad: loyalty; punto puntos: point; recompensa: reward; redondeo
redondear: rounding, round; porcentaje: percentage; recargo suplemento: surcharge; interés:
interest; donación: donation; margen: margin; beneficio ganancia: profit; ingreso ingresos: revenue,
income; facturado: billed, invoiced; asiento: entry, seat; canjear canje: redeem;
# subscription and contract;
plan; suscripción suscripciones: subscription; suscribir suscrito suscriptor: subscribe, subscriber;
desuscribir: unsubscribe; baja: cancel, unsubscribe; planes: plan; prueba pruebas: trial, test;
probar: test, try; licencia: license, licence; renovar renovación renueva: renew, renewal; prórroga
prorrogar: extend, extension; caducar caducado caducidad caduca: expire, expired, expiry; expirar
expirado expiró: expire, expired; cancelar cancelación cancelado: cancel, cancellation; contrato
contratos: contract, agreement; permanencia: commitment, term; duración: duration; preaviso: notice;
desistimiento: withdrawal, cancel; suspender suspendido suspensión: suspend; pausa pausar: pause;
mensual: monthly; anual: annual, yearly; trimestral: quarterly; migrar migración: migrate,
migration; contratar: subscribe, hire; mejorar mejora: upgrade, improve; actualizar actualización
actualizado: update, upgrade;
# login, account and permissions;
pin factor; sesión: login, session, sign; iniciar inicio: login, start, sign; acceso accesos
acceder: access, login; entrar ingresar: login, enter; salir: logout, exit; contraseña contraseñas
clave: password, key; olvidar olvidado olvidé: forgot, forgotten; restablecer restablecimiento
reiniciar reinicio: reset, restart; resetear: reset; código códigos: code; usuario usuarios: user,
username; nombre: name; apellido apellidos: last, name; registro registrar registrado: register,
registration, record; inscripción: registration; permiso permisos: permission; autorizar
autorización autorizado: authorize, permission, authorization; permitir permitido: allow; derecho
derechos: right, permission; rol roles: role; administrador admin: admin, administrator; propietario
dueño: owner; administrar gestionar gestión: manage, management; gerente encargado: manager; miembro
miembros: member; grupo: group; invitado: guest, invited; invitar invitación: invite, invitation;
unirse: join; seguridad: security; seguro: secure, insurance; confirmar confirmación confirmado:
confirm, confirmation; validar validación: validate, validation; autenticación: authentication;
autenticar: authenticate; factores: factor; dos: two; paso pasos: step; huella: fingerprint; facial:
face; identidad: identity; perfil: profile; transferido: transferred; hackear hackeado: hacked,
compromised; suplantación: phishing; sospechoso: suspicious; empresa compañía: company, business;
organización: organization; correo correos email emails e-mail: email, mail;
# errors and failures;
error bug crash incompatible virus; errores: error; mensaje mensajes: message; fallo fallos falla
fallas: failure, fault, error; fallar fallido falló: fail, failed; defecto: defect, default;
problema problemas: problem, issue; incidencia incidente: incident, issue; avería averiado:
breakdown, broken; dificultad: difficulty; causa: cause; motivo razón: reason; caída caído cae:
outage, crash, down; bloquear bloqueado bloqueo bloquea: lock, block, blocked; desbloquear
desbloqueo: unlock; congelar congelado congela: freeze, frozen; colgar colgado cuelga: hang, freeze,
stuck; crashea: crash; funcionar funciona funcionan funcionamiento andar anda: work; arrancar
arranque arranca: start, boot; detener detenido parar: stop; apagar apagado apaga: off, shutdown,
turn; encender encendido enciende: turn, on; desaparecer desaparecido desaparece desapareció:
disappear, missing; perder perdido pierde pérdida: lost, lose, loss; duplicado duplicar duplica:
duplicate; doble: double, duplicate; varios varias: multiple; repetir repetido repite: repeat,
duplicate; vacío vacía: empty; vaciar: empty, clear; blanco: blank, white; negro: black; rojo: red;
verde: green; faltar falta: missing; incompleto: incomplete; completo: complete, full; completar:
complete; lento lenta lentitud: slow; rápido: fast; velocidad: speed; largo: long; tarda tardar:
slow, take; retraso demora retrasado: delay, late; espera esperar: wait; agotado: exhausted,
timeout, stock; equivocado mal: wrong; incorrecto incorrecta: incorrect, wrong; erróneo: wrong,
incorrect; correcto: correct; imposible: impossible, unable; rechazado rechazar rechazo: declined,
rejected, reject; denegado denegar: denied; prohibido: forbidden; interrumpido interrupción
interrumpir: interrupted, interruption; roto: broken; dañado: damaged; corrupto: corrupt;
desconocido: unknown; inesperado: unexpected; aleatorio: random; responder responde respuesta:
respond, reply, response; parpadear parpadea: blink, flashing; reconocer reconoce reconocido:
recognize, detected; detectar detectado: detect; aparecer aparece aparecen: appear; sobrescribir:
overwrite; conflicto: conflict; ignorar: ignore; resolver resuelto: resolve, fixed; corregir
corrección: fix, correct; arreglar arreglo: fix; solución solucionar: solution, fix; alternativa:
workaround, alternative; ayuda ayudar: help; soporte asistencia: support; compatible compatibilidad:
compatible, compatibility; obsoleto: outdated, deprecated; bucle: loop; inválido: invalid; válido:
valid; límite: limit; máximo: maximum, limit; mínimo: minimum; ilimitado: unlimited; excedido
superado: exceeded; deshabilitado deshabilitar: disabled, disable; habilitar habilitado: enable,
enabled;
# messages and notifications;
spam chat; notificación notificaciones: notification; notificar: notify; alerta: alert; advertencia:
warning; aviso avisos: notice, alert; sms: sms, text; buzón bandeja: inbox, mailbox; entrada
entradas: entry, inbox, ticket; deseado: spam; boletín: newsletter; adjunto adjuntar: attachment,
attach; borrador: draft; remitente: sender; destinatario: recipient; asunto: subject; enviar enviado
envía: send, sent; envío envíos: shipping, shipment; mandar: send; recibir recibido recibe: receive,
received; llegar llega llegado: arrive, received; llamada llamar: call; desvío: forwarding;
solicitud solicitar: request; pedir: request, order; pregunta: question; comentario: comment;
conversación: conversation; reseña valoración opinión: review, rating; encuesta: survey; redirigir
redirección: redirect; reenviar reenvío: forward, resend;
# import, export, reports and files;
visible manual video; importar importación: import; exportar exportación: export; informe informes
reporte reportes: report; estadística estadísticas: statistics, analytics; análisis analizar:
analysis, analytics; tablero: dashboard; panel: dashboard, panel; resumen: summary, overview;
gráfico gráfica: chart, graph; venta ventas: sale, sales; vender vendido: sell, sold; vendedor:
seller, salesperson; historial: history; objetivo: goal, target; promedio media: average; número
números: number; comparar comparación: compare, comparison; tabla tablas: table; hoja: sheet,
spreadsheet; fila filas: row; línea: line, online; columna columnas: column; celda: cell; archivo
archivos fichero ficheros: file; carpeta carpetas: folder; documento documentos: document;
formulario: form; campo campos: field; introducir: enter, input; rellenar: fill; marcar: check,
mark; casilla: checkbox; lista listas: list; datos dato: data; base: base, database; copia copias
copiar: copy, backup; respaldo: backup; guardar guardado guarda: save, saved; restaurar
restauración: restore; recuperar recuperación: recover, recovery; eliminar eliminado eliminación:
delete, remove; borrar borrado: delete, erase; quitar: remove; papelera: trash, bin; descargar
descarga: download; subir subida: upload; cargar carga: load, loading, charge; abrir abierto abre:
open; modificar modificación: edit, change; editar edición: edit; cambiar cambiado: change, switch;
personalizar personalizado: customize, custom; crear creación creado: create; generar: generate;
añadir agregar: add; insertar: insert; pegar: paste; mover: move; renombrar: rename; combinar
fusionar: merge; unir: merge, join; asignar asignación: assign; asociar: link, assign; compartir
compartido: share, shared; dividir división: split; separar: split, separate; publicar publicación
publicado: publish; aprobar aprobación: approve, approval; aceptar: accept; archivar: archive;
buscar búsqueda: search; encontrar encuentra encontrado: find, found; filtrar filtro filtros:
filter; resultado resultados: result; ordenar: sort, order; orden órdenes: order; seleccionar
selección: select, selection; elegir: choose, select; mostrar muestra: display, show; visualizar
visualización vista: view, display; ocultar oculto: hide, hidden; clic pulsar: click, press;
arrastrar: drag; activar activación activado: activate, enable; desactivar desactivado: disable,
deactivate; disponible: available; disponibilidad: availability; configuración configurar: settings,
configure, configuration; ajuste ajustes: settings, adjustment; opción opciones: option; estado
estatus: status, state; progreso: progress; guía: guide; formación: training; curso: course;
condición condiciones: terms, conditions; formato: format; tamaño: size; página páginas: page;
codificación: encoding; separador coma: separator, comma; foto fotos: photo, image; imagen imágenes:
image; almacenamiento: storage; espacio: space, storage; nube: cloud; vídeo: video; texto: text;
título: title; contenido: content;
# app, update and web;
software cookie logo local; instalar instalación instalado: install, installation; desinstalar:
uninstall; refrescar: refresh; versión versiones: version; última último: latest, last; aplicación
aplicaciones app: app, application; programa: program; función funcionalidad característica:
feature, function; navegador: browser; sitio web: website, site, web; enlace enlaces vínculo: link;
dominio: domain; extensión: extension; complemento: addon, plugin; módulo: module; ventana: window;
pestaña: tab; icono: icon; barra barras: bar, barcode; interfaz: interface; tema: theme, topic;
idioma: language; traducción traducir: translation, translate; español: spanish; inglés: english;
logotipo: logo; alojamiento: hosting; integración integrar: integration, integrate; sincronizar
sincronización: sync, synchronization; automático automáticamente: automatic, automatically; regla:
rule; tarea tareas: task; proyecto proyectos: project; atajo: shortcut; sistema: system; operativo:
operating, system; caché: cache; nuevo nueva: new; antiguo anterior: old, previous; seguimiento
rastreo rastrear: tracking, track;
# shop, orders and shipping;
pedido pedidos: order; carrito cesta: cart, basket; comprar compra compras: buy, purchase;
comprador: buyer, customer; tienda tiendas: store, shop; negocio: business; comercio: commerce,
store; comerciante: merchant; detalle detalles: detail, details; entrega entregas entregar
entregado: delivery, deliver; reparto repartidor: delivery, courier; proveedor proveedores:
supplier; paquete paquetes: parcel, package; recogida recoger: pickup, collect; retirar retiro:
withdraw, pickup, withdrawal; dirección direcciones: address; domicilio: address, home; postal:
postcode, zip; transportista mensajero: carrier, courier; aduana: customs; extranjero:
international; embalaje: packaging; país: country; ciudad: city; calle: street;
# products and stock;
stock; existencias inventario: stock, inventory; almacén: warehouse, stock; reponer reposición:
restock; producto productos: product; artículo artículos: item, product, article; mercancía: goods;
variante variantes: variant; color: color, colour; talla: size; unidad unidades: unit; lote: batch,
bundle; categoría: category; marca: brand; código-de-barras: barcode; referencia: reference, sku;
catálogo: catalog, catalogue; negativo: negative;
# people and places;
hotel; cliente clientes: customer; personal: staff, personal; empleado empleados trabajador:
employee, staff; compañero: colleague; jefe: manager, boss; director: director, manager; mesa mesas:
table; sucursal: branch, store; ubicación: location; lugar: place, location; horario horarios:
opening, hours, schedule; reserva reservas reservar: booking, reservation; cita citas: appointment;
calendario: calendar; evento: event; oficina: office; sala habitación: room; vacaciones: vacation,
leave, holiday; salario sueldo nómina nóminas: salary, payroll; fichar fichaje: clock, time,
tracking; ausencia: absence; reunión: meeting; festivo feriado: holiday; programado programar:
scheduled, schedule;
# time;
hora horas: hour, time; medianoche: midnight; mediodía: noon; verano: summer, daylight, saving;
invierno: winter, daylight, saving; huso zona: timezone, zone; fin: end; semana semanas: week; fecha
fechas: date; hoy: today; ayer: yesterday; mañana: tomorrow, morning; día días: day; mes meses:
month; año años: year; trimestre: quarter; noche: night; periodo período: period; diario diaria:
daily; semanal: weekly; minuto minutos: minute; segundo segundos: second; lunes: monday; martes:
tuesday; miércoles: wednesday; jueves: thursday; viernes: friday; sábado: saturday; domingo: sunday;
próximo: next; inmediatamente: immediately; urgente: urgent; tiempo: time;
# network, security and legal;
internet offline online token webhook router legal; red redes: network; conexión: connection;
conectar conectado conecta: connect, connected; desconectar desconectado desconexión: disconnect,
disconnected; wifi wi-fi: wifi, wi, fi; servidor servidores: server; certificado certificados:
certificate; llave: key; firma firmar: signature, sign; cifrado cifrar: encryption, encrypt;
enrutador: router; señal: signal; cobertura: coverage, signal; privacidad: privacy; rgpd lopd: gdpr,
privacy; protección: protection; consentimiento: consent; ley: law; abogado: lawyer; política:
policy; obligatorio: required, mandatory; necesario: required, necessary; necesitar necesito: need;
usar utilizar uso: use, usage; prioridad: priority; sugerencia: suggestion; anonimizar: anonymize;
requisito requisitos: requirement; términos: terms; bajar: download; mejor malo bajo visto saber
sabe creer creo derecha llevar llevamos:;
`;
