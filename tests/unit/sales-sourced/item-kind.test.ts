/** The first guess at what a buyer said, in the languages that it knows. */
import { suggestKind } from '../../../contracts/sales-sourced/item-kind';

test.each([
  ['Nous avons gagné.', 'story'],
  ['Contrat signé', 'story'],
  ['Affaire signée en mars', 'story'],
  ['Nous avons gagne\u0301 le contrat', 'story'],
  ['Nous sommes résignés', 'question'],
  ['Où sont les données', 'question'],
  ['où', 'question'],
  ['Ouverture prévue', 'question'],
  ['Ihr könnt ihr Logo zeigen', 'request'],
  ['Je ne suis pas sûr', 'objection'],
  ['Pas sûrement.', 'question'],
  ['Können wir kündigen', 'question'],
  ['Sie haben sich für Österreich entschieden', 'loss'],
  ['We lost the deal', 'loss'],
  ['éperdument', 'question'],
  ['Zu teuer.', 'objection'],
  ['Keineswegs', 'question'],
  ['Perdu !', 'loss'],
  ['I don’t need it', 'objection'],
  ['They will never trust it', 'objection'],
  ['Das glaubt uns niemals jemand', 'objection'],
])('%s is a %s', (words, kind) => {
  expect(suggestKind(words)).toBe(kind);
});
