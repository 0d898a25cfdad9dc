import { readFileSync } from 'node:fs';
import { deriveVocabulary } from '../../../src/pages/vocabulary';
import { VOCABULARY } from '../../../src/config/templates/vocabulary';

describe('The vocabulary', () => {
  it("is what Twilio's SDK has; else run `npm run generate`", () => {
    const written: unknown = JSON.parse(
      readFileSync('src/config/templates/vocabulary.json', 'utf8'),
    );
    expect(written).toEqual(deriveVocabulary());
  });

  it('has the verbs, nouns and attributes that Twilio documents', () => {
    const { VoiceResponse, Dial, Gather, Say, Refer, Start } = VOCABULARY;
    expect(Object.keys(VoiceResponse ?? {})).toEqual(
      expect.arrayContaining(['Dial', 'Enqueue', 'Gather', 'Hangup', 'Leave', 'Pause', 'Play']),
    );
    expect(VoiceResponse?.['Dial']?.attributes).toEqual(
      expect.arrayContaining(['action', 'answerOnBridge', 'callerId', 'timeLimit', 'timeout']),
    );
    expect(Object.keys(Dial ?? {})).toEqual(
      expect.arrayContaining(['Client', 'Conference', 'Number', 'Queue', 'Sim', 'Sip']),
    );
    expect(Object.keys(Gather ?? {}).sort()).toEqual(['Pause', 'Play', 'Say']);
    expect(Object.keys(Say ?? {})).toEqual(expect.arrayContaining(['break', 'say-as']));
    expect(Object.keys(Refer ?? {})).toEqual(['Sip']);
    expect(Object.keys(Start ?? {})).toEqual(expect.arrayContaining(['Stream', 'Transcription']));
  });

  it('knows every element that may stand in another', () => {
    const elements = Object.values(VOCABULARY).flatMap((children) => Object.values(children));
    for (const { element } of elements) expect(Object.keys(VOCABULARY)).toContain(element);
  });
});
