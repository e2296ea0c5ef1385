/** Words that make a capitalised word a place, or keep it from being one. Source: the English language and its press. */

/** After these a name is likely a place. */
export const LOCATIVE = new Set(
  'in at near from outside inside to across around toward towards through throughout into via between off of downtown northern southern eastern western central north south east west northeast northwest southeast southwest northeastern northwestern southeastern southwestern rural greater inner upper lower occupied neighbouring neighboring mainland visiting left reached'.split(
    ' ',
  ),
);

/** Words that follow a place and belong to what it names. */
export const PLACE_NOUNS = new Set(
  'province provinces state states city county district districts region regions oblast governorate prefecture town village area airport port river valley border peninsula island islands coast suburb capital municipality territory republic department zone strip'.split(
    ' ',
  ),
);

/** Capitalised words before a name that make it a person's or a body's. */
export const TITLES = new Set(
  'mr mrs ms miss dr sir lord lady dame president prime minister secretary senator sen rep congressman congresswoman governor gov mayor judge justice general gen colonel col major captain capt lieutenant lt sergeant sgt king queen prince princess pope bishop archbishop rabbi imam sheikh professor prof coach saint chancellor ambassador director chairman chairwoman spokesman spokeswoman detective officer chief deputy pastor reverend rev'.split(
    ' ',
  ),
);

/** Small words for what somebody is, before a name. */
export const ROLES = new Set(
  'candidate nominee frontrunner rival opponent senator congressman congresswoman president minister secretary spokesman spokeswoman analyst author professor strategist adviser advisor coach actor actress singer rapper billionaire businessman mogul attorney lawyer judge striker midfielder goalkeeper defender captain winger quarterback pitcher driver champion novelist historian economist journalist reporter director producer comedian'.split(
    ' ',
  ),
);

/** What follows a name of a body, a paper, a street or a team. */
export const BODY_NOUNS = new Set(
  'university college school hospital times post herald tribune journal gazette news press daily mail star street avenue road boulevard lane drive square bridge park stadium arena center centre museum theatre theater bank group inc corp corporation ltd company police court council senate assembly parliament committee commission party union association institute foundation church cathedral mosque temple declaration agreement treaty accords accord convention protocol united rovers giants yankees dodgers bulls lakers hotel hall house club cup open games olympics symphony orchestra review exchange airlines airways dam trophy league conference summit review act bill building tower palace castle zoo international national regional municipal metropolitan community federal public medical chamber board authority department office agency film festival marathon coalition network society association stock exchange fire homeless opera ballet philharmonic biennale expo fair'.split(
    ' ',
  ),
);

/** Names that are also words, first names or surnames; as a place they need a preposition or a country beside them. */
export const COMMON = new Set(
  'reading nice mobile bath split most man sale hope march orange van male enterprise independence liberty university eagle police central union republic ministry best of same asia minor many than may june april august april sunday monday friday victoria sydney florence charlotte austin jackson lincoln madison jordan chad israel georgia paris houston dallas carolina virginia savannah chelsea brooklyn kent marion troy clinton bush trump obama putin jefferson franklin washington hamilton newton preston grant taylor davis lee scott ross martin gordon nelson stanley warren wayne douglas dale glen rose bell bishop pope king prince duke court hall church chapel mission temple castle bridge ford field park forest lake river bay beach hill mountain spring springs falls valley grove wells point island port market cross green brown white black young long short little big grand great new old north south east west northern southern eastern western mean media sun moon star day night winter summer autumn democrat republican congress senate house justice freedom victory peace joy faith grace charity santa mercedes lima alexandria san los las the and but for all her his our their its one two three four five six seven eight nine ten first second third god pen deal date hit hot cut come see say us it is as at be by do go he if in me my no on or so to up we am an had has was who why how what when where which while with after before during under over also just only even then there here these those this that they them such some any each every both either neither nor not yet still since until upon within without about above across against along among around behind below beneath beside between beyond despite down except inside into like near off onto out outside past per plus round through toward towards via bar ball bond born much are ada ali leo oslo amo bo eu ii ai un tv pc police mayor prayer much data index legal senior junior globe press post times mail herald guardian telegraph independent sport sports music art business travel opinion culture health science technology politics world home live video photos weather facebook twitter google apple amazon'.split(
    ' ',
  ),
);

