/** What customers are told, in German. */
import type { ReplyCase } from '@/lib/suggest/replies/cases';

export const de: Record<ReplyCase, string> = {
  known: 'Das ist ein bekannter Fehler. Unser Team weiß davon.',
  'in-progress': 'Das ist ein bekannter Fehler. Unser Team arbeitet an der Behebung.',
  'planned-version-date':
    'Das ist ein bekannter Fehler. Die Behebung ist für {version} geplant, voraussichtlich am {date}.',
  'planned-version': 'Das ist ein bekannter Fehler. Die Behebung ist für {version} geplant.',
  'planned-date': 'Das ist ein bekannter Fehler. Die Behebung ist für den {date} geplant.',
  'coming-version-date':
    'Das ist ein bekannter Fehler. Er ist bereits behoben; die Korrektur kommt mit {version}, voraussichtlich am {date}.',
  'coming-version':
    'Das ist ein bekannter Fehler. Er ist bereits behoben; die Korrektur kommt mit {version}.',
  'coming-date':
    'Das ist ein bekannter Fehler. Er ist bereits behoben; die Korrektur kommt voraussichtlich am {date}.',
  coming:
    'Das ist ein bekannter Fehler. Er ist bereits behoben; die Korrektur wird noch veröffentlicht.',
  'fixed-version-date':
    'Das war ein bekannter Fehler. Er ist in {version} behoben, veröffentlicht am {date}.',
  'fixed-version': 'Das war ein bekannter Fehler. Er ist in {version} behoben.',
  fixed: 'Das war ein bekannter Fehler. Er ist inzwischen behoben.',
  'wont-fix': 'Das Verhalten ist uns bekannt. Eine Änderung ist nicht geplant.',
  meanwhile: 'In der Zwischenzeit können Sie Folgendes tun:',
  remedy: 'Falls es bei Ihnen noch auftritt, können Sie Folgendes tun:',
  alternative: 'Sie können stattdessen Folgendes tun:',
  'incident-known': 'Diese Störung ist uns bekannt.',
  'incident-open': 'Zurzeit gibt es eine Störung. Wir suchen nach der Ursache.',
  'incident-in-progress':
    'Zurzeit gibt es eine Störung. Wir haben die Ursache gefunden und arbeiten an der Behebung.',
  'incident-watching':
    'Die Ursache der Störung ist behoben. Wir beobachten, ob die Behebung dauerhaft hält.',
  'incident-over': 'Es gab eine Störung. Sie ist inzwischen behoben.',
  'incident-closed': 'Es gab eine Störung. Wir haben die Arbeit daran abgeschlossen.',
  article: 'Unser Artikel „{title}“ beantwortet das:',
};
