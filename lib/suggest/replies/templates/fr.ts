/** What customers are told, in French. */
import type { ReplyCase } from '@/lib/suggest/replies/cases';

export const fr: Record<ReplyCase, string> = {
  known: 'Il s’agit d’un problème connu. Notre équipe en est informée.',
  'in-progress': 'Il s’agit d’un problème connu. Notre équipe travaille à sa correction.',
  'planned-version-date':
    'Il s’agit d’un problème connu. Une correction est prévue dans {version}, attendue le {date}.',
  'planned-version': 'Il s’agit d’un problème connu. Une correction est prévue dans {version}.',
  'planned-date': 'Il s’agit d’un problème connu. Une correction est prévue pour le {date}.',
  'coming-version-date':
    'Il s’agit d’un problème connu. Il est déjà corrigé, et la correction arrive avec {version}, attendue le {date}.',
  'coming-version':
    'Il s’agit d’un problème connu. Il est déjà corrigé, et la correction arrive avec {version}.',
  'coming-date':
    'Il s’agit d’un problème connu. Il est déjà corrigé, et la correction est attendue le {date}.',
  coming: 'Il s’agit d’un problème connu. Il est déjà corrigé, et la correction sera publiée.',
  'fixed-version-date':
    'Il s’agissait d’un problème connu. Il est corrigé dans {version}, publiée le {date}.',
  'fixed-version': 'Il s’agissait d’un problème connu. Il est corrigé dans {version}.',
  fixed: 'Il s’agissait d’un problème connu. Il est désormais corrigé.',
  'wont-fix': 'Nous connaissons ce comportement. Aucune modification n’est prévue.',
  meanwhile: 'En attendant, vous pouvez procéder ainsi :',
  remedy: 'Si le problème persiste chez vous, vous pouvez procéder ainsi :',
  alternative: 'Vous pouvez procéder ainsi à la place :',
  'incident-known': 'Nous avons connaissance de cette perturbation.',
  'incident-open': 'Une perturbation est en cours. Nous en recherchons la cause.',
  'incident-in-progress':
    'Une perturbation est en cours. Nous en avons trouvé la cause et travaillons à sa résolution.',
  'incident-watching':
    'Une correction de la perturbation est en place, et nous surveillons qu’elle tienne.',
  'incident-over': 'Il y a eu une perturbation. Elle est maintenant terminée.',
  'incident-closed': 'Il y a eu une perturbation. Nous avons clos notre intervention.',
  article: 'Notre article « {title} » répond à cette question :',
};
