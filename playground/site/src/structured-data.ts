/** Questions and answers as search engines read them: https://schema.org/QAPage and FAQPage. */
import { plainText } from './blocks';
import type { Question } from './strapi';

const answerTo = ({ answer, contributors = [], publishedAt }: Question) => ({
  '@type': 'Answer',
  text: plainText(answer),
  dateCreated: publishedAt,
  author: contributors.map(({ displayName, jobTitle }) => ({
    '@type': 'Person',
    name: displayName,
    ...(jobTitle ? { jobTitle } : {}),
  })),
});

const asked = (question: Question) => ({
  '@type': 'Question',
  name: question.buyerWords,
  acceptedAnswer: answerTo(question),
});

export const qaPage = (question: Question) => ({
  '@context': 'https://schema.org',
  '@type': 'QAPage',
  mainEntity: { ...asked(question), text: question.buyerWords, answerCount: 1 },
});

export const faqPage = (questions: Question[]) => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity: questions.map(asked),
});

/** As the content of a script element: no text in it can end that. */
export const asScript = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c');
