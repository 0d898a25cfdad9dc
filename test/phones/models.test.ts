/** What a row for a model must come with, so that nobody takes it for more than is known. */
import { questionsAbout } from '../../src/pages/phonePages/questions';
import { PHONE_MODEL_IDS } from '../../src/config/schema/phoneModels';
import { KEYPAD, ROTARY } from '../../src/phones/families/questions';
import { MODELS, phone } from './example';

it('are those that editors complete', () => {
  expect([...PHONE_MODEL_IDS]).toEqual(MODELS.map(({ id }) => id).sort());
});

it.each(MODELS)(
  '$id: what nothing sets up, and settings from documents of another model, are open questions',
  (model) => {
    const { id, notSetUp, settingsFrom } = model;
    const borrowed = settingsFrom !== 'its own documents';
    const own = questionsAbout(model).filter(
      ({ models, test }) => models?.includes(id) && test !== undefined,
    );
    const needed = notSetUp.length + (borrowed ? 1 : 0);
    expect({ id, questions: Math.min(own.length, needed) }).toEqual({ id, questions: needed });
    if (borrowed) {
      expect(model.warnings(phone(model)).join('\n')).toContain(settingsFrom.documentsOf);
    }
  },
);

it.each(MODELS)('$id: whether its file closes its keypad, or reads a dial, is asked', (model) => {
  const asked = questionsAbout(model).map(({ asked: text }) => text);
  expect(asked.includes(KEYPAD.asked)).toBe(model.locks.length > 0);
  expect(asked.includes(ROTARY.asked)).toBe(model.rotary === 'pulses');
});