/** Ordinary words that some village bears: no place unless a larger place is named beside them. */
export const NEVER = new Set(
  'university central march august wing side law alliance enterprise union best most many than same much republic ministry liberty independence freedom victory justice police media democrat republican congress senate house may april sunday friday monday of the and but for all her his our their its one two three four five six seven eight nine ten first second third god pen deal date hit hot cut come see say it is as at be by do go he if in me my no on or so to up we am an had has was who why how what when where which while with after before during under over also just only even then there here these those this that they them such some any each every both either neither nor not yet still since until upon within without about above across against along among around behind below beneath beside between beyond despite down except inside into like near off onto out outside past per plus round through toward towards via bar ball bond born data index legal senior junior globe press post times mail herald guardian telegraph independent sport sports music art business travel opinion culture health science technology politics world home live video photos weather day night winter summer autumn long short little big great new old young white black green brown split sale hope male mobile reading nice eagle orange peace faith grace charity joy court hall church chapel mission temple castle bridge ford field park forest lake river bay beach hill mountain spring springs falls valley grove wells point island port market cross west east north south western eastern northern southern early tribune commerce economy energy president hero bishop pope king prince duke star sun moon'.split(
    ' ',
  ),
);

/** Officers of a state or province: before these a name that a city shares is the state. */
export const STATE_OFFICES = new Set(
  'gov governor state senator sen senate rep republican republicans democrat democrats lawmakers legislature attorney congressman congresswoman trooper troopers'.split(
    ' ',
  ),
);

/** Days and months may follow a place without making a name of it. */
export const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

/** What governments do: a capital before these stands for its government. */
export const GOVERNMENT_VERBS = new Set(
  'said says say accused accuses accuse denied denies deny warned warns warn demanded demands rejected rejects insisted insists wants wanted believes called calls sees saw considers considered maintains agreed agrees refused refuses offered offers plans planned hopes hoped fears feared imposed imposes condemned condemns welcomed welcomes announced announces recognised recognized recognises supports supported backs backed blames blamed argues argued claims claimed hosted hosts signed signs withdrew severed expelled summoned summons views regards threatened threatens vowed vows urged urges asked asks opposes opposed favours favors responded responds retaliated pledged pledges decided decides seeking trying planning seeks sought tries tried'.split(
    ' ',
  ),
);

/** What governments have: "Moscow's decision". */
export const GOVERNMENT_NOUNS = new Set(
  'government decision policy position stance demand demands offer claim claims view views interests ambassador envoy ally allies relations ties support backing influence role response reaction refusal readiness intentions actions aggression perspective foreign military concerns proposal proposals tactics talk trade tariffs sanctions bid move moves plan plans strategy efforts effort leadership leaders diplomats envoys officials nuclear missile weapons troops forces army invasion intervention involvement occupation war threat threats warning warnings announcement statement denial acceptance rejection failure willingness insistence desire ambitions agenda goals goal economy budget parliament cabinet ministry minister ministers foreign-policy crackdown rule grip claimants rival rivals partners partner neighbours neighbors allegations accusations criticism'.split(
    ' ',
  ),
);

/** What a city has as a city: "Moscow's streets". */
export const CITY_NOUNS = new Set(
  'streets street suburbs suburb airport airports mayor residents centre center downtown population weather stock outskirts neighbourhoods neighborhoods districts district schools hospitals hotels restaurants metro subway buses taxis skyline police museum museums theatre theatres university universities red'.split(
    ' ',
  ),
);
