import type { Via } from '../../domain/statement.ts';
import { handRead } from './hand-read.ts';

/** An invented affair: a ferry of an invented line sinks off invented islands; and what became of it. */

const ACTORS = [
  ['Torvik Line', 'company', 'the ferry company'],
  ['Edda Lund', 'person', 'Lund'],
  ['Coastal Guard of Sorrel', 'body', 'Coastal Guard', 'coastguard'],
  ['Marten Hale', 'person', 'Hale'],
  ['Sorrel', 'state'],
] as const;
const PLACES = [
  ['Harrow Sound', 'SRL'],
  ['Sorrel', 'SRL'],
] as const;
const WIRE: Via = { name: 'Norrland Wire', kind: 'agency' };

const SINKING = `HARROW SOUND, Sorrel — The passenger ferry Anneke sank in rough seas off Harrow Sound early on Tuesday and at least 14 people drowned, the Coastal Guard of Sorrel said.

Marten Hale, commander of the Coastal Guard, told Norrland Wire that the ferry's bow door had been open when it left port.

"The bow door stood open and water came in within minutes," Hale said. He added that 61 passengers had been pulled from the water by fishing boats.

The Torvik Line, which owns the Anneke, said the ferry had passed its inspection in spring.`;

const SAID_AT_SINKING = [
  {
    who: 'Coastal Guard of Sorrel',
    words:
      'The passenger ferry Anneke sank in rough seas off Harrow Sound early on Tuesday and at least 14 people drowned',
    cue: 'said',
  },
  { who: 'Marten Hale', words: "the ferry's bow door had been open when it left port", cue: 'told', via: [WIRE] },
  { who: 'Marten Hale', words: 'The bow door stood open and water came in within minutes', cue: 'said', via: [WIRE] },
  { who: 'Torvik Line', words: 'the ferry had passed its inspection in spring' },
] as const;

export const WIRE_REPORT = handRead({
  id: 'wire',
  outlet: 'Norrland Wire',
  published: '2031-03-04T07:10:00Z',
  title: 'Ferry Anneke sinks off Sorrel, at least 14 drown',
  text: SINKING,
  actors: ACTORS,
  places: PLACES,
  said: SAID_AT_SINKING,
  figures: [
    {
      words: 'at least 14',
      value: 14,
      bound: 'atLeast',
      unit: 'people',
      counted: 'people drowned',
      place: 'Harrow Sound',
    },
  ],
});

/** The wire's text under another headline, with the agency's name left out of the credit. */
export const UNCREDITED_COPY = handRead({
  id: 'copy',
  outlet: 'Sorrel Morning',
  published: '2031-03-04T09:30:00Z',
  title: 'Tragedy in Harrow Sound',
  text: SINKING.replace('HARROW SOUND, Sorrel — ', '').replace(' early on Tuesday', ' on Tuesday morning'),
  actors: ACTORS,
  places: PLACES,
});

/** Credited to the agency, and come in before the agency's own text. */
export const CREDITED_COPY = handRead({
  id: 'credited',
  outlet: 'The Lantern',
  published: '2031-03-04T08:00:00Z',
  title: 'Ferry sinks off Sorrel',
  agency: 'Norrland Wire',
  text: SINKING.split('\n\n').slice(0, 3).join('\n\n'),
  actors: ACTORS,
  places: PLACES,
});

export const OWN_REPORT = handRead({
  id: 'own',
  outlet: 'Isles Herald',
  published: '2031-03-04T15:00:00Z',
  title: 'Ferry Anneke sinks off Harrow Sound: bow door was open, says coastguard',
  text: `Rescuers in Harrow Sound searched for survivors of the Anneke on Tuesday after the passenger ferry sank with the loss of 19 people.

Marten Hale said the bow door of the ferry was open when the Anneke left port in rough seas.

Fishing boats brought survivors to Harrow Sound through the morning, and the coastguard sent two ships. The Torvik Line said it would help the families of the drowned passengers.`,
  actors: ACTORS,
  places: PLACES,
  said: [
    {
      who: 'Marten Hale',
      words: 'the bow door of the ferry was open when the Anneke left port in rough seas',
      cue: 'said',
    },
  ],
  figures: [
    { words: '19', value: 19, bound: 'exact', unit: 'people', counted: 'people drowned', place: 'Harrow Sound' },
  ],
});

