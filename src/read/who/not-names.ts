/** Words that news prints with a capital and that open no name of an actor (closed classes, calendar, marks of a page). Source: general knowledge. */
export const NOT_A_NAME: ReadonlySet<string> = new Set(
  `the a an this that these those his her its their our my your he she it they we i you who which what when where why how if
but and or so yet nor as at by for from in into of on to with without over under after before since until while although though because
despite during amid among between against about across around both all some many most several few each every no not any other another such
there here then now also however meanwhile moreover still even only just more less than
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
today yesterday tonight tomorrow yes ok please thanks asked speaking according earlier later recently
is are was were be been has have had do does did will would can could should may might must let
one two three four five six seven eight nine ten first second third last next new old
copyright photo image video read click share follow subscribe comments related source`.split(/\s+/),
);

/** Names of outlets, parties and groups that are plain words too. Source: general knowledge. */
export const ALSO_A_WORD: ReadonlySet<string> = new Set(
  `time focus stern mint punch slate salon quad vox stuff insider vanguard tempo index dawn focus sun mirror post hill nation
observer spectator standard star age independent guardian congress senate treasury quartz onet likud labour congressional
reform syriza podemos sputnik bloomberg meduza`.split(/\s+/),
);
