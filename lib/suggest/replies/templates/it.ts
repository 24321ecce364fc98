/** What customers are told, in Italian. */
import type { ReplyCase } from '@/lib/suggest/replies/cases';

export const it: Record<ReplyCase, string> = {
  known: 'Si tratta di un problema noto e il nostro team ne è al corrente.',
  'in-progress': 'Si tratta di un problema noto e il nostro team sta lavorando alla correzione.',
  'planned-version-date':
    'Si tratta di un problema noto. La correzione è prevista per {version}, in arrivo in data {date}.',
  'planned-version': 'Si tratta di un problema noto. La correzione è prevista per {version}.',
  'planned-date': 'Si tratta di un problema noto. La correzione è prevista in data {date}.',
  'coming-version-date':
    'Si tratta di un problema noto. È già corretto e la correzione arriva con {version}, prevista in data {date}.',
  'coming-version':
    'Si tratta di un problema noto. È già corretto e la correzione arriva con {version}.',
  'coming-date':
    'Si tratta di un problema noto. È già corretto e la correzione è prevista in data {date}.',
  coming: 'Si tratta di un problema noto. È già corretto e la correzione sarà pubblicata.',
  'fixed-version-date':
    'Si trattava di un problema noto. È corretto in {version}, pubblicata in data {date}.',
  'fixed-version': 'Si trattava di un problema noto. È corretto in {version}.',
  fixed: 'Si trattava di un problema noto, ora corretto.',
  'wont-fix': 'Conosciamo questo comportamento e non è previsto di cambiarlo.',
  meanwhile: 'Nel frattempo può procedere così:',
  remedy: 'Se il problema si presenta ancora, può procedere così:',
  alternative: 'In alternativa può procedere così:',
  'incident-known': 'Siamo al corrente di questo disservizio.',
  'incident-open': 'Al momento c’è un disservizio. Stiamo cercando la causa.',
  'incident-in-progress':
    'Al momento c’è un disservizio. Abbiamo trovato la causa e ci stiamo lavorando.',
  'incident-watching':
    'Una correzione del disservizio è in atto e stiamo verificando che sia stabile.',
  'incident-over': 'C’è stato un disservizio, ora risolto.',
  'incident-closed': 'C’è stato un disservizio. Abbiamo chiuso il nostro intervento.',
  article: 'Il nostro articolo «{title}» risponde a questo:',
};
