/** Portuguese support vocabulary → English, most usual translation first; read by parseGlossary. */
export const PORTUGUESE = `
# devices and printing;
mouse tablet scanner toner driver usb bluetooth; impressora impressoras: printer; imprimir impressão
impresso imprime: print, printing; reimprimir: reprint; dispositivo dispositivos aparelho: device;
equipamento: equipment, device; acessório: accessory; tela ecrã monitor: screen, display; teclado:
keyboard; rato: mouse; cabo cabos: cable; tomada ficha: plug, socket; carregador: charger;
alimentação: power, supply; bateria pilha: battery; energia: power, energy; queda: outage, drop;
computador: computer; notebook portátil: laptop; telefone: phone; celular telemóvel: mobile, phone;
câmera câmara: camera; som áudio: sound, audio; microfone: microphone; digitalizador: scanner;
leitor leitores: reader, scanner; escanear digitalizar leitura: scan; balança: scale; pesar: weigh;
peso: weight; cozinha: kitchen; gaveta: drawer, cash; bobina rolo: roll, paper; papel: paper, role;
atolamento encravado: jam; tinta cartucho: ink, cartridge; etiqueta etiquetas: label; adesivo:
sticker; porta: port, door; emparelhar parear pareamento: pair, pairing; vincular vínculo: link;
disco: disk, drive; memória: memory, storage; botão tecla: button, key; modelo modelos: model,
template; série: serial, series; garantia: warranty; conserto consertar reparar reparação: repair,
fix; peça: part; substituir substituição troca trocar: replace, exchange, replacement; técnico:
technician; manutenção: maintenance; caractere caracteres: character; fonte: font, source; ilegível:
unreadable;
# till, receipts and closing;
terminal contactless chip menu; recibo recibos talão: receipt; comprovante comprovativo: receipt,
proof; cupom cupão cupons: receipt, coupon; caixa caixas: till, register, cash; registradora:
register, till; cobrar cobrança cobranças cobrado: charge, billing, payment; troco: change;
dinheiro: cash, money; nota notas: note, invoice; moeda moedas: coin, currency; contar contagem:
count; turno turnos: shift; fechamento fecho fechar fechado fecha: closing, close, shift; abertura:
opening; sangria: cash, drop; diferença: difference, discrepancy; falta faltando faltar: missing,
shortage; sobra: surplus; terminais: terminal; maquininha maquineta: card, terminal, reader; cartão
cartões: card; crédito: credit; débito: debit; gorjeta gorjetas: tip, gratuity; fiscal: fiscal, tax;
conferir verificar verificação verificado: verify, check, verification; prato: dish; bebida: drink;
cardápio ementa: menu; ingrediente: ingredient; garçom: waiter, staff; operador atendente: operator,
staff, cashier; comanda: order, ticket; viagem: trip, takeaway;
# payment, billing and tax;
iban chargeback total subtotal euro; pagamento pagamentos: payment; pagar pago paga paguei: pay,
paid, payment; método: method; forma formas: method, form; adiantamento sinal: deposit, advance;
vencimento: due, expiry, date; vencido venceu vencer: expired, overdue, due; parcela parcelas
parcelamento prestação: instalment; transferência transferir transferências: transfer; depósito:
deposit; repasse saque levantamento: payout, withdrawal; reembolso reembolsar reembolsado: refund;
estorno estornar estornado: refund, reversal, void; devolução devolver devolvido devoluções: return,
refund; pix: pix, payment; boleto boletos: payment, slip; banco bancário bancária: bank; conta
contas: account, bill; extrato: statement; saldo: balance; dívida: debt; transação transações:
transaction; operação: transaction, operation; anular anulação: void, cancel; contestação disputa:
dispute; fraude: fraud; reclamação: complaint; fatura faturas: invoice, bill; faturação faturamento:
billing, revenue; faturar: bill, invoice; orçamento: quote, budget; lembrete: reminder; imposto
impostos: tax; iva: vat, tax; taxa taxas: fee, rate; alíquota: tax, rate; líquido: net; bruto:
gross; isento: exempt; contabilidade: accounting; contador contabilista: accountant; valor valores:
amount, value; montante: amount; soma: sum; totais: total; comissão: commission, fee; custo custos
custar: cost; grátis gratuito: free; preço preços: price; tarifa: rate, fee; euros: euro; centavo
cêntimo: cent; desconto descontos: discount; promoção promoções: promotion; oferta: offer; vale:
voucher; presente: gift; fidelidade: loyalty; ponto pontos: point; recompensa: reward;
arredondamento arredondar: rounding, round; percentagem porcentagem: percentage; acréscimo:
surcharge; juros: interest; margem: margin; lucro: profit; despesa despesas: expense; receita
receitas: revenue, recipe; resgatar: redeem;
# subscription and contract;
assinatura assinaturas: subscription, signature; assinar: subscribe, sign; assinante: subscriber;
subscrição: subscription; plano planos: plan; teste testes testar: test, trial; experimentar: try,
trial; licença licenças: license, licence; renovar renovação: renew, renewal; prorrogar prorrogação:
extend, extension; expirar expirado expirou: expire, expired; validade: validity, expiry; válido:
valid; inválido: invalid; cancelar cancelamento cancelado rescindir rescisão: cancel, cancellation;
contrato contratos: contract, agreement; contratar: subscribe, hire; duração: duration; suspender
suspenso suspensão: suspend; pausa pausar: pause; mensal: monthly; mensalidade: monthly, fee; anual:
annual, yearly; trimestral: quarterly; migrar migração: migrate, migration; mudar mudança: change,
move; desinscrever: unsubscribe;
# login, account and permissions;
login logout pin; entrar: login, enter, sign; acesso acessos acessar aceder: access, login; iniciar
início: start, login; sessão: session, login; sair: logout, exit; senha senhas: password;
palavra-passe palavra: password, word; esquecer esqueci esquecido: forgot, forgotten; redefinir
redefinição repor: reset; código códigos: code; usuário usuários utilizador utilizadores: user;
nome: name; sobrenome apelido: last, name; credenciais: credentials, login; cadastro cadastrar
cadastrado: registration, register; registro registo registrar registar: registration, register,
record; permissão permissões: permission; autorizar autorização autorizado: authorize,
authorization, permission; permitir permitido: allow; direito direitos: right, permission; função
funções: role, function, feature; perfil: profile; administrador admin: admin, administrator;
proprietário dono: owner; gerenciar gerir gestão: manage, management; gerente: manager; membro
membros: member; grupo: group; equipe equipa: team, staff; convidado: guest; convidar convite:
invite, invitation; segurança: security; seguro: secure, insurance; confirmar confirmação
confirmado: confirm, confirmation; validar validação: validate, validation; autenticação:
authentication; autenticar: authenticate; fator fatores: factor; dois duas: two; etapa etapas passo:
step; impressão-digital digital: fingerprint, digital; identidade: identity; hackeado invadido
invadida: hacked, compromised; suspeito: suspicious; empresa: company, business; organização:
organization;
# errors and failures;
bug crash; erro erros: error; mensagem mensagens: message; falha falhas falhar falhou: failure,
failed, fail; defeito: defect, faulty; avaria avariado: breakdown, broken; problema problemas:
problem, issue; instabilidade: outage, incident; dificuldade: difficulty; causa: cause; motivo:
reason; travar travado trava travou travando: freeze, frozen, crash; congelar congelado: freeze,
frozen; bloquear bloqueado bloqueio bloqueia: block, blocked, locked; desbloquear: unlock; funcionar
funciona funcionam funcionando funcionamento: work; ligar ligado liga: turn, on, call; desligar
desligado desliga: off, shutdown, turn; arrancar: boot, start; reiniciar reinício: restart, reboot;
parar parado parou: stop; desaparecer desaparecido desapareceu sumiu sumir: disappear, missing,
disappeared; perder perdido perdeu perda: lost, lose, loss; duplicado duplicar duplicada
duplicidade: duplicate; dobro duplo: double; repetir repetido: repeat; vazio vazia: empty; esvaziar:
empty, clear; branco: blank, white; preto: black; vermelho: red; verde: green; incompleto:
incomplete; completo: complete; lento lentidão: slow; rápido: fast; velocidade: speed; demora
demorar: delay, slow; atraso atrasado: delay, late; esperar espera: wait; errado errada: wrong;
incorreto: incorrect, wrong; correto: correct; impossível: impossible; consigo consegue conseguir:
unable, able; recusado recusar recusada: declined, refused; rejeitado rejeitar: rejected, reject;
negado: denied; proibido: forbidden; interrompido interrupção: interrupted, interruption; quebrado:
broken; danificado: damaged; corrompido: corrupt; desconhecido: unknown; inesperado: unexpected;
responder responde resposta: respond, reply, response; piscar piscando: blink, flashing; reconhecer
reconhecido reconhece: recognize, detected; detectar detetar: detect; aparecer aparece: appear;
sobrescrever: overwrite; conflito: conflict; ignorar: ignore; resolver resolvido: resolve, fixed;
corrigir correção: fix, correct; solução: solution; ajuda ajudar: help; suporte assistência apoio:
support; compatível: compatible; incompatível: incompatible; desatualizado: outdated; vírus: virus;
limite: limit; máximo: maximum; mínimo: minimum; ilimitado: unlimited; excedido: exceeded;
# messages and notifications;
spam newsletter chat; notificação notificações: notification; aviso alerta: alert, notice, warning;
email emails e-mail mail: email, mail; correio: mail, email; sms: sms, text; entrada: inbox, entry;
anexo anexar: attachment, attach; rascunho: draft; remetente: sender; destinatário: recipient;
assunto: subject; enviar enviado envio envia: send, sent, shipping; receber recebido recebe recebi:
receive, received; chegar chega chegou: arrive, received; chamada: call; solicitação solicitar:
request; pedir: request, order; pergunta dúvida: question; comentário: comment; conversa:
conversation; avaliação: review, rating; encaminhar encaminhamento: forward; redirecionar
redirecionamento: redirect;
# import, export, reports and files;
backup download upload status manual; importar importação: import; exportar exportação: export;
relatório relatórios: report; estatística estatísticas: statistics, analytics; análise: analysis,
analytics; painel: dashboard, panel; resumo: summary, overview; gráfico gráficos: chart, graph;
venda vendas: sale, sales; vender vendido: sell, sold; vendedor: seller; histórico: history; meta:
goal, target; média: average; número números: number; comparar comparação: compare, comparison;
tabela tabelas: table; planilha: spreadsheet; folha: sheet; linha linhas: line, row; coluna colunas:
column; célula: cell; arquivo arquivos ficheiro ficheiros: file; pasta pastas: folder; documento
documentos: document; formulário: form; campo campos: field; preencher: fill; inserir: insert,
enter; marcar: check, mark; lista: list; dados: data; cópia copiar: copy, backup; salvar salvo
guardar guardado gravar: save, saved; restaurar: restore; recuperar recuperação: recover, recovery;
excluir exclusão excluído eliminar apagar apagado: delete, remove; remover removido: remove;
lixeira: trash, bin; baixar: download; carregar carregamento carrega: load, upload, charge; abrir
aberto abre: open; alterar alteração alterado: change, edit; editar edição: edit; modificar: edit,
change; personalizar personalizado: customize, custom; criar criação criado: create; gerar gerado:
generate; adicionar acrescentar: add; colar: paste; mover: move; renomear: rename; mesclar juntar
unir: merge; atribuir: assign; associar: link, assign; compartilhar partilhar compartilhamento:
share, sharing; dividir divisão: split; separar: split, separate; publicar publicação: publish;
aprovar aprovação: approve, approval; aceitar: accept; arquivar: archive; buscar busca pesquisar
pesquisa procurar: search; encontrar encontrado: find, found; filtro filtros filtrar: filter;
resultado resultados: result; ordenar: sort; ordem: order; selecionar seleção: select, selection;
escolher: choose, select; mostrar exibir exibição: display, show; visualizar visualização: view,
display; visível: visible; ocultar oculto: hide, hidden; clicar clique: click; arrastar: drag;
ativar ativação ativado: activate, enable; desativar desativado: disable, deactivate; habilitar:
enable; disponível: available; indisponível: unavailable; disponibilidade: availability;
configuração configurações configurar: settings, configuration, configure; definição definições:
settings; ajuste ajustes: settings, adjustment; opção opções: option; estado: status; guia: guide;
curso: course; condição condições: terms, conditions; formato: format; tamanho: size; página
páginas: page; vírgula: comma; foto fotos: photo, image; imagem imagens: image; armazenamento:
storage; espaço: space, storage; nuvem: cloud; vídeo: video; texto: text; título: title; conteúdo:
content;
# app, update and web;
app software web link online offline internet wifi token webhook cookie cache; instalar instalação:
install, installation; desinstalar: uninstall; atualizar atualização atualizado: update, upgrade;
versão versões: version; último última: latest, last; aplicativo aplicação aplicativos: app,
application; programa: program; recurso funcionalidade: feature; navegador: browser; site: website,
site; domínio: domain; extensão: extension; módulo: module; janela: window; aba: tab; ícone: icon;
barra barras: bar, barcode; tema: theme; idioma: language; tradução: translation; português:
portuguese; inglês: english; logotipo: logo; integração integrar: integration, integrate;
sincronizar sincronização: sync, synchronization; automático automaticamente: automatic,
automatically; regra: rule; tarefa tarefas: task; projeto: project; sistema: system; novo nova: new;
anterior: previous;
# shop, orders and shipping;
pedido pedidos encomenda encomendas: order; carrinho: cart, basket; comprar compra compras: buy,
purchase; comprador: buyer, customer; loja lojas: store, shop; negócio: business; comércio:
commerce; comerciante lojista: merchant; detalhe detalhes: details; entrega entregas entregar
entregue: delivery, deliver; entregador estafeta: courier; frete: shipping, cost; fornecedor
fornecedores: supplier; pacote: parcel, package; retirada retirar: pickup, collect; endereço
endereços morada: address; cep: zip, postcode; transportadora: carrier; alfândega: customs; exterior
estrangeiro: international; rastreamento rastrear rastreio: tracking; país: country; cidade: city;
rua: street;
# products and stock;
estoque stock: stock, inventory; inventário: inventory, stocktake; armazém: warehouse; esgotado:
sold, out, stock; produto produtos: product; artigo artigos item itens: item, product, article;
mercadoria: goods; variante variação variações: variant; cor cores: color, colour; quantidade:
quantity; unidade: unit; lote: batch; categoria: category; marca: brand; catálogo: catalog,
catalogue; negativo: negative;
# people, places and time;
cliente clientes: customer; pessoal: staff, personal; funcionário funcionários empregado
colaborador: employee, staff; colega: colleague; chefe: manager, boss; mesa mesas: table; filial:
branch; localização local: location; horário horários: hours, schedule, opening; reserva reservas
reservar: booking, reservation; agendamento agendar: appointment, schedule; consulta: appointment,
query; calendário agenda: calendar; evento: event; escritório: office; férias: vacation, leave,
holiday; salário: salary, payroll; ausência: absence; reunião: meeting; feriado: holiday; hora
horas: hour, time; meia-noite: midnight; verão: summer, daylight, saving; inverno: winter, daylight,
saving; fuso: timezone, time, zone; fim: end; semana semanas: week; data datas: date; hoje: today;
ontem: yesterday; amanhã: tomorrow; dia dias: day; mês meses: month; ano anos: year; trimestre:
quarter; noite: night; período: period; diário: daily; semanal: weekly; minuto minutos: minute;
segundo segundos: second; tempo: time; domingo: sunday; sábado: saturday; próximo: next; urgente:
urgent;
# network, security and legal;
legal; rede redes: network; conexão conexões: connection; conectar conectado: connect, connected;
desconectar desconectado: disconnect, disconnected; servidor servidores: server; certificado
certificados: certificate; chave chaves: key; criptografia: encryption; roteador: router;
privacidade: privacy; lgpd rgpd: gdpr, privacy; proteção: protection; consentimento: consent; lei:
law; advogado: lawyer; política: policy; obrigatório: required, mandatory; necessário: required,
necessary; precisar preciso: need; usar utilizar uso: use, usage; prioridade: priority; sugestão:
suggestion; requisito requisitos: requirement; termos: terms; baixo vida temos dado saber sabe tomar
direita:;
`;