export const DENIAL = handRead({
  id: 'denial',
  outlet: 'Sorrel Morning',
  published: '2031-03-21T11:00:00Z',
  title: 'Torvik Line rejects coastguard account of Anneke',
  text: `The head of the Torvik Line has denied that the bow door of the Anneke was open when the ferry left port.

"Every door was closed and sealed by the crew," Edda Lund told reporters in Sorrel on Friday.

The Coastal Guard accused the Torvik Line of hiding the crew's log. Lund rejected all such accusations and said the log had gone down with the ship.

Investigators of the sinking put the number of the drowned at 22.`,
  actors: ACTORS,
  places: PLACES,
  said: [
    {
      who: 'Edda Lund',
      words: 'the bow door of the Anneke was open when the ferry left port',
      cue: 'has denied',
      stance: 'denies',
    },
    { who: 'Edda Lund', words: 'Every door was closed and sealed by the crew', cue: 'told' },
    { who: 'Coastal Guard of Sorrel', words: "the Torvik Line of hiding the crew's log", cue: 'accused' },
    { who: 'Torvik Line', words: 'all such accusations', cue: 'rejected', stance: 'denies' },
  ],
  figures: [{ words: '22', value: 22, bound: 'exact', unit: 'people', counted: 'drowned', place: 'Harrow Sound' }],
});

/** The line's own statement stands between what is denied and the denial. */
export const CLARIFICATION = handRead({
  id: 'clarification',
  outlet: 'Sorrel Morning',
  published: '2031-03-22T09:00:00Z',
  title: 'Torvik Line answers the coastguard',
  text: `Marten Hale of the Coastal Guard said on Friday that the crew had been drinking. The Torvik Line has issued a clarification of its own. Rejecting those claims, a Torvik Line spokesperson left the room.`,
  actors: [...ACTORS, ['Torvik Line spokesperson', 'person']],
  places: PLACES,
  said: [
    { who: 'Marten Hale', words: 'the crew had been drinking', cue: 'said' },
    { who: 'Torvik Line', words: 'a clarification of its own', cue: 'has issued' },
    { who: 'Torvik Line spokesperson', words: 'those claims', cue: 'Rejecting', stance: 'denies' },
  ],
});

export const TRIAL = handRead({
  id: 'trial',
  outlet: 'The Lantern',
  published: '2032-05-02T10:00:00Z',
  title: 'Court in Sorrel opens trial of Torvik Line director over Anneke ferry',
  text: `The trial of Edda Lund, the director of the Torvik Line, opened in Sorrel on Monday, fourteen months after the ferry Anneke went down in Harrow Sound.

Prosecutors charge Lund with letting the ferry sail with a bow door that would not shut. Marten Hale of the Coastal Guard is to be heard as the first witness.

Lund's lawyers asked the judges for more time to read the inspection papers.`,
  actors: ACTORS,
  places: PLACES,
});

/** Another affair altogether. */
export const VINEYARD = handRead({
  id: 'vineyard',
  outlet: 'The Lantern',
  published: '2031-03-05T06:00:00Z',
  title: 'Frost ruins half of the harvest in the Quill valley',
  text: `A late frost has ruined half of the grapes in the Quill valley, the growers' union of Pemberia said on Wednesday.

Growers lit fires between the vines during three nights, but the buds were already out. Union president Oda Brandt asked the ministry of farming for a loan.`,
  actors: [
    ['Oda Brandt', 'person'],
    ["growers' union of Pemberia", 'body'],
  ],
  places: [['Pemberia', 'PMB']],
  said: [
    {
      who: "growers' union of Pemberia",
      words: 'A late frost has ruined half of the grapes in the Quill valley',
      cue: 'said',
    },
  ],
});
