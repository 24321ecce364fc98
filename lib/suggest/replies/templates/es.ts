/** What customers are told, in Spanish. */
import type { ReplyCase } from '@/lib/suggest/replies/cases';

export const es: Record<ReplyCase, string> = {
  known: 'Se trata de un problema conocido y nuestro equipo está al tanto.',
  'in-progress':
    'Se trata de un problema conocido y nuestro equipo está trabajando en la solución.',
  'planned-version-date':
    'Se trata de un problema conocido. La corrección está prevista para {version}, que se espera el {date}.',
  'planned-version':
    'Se trata de un problema conocido. La corrección está prevista para {version}.',
  'planned-date': 'Se trata de un problema conocido. La corrección está prevista para el {date}.',
  'coming-version-date':
    'Se trata de un problema conocido. Ya está corregido y la corrección llegará con {version}, que se espera el {date}.',
  'coming-version':
    'Se trata de un problema conocido. Ya está corregido y la corrección llegará con {version}.',
  'coming-date':
    'Se trata de un problema conocido. Ya está corregido y la corrección se espera el {date}.',
  coming: 'Se trata de un problema conocido. Ya está corregido y la corrección se publicará.',
  'fixed-version-date':
    'Se trataba de un problema conocido. Está corregido en {version}, publicada el {date}.',
  'fixed-version': 'Se trataba de un problema conocido. Está corregido en {version}.',
  fixed: 'Se trataba de un problema conocido y ya está corregido.',
  'wont-fix': 'Conocemos este comportamiento y no está previsto cambiarlo.',
  meanwhile: 'Mientras tanto, puede hacer lo siguiente:',
  remedy: 'Si todavía le ocurre, puede hacer lo siguiente:',
  alternative: 'En su lugar, puede hacer lo siguiente:',
  'incident-known': 'Estamos al tanto de esta interrupción.',
  'incident-open': 'En este momento hay una interrupción. Estamos buscando la causa.',
  'incident-in-progress':
    'En este momento hay una interrupción. Hemos encontrado la causa y estamos trabajando en ello.',
  'incident-watching':
    'Hemos aplicado una corrección a la interrupción y estamos observando que se mantenga.',
  'incident-over': 'Hubo una interrupción y ya ha terminado.',
  'incident-closed': 'Hubo una interrupción. Hemos cerrado nuestra intervención.',
  article: 'Nuestro artículo «{title}» responde a esto:',
};
