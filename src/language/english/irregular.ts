/** Irregular English forms. Source: general knowledge. Each row is the dictionary form, then its other forms. */
const rows = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table
      .trim()
      .split('\n')
      .flatMap((row) => {
        const [base, ...forms] = row.trim().split(/\s+/);
        return forms.map((form): [string, string] => [form, base!]);
      }),
  );

export const IRREGULAR_VERBS = rows(`
  be am is are was were been being 's 'm 're
  have has had having 've 'd
  do does did done doing
  go goes went gone going
  say says said saying
  tell told
  think thought
  know knew known
  give gave given giving
  take took taken taking
  make made making
  come came coming
  become became becoming
  see saw seen
  get got gotten getting
  find found
  leave left leaving
  feel felt
  put putting
  bring brought
  begin began begun beginning
  keep kept
  hold held
  write wrote written writing
  stand stood
  understand understood
  hear heard
  let letting
  mean meant
  set setting
  meet met
  run ran running
  pay paid
  sit sat sitting
  speak spoke spoken
  lie lay lain lying
  lead led
  read reading
  grow grew grown
  lose lost losing
  fall fell fallen
  send sent
  build built
  spend spent
  cut cutting
  rise rose risen rising
  drive drove driven driving
  buy bought
  wear wore worn
  choose chose chosen choosing
  seek sought
  throw threw thrown
  catch caught
  deal dealt
  win won winning
  shoot shot
  teach taught
  eat ate eaten
  draw drew drawn
  fight fought
  break broke broken
  fly flew flown flies
  sell sold
  strike struck stricken striking
  hit hitting
  hurt
  forget forgot forgotten forgetting
  hide hid hidden hiding
  sing sang sung
  swear swore sworn
  shake shook shaken shaking
  withdraw withdrew withdrawn
  overthrow overthrew overthrown
  undergo underwent undergone
  undertake undertook undertaken
  arise arose arisen arising
  bear bore born borne
  beat beaten
  bend bent
  bind bound
  bite bit bitten biting
  bleed bled
  blow blew blown
  breed bred
  burn burnt
  cling clung
  creep crept
  dig dug digging
  die dies died dying
  tie ties tied tying
  dream dreamt
  drink drank drunk
  feed fed
  flee fled
  forbid forbade forbidden
  forgive forgave forgiven forgiving
  freeze froze frozen freezing
  grind ground
  hang hung
  kneel knelt
  lay laid
  learn learnt
  lend lent
  light lit
  quit quitting
  ride rode ridden riding
  ring rang rung
  shed shedding
  shine shone shining
  shrink shrank shrunk
  shut shutting
  sink sank sunk
  sleep slept
  slide slid sliding
  spin spun spinning
  split splitting
  spread
  spring sprang sprung
  steal stole stolen
  stick stuck
  sting stung
  sweep swept
  swim swam swum swimming
  swing swung
  tear tore torn
  wake woke woken waking
  weep wept
  wind wound
  foresee foresaw foreseen
  overcome overcame overcoming
  oversee oversaw overseen
  rebuild rebuilt
  retell retold
  foretell foretold
  withhold withheld
  uphold upheld
  mislead misled
  misunderstand misunderstood
  outdo outdid outdone
  resell resold
  repay repaid
  override overrode overridden overriding
  undo undid undone
  bid bidding
  bet betting
  cost
  burst
  rid
  plead pled
  leap leapt
  prove proven
  show shown
  sew sewn
  sow sown
  use used using
  die died
  agree agreed agreeing
  free freed
  refer referred referring
  occur occurred occurring
  admit admitted admitting
  control controlled controlling
  travel travelled travelling
  refuse refused refusing
  use uses
`);

export const IRREGULAR_NOUNS = rows(`
  man men
  woman women
  child children
  person people persons
  foot feet
  tooth teeth
  mouse mice
  goose geese
  ox oxen
  life lives
  wife wives
  knife knives
  leaf leaves
  half halves
  self selves
  thief thieves
  shelf shelves
  wolf wolves
  crisis crises
  analysis analyses
  basis bases
  thesis theses
  hypothesis hypotheses
  criterion criteria
  phenomenon phenomena
  medium media
  datum data
  bacterium bacteria
  index indices
  matrix matrices
  spokesman spokesmen
  spokeswoman spokeswomen
  policeman policemen
  gunman gunmen
  fisherman fishermen
  congressman congressmen
  businessman businessmen
  series series
  species species
  headquarters headquarters
  troops troops
  bus buses
  gas gases
  shoe shoes
  toe toes
`);

export const IRREGULAR_ADJECTIVES = rows(`
  good better best
  bad worse worst
  far farther farthest further furthest
  little less least
  much more most
  early earlier earliest
  late later latest
  many more most
`);

/** Small words whose dictionary form does not follow from an ending; where two words look alike the coarse tag stands before the form. */
export const LEMMA_OF_FUNCTION_WORD: ReadonlyMap<string, string> = new Map([
  ...rows(`
  not n't nt
  will 'll wo
  can ca
  would 'd
  a an
  I i me
  he him
  she her
  we us
  they them
  who whom
  be 's 'm 're am is are was were been being be
  have 've has had having
  do does did done doing
  this these
  that those
  `),
  ['DET her', 'her'],
  ["PART 's", "'s"],
  ["PRON 's", 'us'],
  ["AUX 'd", 'would'],
]);
