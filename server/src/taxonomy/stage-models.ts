/**
 * Stage models of the field, ready to be applied. Applying is always somebody's choice: nothing is
 * seeded. Colours run from cool to warm in the order of the journey.
 */
import { STAGE_COLORS, type PresetStage, type StageModel } from '../../../contracts/taxonomy';

const { grey: ALWAYS_ON_COLOR, ...OTHERS } = STAGE_COLORS;
const COLORS = Object.values(OTHERS);

type Step = [name: string, buyerQuestion: string, kind?: 'optional' | 'always on'];

function model(id: string, name: string, description: string, steps: Step[]): StageModel {
  return { id, name, description, stages: steps.map(toStage) };
}

function toStage([name, buyerQuestion, kind]: Step, index: number): PresetStage {
  return {
    slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    name,
    buyerQuestion,
    color: kind === 'always on' ? ALWAYS_ON_COLOR : (COLORS[index % COLORS.length] ?? ''),
    alwaysOn: kind === 'always on',
    optional: kind === 'optional',
  };
}

export const STAGE_MODELS: StageModel[] = [
  model(
    'three-stage',
    'Three stages',
    'The common ground of sales and marketing, with what comes after the sale if you want it.',
    [
      ['Awareness', 'What is my problem?'],
      ['Consideration', 'What approaches exist?'],
      ['Decision', 'Which supplier is right for us?'],
      ['Onboarding', 'How do we get started?', 'optional'],
      ['Retention', 'Are we getting what we paid for?', 'optional'],
      ['Advocacy', 'Would I put my name to it?', 'optional'],
    ]
  ),
  model(
    'gartner-buying-jobs',
    'Gartner’s buying jobs',
    'Four jobs that a buying group gets done, and two that go on all the while.',
    [
      ['Problem identification', 'What do we need to change?'],
      ['Solution exploration', 'What could solve our problem?'],
      ['Requirements building', 'What exactly must it do for us?'],
      ['Supplier selection', 'Does this supplier do what we need?'],
      ['Validation', 'Are we still sure that this is right?', 'always on'],
      ['Consensus creation', 'How do we get everyone behind it?', 'always on'],
    ]
  ),
  model(
    'forrester',
    'Forrester’s buying decision',
    'Six steps from living with things as they are to signing.',
    [
      ['Loosening the status quo', 'Why should we change anything?'],
      ['Committing to change', 'Why should we change now?'],
      ['Exploring solutions', 'What are our options?'],
      ['Committing to a solution', 'Which kind of solution fits us?'],
      ['Justifying the decision', 'Does it pay, and can we defend it?'],
      ['Making the selection', 'Whom do we sign with?'],
    ]
  ),
  model(
    'schwartz-awareness',
    'Schwartz’s levels of awareness',
    'How much the reader knows already, from nothing to everything but the price.',
    [
      ['Unaware', 'Is there anything I should worry about?'],
      ['Problem aware', 'What is it that hurts?'],
      ['Solution aware', 'What kinds of help are there?'],
      ['Product aware', 'Is this product the one for me?'],
      ['Most aware', 'What is the offer?'],
    ]
  ),
  model(
    'see-think-do-care',
    'See, Think, Do, Care',
    'Four audiences by intent, customers included.',
    [
      ['See', 'What is going on in my field?'],
      ['Think', 'What might help me?'],
      ['Do', 'How do I buy it?'],
      ['Care', 'How do I get more out of it?'],
    ]
  ),
  model('bowtie', 'Bowtie', 'As much after the sale as before it, for recurring revenue.', [
    ['Awareness', 'What is my problem?'],
    ['Education', 'What approaches exist?'],
    ['Selection', 'Which supplier is right for us?'],
    ['Commit', 'What do we agree on?'],
    ['Onboard', 'How do we reach the first result?'],
    ['Impact', 'Does it keep paying off?'],
    ['Growth', 'What more could we do with it?'],
  ]),
];
