/** What customers are told, in English. */
import type { ReplyCase } from '@/lib/suggest/replies/cases';

export const en: Record<ReplyCase, string> = {
  known: 'This is a known problem, and our team is aware of it.',
  'in-progress': 'This is a known problem, and our team is working on a fix.',
  'planned-version-date':
    'This is a known problem. A fix is planned for {version}, expected on {date}.',
  'planned-version': 'This is a known problem. A fix is planned for {version}.',
  'planned-date': 'This is a known problem. A fix is planned for {date}.',
  'coming-version-date':
    'This is a known problem. It is fixed already, and the fix comes with {version}, expected on {date}.',
  'coming-version':
    'This is a known problem. It is fixed already, and the fix comes with {version}.',
  'coming-date': 'This is a known problem. It is fixed already, and the fix is expected on {date}.',
  coming: 'This is a known problem. It is fixed already, and the fix will be released.',
  'fixed-version-date':
    'This was a known problem. It is fixed in {version}, which was released on {date}.',
  'fixed-version': 'This was a known problem. It is fixed in {version}.',
  fixed: 'This was a known problem, and it is fixed now.',
  'wont-fix': 'We know about this, and there are no plans to change it.',
  meanwhile: 'Meanwhile, you can do the following:',
  remedy: 'If you still see it, you can do the following:',
  alternative: 'You can do the following instead:',
  'incident-known': 'We know about this disruption.',
  'incident-open': 'There is a disruption at the moment. We are looking for the cause.',
  'incident-in-progress':
    'There is a disruption at the moment. We have found the cause and are working on it.',
  'incident-watching': 'A fix for the disruption is in place, and we are watching how it holds.',
  'incident-over': 'There was a disruption, and it is over now.',
  'incident-closed': 'There was a disruption. We have closed our work on it.',
  article: 'Our article “{title}” answers this:',
};
