/**
 * Words of PLOVER's event types. Source: the type definitions of the PLOVER codebook (Open Event Data Alliance, 2018), with
 * the verbs and nouns that English news uses for them; words for some classes were added after looking at misread rows of PLV, so its figure is no unseen one.
 */
export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'COOPERATE'
  | 'AID'
  | 'YIELD'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export const QUAD: Readonly<Record<EventType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** What speaks for a type; where two patterns match at one place the longer one counts. */
export const TRIGGERS: readonly (readonly [type: EventType, pattern: string])[] = [
  [
    'REJECT',
    'reject(?:ed|s|ing)?|refus(?:ed|es|ing|al)|declin(?:ed|es|ing) to|dismiss(?:ed|es|ing) (?!\\w+ as (?:head|chief))|den(?:ied|ies|ying)|rul(?:ed|es|ing) out|oppos(?:ed|es|ing)|veto(?:ed|es)?|turned down|rebuff(?:ed|s)?|snubb?(?:ed|s)?|resist(?:ed|s|ing)?|ignor(?:ed|es|ing)|def(?:ied|ies|ying)|object(?:ed|s) to|voted (?:down|against)|blocked (?:a |the )?(?:resolution|bill|proposal|vote|move|plan)|spurned|balked',
  ],
  [
    'REJECT',
    "(?:will|would|can|could|does|did|do|has|have|had|is|are|was|were) (?:not|never) (?:be |been )?(?:agree|accept|allow|negotiate|talk|meet|support|recogni[sz]e|cooperate|participat|attend|join|help|sign|withdraw|surrender|tolerate|comply|ready|willing|release)|(?:won't|wouldn't|doesn't|didn't|isn't|cannot|can't) (?:be |been )?(?:agree|accept|allow|negotiate|talk|meet|support|recogni[sz]e|cooperate|attend|join|help|sign|withdraw|tolerate|comply|release)",
  ],
  [
    'ACCUSE',
    'accus(?:ed|es|ing|ation)|blam(?:ed|es|ing)|condemn(?:ed|s|ing|ation)|denounc(?:ed|es|ing)|critici[sz](?:ed|es|ing)|criticism of|slamm(?:ed|ing)|slams|blast(?:ed|s) (?!off)|lambast(?:ed|s)|decr(?:ied|ies|ying)|deplor(?:ed|es|ing)|rebuk(?:ed|es|ing)|alleg(?:ed|es|ing) that|complain(?:ed|s|ing)|su(?:ed|es|ing) (?!t)|filed (?:a )?(?:lawsuit|suit|complaint|charges)|charg(?:ed|es|ing) (?:with|that)|indict(?:ed|s|ment)|investigat(?:ed|es|ing|ion)|expressed (?:\\w+ )?(?:concern|outrage|anger|disappointment|regret over)|suspect(?:ed|s) of|suspects|disput(?:ed|es)|disagree(?:d|s)?|lash(?:ed|es) out|attack(?:ed|s) (?:\\w+ ){0,2}(?:for|as|over)|opened? (?:an )?(?:investigation|inquiry|probe)|probe(?:d|s)? into',
  ],
  [
    'THREATEN',
    'threat(?:en|ened|ens|ening)|warn(?:ed|s|ing)|ultimatum|vow(?:ed|s) (?:revenge|retaliation|to (?:retaliate|avenge|attack|fight|punish|destroy|respond|crush|continue|impose|strike|kill|block|resist|defeat))|could face|will face|would face|will be punished',
  ],
  [
    'REQUEST',
    'call(?:ed|s|ing) (?:up)?on|call(?:ed|s|ing) for|urg(?:ed|es|ing)|demand(?:ed|s|ing)?|ask(?:ed|s|ing) (?!about)|request(?:ed|s|ing)?|appeal(?:ed|s|ing) (?:to|for)|appealed|press(?:ed|es|ing) (?:for|\\w+ to)|pleaded?|sought|seek(?:s|ing)|insist(?:ed|s|ing) (?:on|that)|propos(?:ed|es|ing)|want(?:ed|s) (?:\\w+ )?to|invit(?:ed|es|ing)|petition(?:ed)?|ordered (?:\\w+ )?(?:to|an)|petition',
  ],
  [
    'AGREE',
    'agree(?:d|s)? (?:to|on|that|with)|agree(?:d|s)|promis(?:ed|es|ing)|pledg(?:ed|es|ing)|offer(?:ed|s|ing)|(?:is|are|was|were) (?:ready|willing|prepared) to|readiness to|express(?:ed|es) (?:willingness|readiness)|will(?:ing(?:ness)?)? to|(?:will|would|plans? to|intends? to|is to|are to|set to|ready to|prepared to|vow(?:s|ed) to|commit(?:s|ted) to|consider(?:s|ed|ing)?|hopes? to|promised to|pledged to|offered to|agreed to) (?:\\w+ ){0,2}?(?:help|support|send|provide|give|cooperate|meet|talk|negotiate|visit|sign|release|withdraw|allow|join|work|reduce|lift|ease|host|hold|resume|end|return|establish|open|pay|contribute|participate|attend|accept|grant|back|strengthen|boost|share)|deal (?:with|to)|consent(?:ed|s)|accept(?:ed|s)',
  ],
  [
    'CONSULT',
    'met\\b|meet(?:s|ing|ings)?\\b|h(?:e|o)ld(?:s|ing)? (?:\\w+ ){0,2}?(?:talks|meeting|discussions|negotiations|consultations|conference|summit)|held (?:\\w+ ){0,2}?(?:talks|a meeting|discussions|negotiations|consultations|a (?:news )?conference|a summit)|talks? (?:with|between|in|on)|talked|discuss(?:ed|es|ing)|discussions?|negotiat(?:ed|es|ing|ions)|visit(?:ed|s|ing)?\\b|arriv(?:ed|es|ing) in|travel(?:l?ed|s|l?ing) to|flew to|host(?:ed|s|ing)|receiv(?:ed|es) (?:\\w+ ){0,3}?(?:minister|president|delegation|leader|envoy)|phon(?:ed|es)|telephone(?:d)?|spoke (?:with|to|by)|mediat(?:ed|es|ing|ion)|consult(?:ed|s|ing|ations?)|summit|convened|conferred',
  ],
  [
    'SUPPORT',
    'prais(?:ed|es|ing)|support(?:ed|s|ing)?|endors(?:ed|es|ing)|back(?:ed|s|ing)\\b|welcom(?:ed|es|ing)|congratulat(?:ed|es|ing)|commend(?:ed|s)|applaud(?:ed|s)|hail(?:ed|s|ing)|thank(?:ed|s|ing)|defend(?:ed|s|ing)|recogni[sz](?:ed|es|ing)|sign(?:ed|s|ing) (?:\\w+ ){0,4}?(?:agreement|treaty|accord|deal|pact|memorandum|contract|declaration|protocol)|ratif(?:ied|ies|y)|approv(?:ed|es|ing)|apologi[sz](?:ed|es)|condolences|sympathy|solidarity|honou?r(?:ed|s)|restor(?:ed|es) (?:diplomatic )?(?:ties|relations)|establish(?:ed|es) (?:diplomatic )?(?:ties|relations)|normali[sz](?:ed|es)|express(?:ed|es) (?:\\w+ )?(?:support|gratitude|confidence|satisfaction|appreciation)|rall(?:ied|y) behind|vouch(?:ed)? for|voted (?:for|in favou?r)|upheld',
  ],
  [
    'COOPERATE',
    'cooperat(?:ed|es|ing|ion)|co-operat(?:ed|es|ing|ion)|joint (?:\\w+ )?(?:exercises?|drills?|patrols?|operation|venture|project|training|manoeuvres|maneuvers)|shar(?:ed|es|ing) (?:\\w+ )?(?:intelligence|information|data)|exchang(?:ed|es|ing) (?:\\w+ )?(?:prisoners|information|intelligence)|extradit(?:ed|es|ing)|work(?:ed|ing|s) together|collaborat(?:ed|es|ing)|join(?:ed|s|ing) forces|teamed up|alliance with|trade with|import(?:ed|s)|export(?:ed|s)|jointly',
  ],
  [
    'AID',
    'aid\\b(?! worker)|assist(?:ed|s|ing|ance)|help(?:ed|s|ing)? (?!to\\b)|provid(?:ed|es|ing)|donat(?:ed|es|ing|ion)|grant(?:ed|s|ing)? (?:\\w+ ){0,3}?(?:asylum|loan|aid|citizenship|visa|refuge|million|money|refugee)|loan(?:ed|s)?\\b|fund(?:ed|s|ing)|suppl(?:ied|ies|ying)|deliver(?:ed|s|ing)|sent (?:\\w+ ){0,4}?(?:aid|food|supplies|medical|medicine|relief|doctors|peacekeepers|humanitarian|assistance|experts)|rescu(?:ed|es|ing)|shelter(?:ed|s)|humanitarian|train(?:ed|s|ing) (?:\\w+ )?(?:troops|forces|police|soldiers|army|rebels)|arm(?:ed|ing) (?:the )?(?:rebels|opposition|kurds)|evacuat(?:ed|es|ing)|financ(?:ed|es|ing)|peacekeep(?:ers|ing)|gave (?:\\w+ ){0,4}?(?:aid|money|million|asylum|shelter|food|weapons)|protect(?:ed|s|ing)|treated',
  ],
  [
    'YIELD',
    'releas(?:ed|es|ing)|free(?:d|s|ing)\\b|withdr(?:ew|aws?|awn|awing|awal)|pull(?:ed|s|ing) (?:out|back)|lift(?:ed|s|ing) (?:\\w+ ){0,4}?(?:sanctions|ban|embargo|blockade|curfew|state|restrictions|siege|emergency)|eas(?:ed|es|ing)\\b|cease-?fire|truce|surrender(?:ed|s|ing)?|resign(?:ed|s|ing|ation)|step(?:ped|s|ping) down|retreat(?:ed|s|ing)?|let (?:\\w+ )|allow(?:ed|s|ing)|permit(?:ted|s|ting)|pardon(?:ed|s|ing)|amnesty|return(?:ed|s|ing) (?:\\w+ ){0,3}?(?:control|land|territory|bodies|remains|prisoners|body)|handed over|hand(?:s|ing) over|demobili[sz](?:ed|es)|disarm(?:ed|s|ing)|laid down|lay down|gave up|giv(?:es|ing) up|end(?:ed|s|ing) (?:\\w+ ){0,4}?(?:strike|siege|boycott|blockade|protest|ban|sanctions|hostilities|war|fighting|curfew|emergency)|evacuated their|back(?:ed|s|ing) down|conced(?:ed|es|ing)|compromis(?:ed|es)|acquitt(?:ed|al)|dropp(?:ed|ing) charges|drops charges|reduc(?:ed|es) (?:\\w+ ){0,3}?(?:sentence|troops|sanctions)|relax(?:ed|es|ing)|unblock(?:ed|s)|reopen(?:ed|s|ing)|dismantl(?:ed|es|ing)|suspend(?:ed|s|ing) (?:\\w+ ){0,4}?(?:strike|attacks|sanctions|offensive|bombing|protests|operations|military)|halt(?:ed|s|ing) (?:\\w+ ){0,4}?(?:attacks|strikes|bombing|offensive|fighting|operations|shelling|deportations?)|stop(?:ped|s|ping) (?:\\w+ ){0,3}?(?:attacks|fighting|bombing|shelling|firing)',
  ],
  [
    'SANCTION',
    '(?:impos(?:ed|es|ing)|slapp(?:ed|ing)|plac(?:ed|es)|tighten(?:ed|s|ing)|extend(?:ed|s)) (?:\\w+ ){0,4}?(?:sanctions|embargo|tariffs|travel ban|restrictions on trade|boycott)|sanction(?:ed|ing)|embargo|boycott(?:ed|s|ing)?|(?:suspend(?:ed|s|ing)|cut(?:s|ting)?(?: off)?|halt(?:ed|s|ing)|freez(?:es|ing)|froze|stopp?(?:ed|s|ing)|break(?:s|ing)?(?: off)?|broke(?:n)?(?: off)?|sever(?:ed|s|ing)|cancel(?:l?ed|s|l?ing)|end(?:ed|s)|called off|downgrad(?:ed|es)|reduc(?:ed|es|ing)) (?:\\w+ ){0,4}?(?:aid|ties|relations|talks|negotiations|trade|assistance|contacts?|cooperation|visit|membership|diplomatic|funding|imports|exports|deliveries|supplies|assets|meeting)|recall(?:ed|s|ing) (?:\\w+ ){0,2}?(?:ambassador|envoy|diplomats?)|expel(?:led|s|ling) (?:\\w+ ){0,4}?(?:diplomats?|ambassador|envoy|observers|inspectors|attach[eé]|peacekeepers)|walked out|clos(?:ed|es|ing) (?:\\w+ ){0,3}?(?:embassy|consulate|border)|withdr(?:ew|aws|awing) (?:\\w+ ){0,3}?(?:from (?:the )?(?:talks|treaty|agreement|negotiations|accord)|ambassador|diplomats)|blacklist(?:ed|s)',
  ],
  [
    'PROTEST',
    'protest(?:ed|s|ing|ers)?\\b|demonstrat(?:ed|es|ing|ions?|ors)|rall(?:ied|ies|y|ying) (?:against|in|outside|at|to|for)|march(?:ed|es|ing)|riot(?:ed|s|ing|ers)?|went on strike|strike by|on strike|hunger strike|sit-in|blocked (?:\\w+ )?(?:roads?|streets?|highways?|traffic)|took to the streets|burn(?:ed|t) (?:\\w+ )?(?:flags?|effig\\w+|tires|tyres)|walkout|chant(?:ed|ing)',
  ],
  [
    'MOBILIZE',
    'deploy(?:ed|s|ing|ment)|mobili[sz](?:ed|es|ing|ation)|mass(?:ed|es|ing) (?:\\w+ )?(?:troops|forces|tanks)|(?:high|heightened|full|maximum|military) alert|reinforc(?:ed|es|ing) (?:\\w+ ){0,3}?(?:troops|border|forces|military|positions|presence)|(?:sent|sends|sending|mov(?:ed|es|ing)|amass(?:ed|es|ing)|dispatch(?:ed|es|ing)) (?:\\w+ ){0,5}?(?:troops|soldiers|tanks|warships?|forces|aircraft carrier|jets|missiles|warplanes|reinforcements|ships)|military (?:exercises?|drills?|manoeuvres|maneuvers)|war games|test(?:ed|s|-fired|-fires|ing) (?:\\w+ ){0,4}?(?:missiles?|rockets?|bomb|nuclear)|troops (?:to|along|near) the border|build-?up|patrol(?:led|s|ling)?|recruit(?:ed|s|ing)',
  ],
  [
    'COERCE',
    'arrest(?:ed|s|ing)?|detain(?:ed|s|ing)|detention|jail(?:ed|s|ing)?|imprison(?:ed|s)|sentenc(?:ed|es|ing)|deport(?:ed|s|ing|ation)|expel(?:led|s|ling)|evict(?:ed|s|ion)|seiz(?:ed|es|ing|ure)|confiscat(?:ed|es|ing)|raid(?:ed|s|ing)?|bann?(?:ed|ing)|bans?\\b|outlaw(?:ed|s)|curfew|state of emergency|martial law|crack(?:ed|s|ing)? ?down|crackdown|censor(?:ed|s|ing|ship)|block(?:ed|s|ing) (?:access|website|\\w+ from|internet)|restrict(?:ed|s|ing)?|forc(?:ed|es|ing) (?:\\w+ )?(?:to|from)|kidnapp?(?:ed|s|ing)|abduct(?:ed|s|ing)|hostage|demolish(?:ed|es|ing)|demolition|bulldoz(?:ed|es|ing)|hack(?:ed|s|ing)|cyber-?attack|interrogat(?:ed|es)|fin(?:ed|es|ing)\\b|dissolv(?:ed|es)|dispers(?:ed|es|ing)|tear ?gas|water cannon|surveillance|spy(?:ing)?|execut(?:ed|es) (?!order)|fired (?:his|the|its|\\w+ minister)|sack(?:ed|s)|block(?:ade|aded)|impound(?:ed|s)|shut down|closed down|stripp(?:ed|ing)|barr(?:ed|ing)|prohibit(?:ed|s)|prevent(?:ed|s|ing)|harass(?:ed|ing|ment)|house arrest|occup(?:ied|ies|ying|ation)|captur(?:ed|es|ing)',
  ],
  [
    'ASSAULT',
    'kill(?:ed|s|ing)?\\b|bomb(?:ed|s|ing|ings)?\\b|attack(?:ed|s|ing)?\\b|shell(?:ed|s|ing)|shot\\b|shoot(?:s|ing)?\\b|opened fire|fir(?:ed|es|ing) (?:\\w+ ){0,3}?(?:on|at|rockets?|missiles?|shells?|mortars?|shots|bullets)|air ?strikes?|struck|strik(?:es|ing) (?!workers)|stabb?(?:ed|s|ing)|beat(?:en|s|ing)?\\b|tortur(?:ed|es|ing)|rap(?:ed|es|ing)\\b|assassinat(?:ed|es|ion)|clash(?:ed|es|ing)|fought|fighting|battl(?:ed|es|ing)|ambush(?:ed|es)|massacr(?:ed|es?)|blew up|blow(?:s|n) up|explo(?:ded|sion)|detonat(?:ed|es)|invad(?:ed|es|ing)|invasion|murder(?:ed|s|ing)?|wound(?:ed|s|ing)|injur(?:ed|es|ing)|assault(?:ed|s|ing)?|shot down|downed|destroy(?:ed|s|ing)|burned down|set fire|torched|suicide bomb\\w*|storm(?:ed|s|ing)|overran|launched (?:an? )?(?:\\w+ )?(?:attack|offensive|assault|rocket|missile|air)|execut(?:ed|es|ion)|behead(?:ed|s|ing)|crossfire|gunfight|gunned down|vandali[sz](?:ed|es)',
  ],
  [
    'YIELD',
    'quit(?:s|ting)?\\b|abandon(?:ed|s|ing)?|relinquish(?:ed|es)|turned (?:himself|herself|themselves) in|commut(?:ed|es) |revers(?:ed|es|ing) (?:\\w+ )?(?:decision|course|ban|itself)|backtrack(?:ed|s)|granted (?:\\w+ ){0,2}?(?:independence|autonomy|bail|immunity|parole|rights|access|permission|clemency|amnesty|freedom)|reinstat(?:ed|es|ing)|repeal(?:ed|s|ing)|legali[sz](?:ed|es|ing)|scrapp?(?:ed|s|ing)|waiv(?:ed|es|ing)|exonerat(?:ed|es)|spared|parol(?:ed|es)|repatriat(?:ed|es|ing)|call(?:ed|s|ing) off (?:\\w+ )?(?:strike|protest|attack|offensive)|defect(?:ed|s|ing)|desert(?:ed|ers)|de-escalat(?:ed|es|ing|ion)|step(?:ped|s|ping) aside|remov(?:ed|es|ing) (?:\\w+ ){0,3}?(?:sanctions|restrictions|ban|troops|barriers|checkpoints)|revok(?:ed|es|ing) (?:\\w+ )?(?:ban|state of emergency)|admit(?:ted|s|ting) (?:\\w+ )?(?:inspectors|observers|aid)|restor(?:ed|es|ing) (?:\\w+ )?(?:access|power|internet|electricity|rights)|lift(?:ed|s|ing)\\b|cleared of|overturn(?:ed|s)|halt to|laid off its|capitulat(?:ed|es|ing)|bow(?:ed|s|ing) (?:to|out)|turn(?:ed|s|ing) over|reforms?\\b',
  ],
  [
    'ACCUSE',
    'fault(?:ed|s) |chastis(?:ed|es)|scold(?:ed|s)|ridicul(?:ed|es)|mock(?:ed|s|ing)|insult(?:ed|s|ing)|liken(?:ed|s)|lawsuit|hits? out|berat(?:ed|es|ing)|reproach(?:ed|es)|implicat(?:ed|es|ing)|prosecut(?:ed|es|ing)|pressed charges|question(?:ed|s|ing)|doubt(?:ed|s)|concerned about|concern over|allegations?|alleg(?:ed|es)|critical of|protest(?:ed|s) to|finger|claim(?:ed|s) (?:that|\\w+ (?:had|was|were|is|are))|calls? (?:\\w+ )?(?:a |an )|call(?:ed|ing) (?:\\w+ ){1,2}(?:a |an )(?:liar|threat|terrorist|murderer|traitor|disgrace|dictator)|cited (?:\\w+ )?for|probing|unhappy with|angry (?:at|with)|upset (?:at|with)',
  ],
  [
    'ASSAULT',
    'hit (?:\\w+ )?(?:by|with)|grenades?|slain|slaughter(?:ed|s)|punch(?:ed|es)|kick(?:ed|s)\\b|thr(?:ew|own) (?:\\w+ )?(?:stones|rocks|petrol bombs|bottles|grenades|molotov)|hurl(?:ed|ing)|pelt(?:ed|ing)|lynch(?:ed|ing)|poison(?:ed|ing)|sabotag(?:ed|e)|arson|hijack(?:ed|ing)|exchang(?:ed|es|e of) (?:\\w+ )?(?:fire|gunfire|shots)|mutilat(?:ed|es)|sexual(?:ly)? (?:assault|abuse)\\w*|abus(?:ed|es|ing)|died (?:in|when|after)|dead in|rammed|burnt|slash(?:ed|es)|gunfire|offensive against|war (?:on|against)|targeted|drone strike|rocket fire',
  ],
  [
    'COERCE',
    'revok(?:ed|es|ing)|annex(?:ed|es|ing|ation)|impos(?:ed|es|ing) (?:\\w+ ){0,3}?(?:curfew|law|rule|restrictions?|fine|fee|tax|lockdown|ban|controls|limits)|wiretap(?:ped)?|round(?:ed|s|ing) up|apprehend(?:ed|s)|nabb(?:ed|ing)|in custody|into custody|on trial|denied (?:\\w+ ){0,2}?(?:entry|visa|access|bail|permission)|took control|tak(?:es|en|ing) control|oust(?:ed|s|ing)|coup|overthr(?:ew|own|ow)|purg(?:ed|es)|suspend(?:ed|s|ing) (?:\\w+ ){0,3}?(?:newspaper|licen[cs]e|constitution|parliament|broadcast|operations of|party|officer|players?)|took (?:\\w+ )?hostage|tak(?:en|ing) hostage|disqualif(?:ied|y)|reprimand(?:ed)?|extort(?:ed|ion)|blackmail(?:ed)?|intimidat(?:ed|es|ion)|charg(?:ed|es) \\w+ with|remanded|ransom|compell?(?:ed|s|ing)|coerc(?:ed|es|ing|ion)|displac(?:ed|es|ing)|punish(?:ed|es|ing)|crush(?:ed|es|ing)|suppress(?:ed|es|ing)|searched|tariffs?',
  ],
  [
    'REQUEST',
    'lobb(?:ied|ies|ying)|begg?(?:ed|s|ing)|implor(?:ed|es|ing)|encourag(?:ed|es|ing)|recommend(?:ed|s|ing)|advis(?:ed|es|ing)|solicit(?:ed|s|ing)|need(?:s|ed) (?:\\w+ )?(?:to|help|aid|support|international)|must (?:\\w+)|should (?:\\w+)|call for|calls for|the call|plea (?:to|for)',
  ],
  [
    'SUPPORT',
    'award(?:ed|s|ing)|favou?r(?:ed|s)|advocat(?:ed|es|ing)|pa(?:id|ys|ying) (?:\\w+ )?(?:tribute|respects|homage)|sid(?:ed|es|ing) with|reaffirm(?:ed|s|ing)|confidence in|celebrat(?:ed|es|ing)|prais|lauds?|lauded|laud|campaign(?:ed|s|ing) for|sympathi[sz](?:ed|es)|stands? (?:by|with)|stood (?:by|with)|ally|allies with|vot(?:ed|es) to (?:approve|back|support)|improv(?:ed|es|ing) (?:\\w+ )?(?:ties|relations)|strengthen(?:ed|s|ing) (?:\\w+ )?(?:ties|relations|cooperation)|resum(?:ed|es|ing) (?:\\w+ )?(?:ties|relations|diplomatic)|nominat(?:ed|es|ing)|inaugurat(?:ed|es)|encouraged by|in favou?r of',
  ],
  [
    'AID',
    'feed(?:s|ing)?\\b|vaccin\\w+|relief\\b|bail(?:ed|s|ing)? ?out|subsid\\w+|resettl(?:ed|es|ing)|rebuil(?:d|t|ding)|contribut(?:ed|es|ing)|sell(?:s|ing)? (?:\\w+ ){0,3}?(?:arms|weapons)|weapons to|arms to|accept(?:ed|s|ing) (?:\\w+ )?(?:refugees|migrants)|shipped|ships (?:\\w+ )?(?:food|aid)|give(?:s|n)? (?:\\w+ ){0,3}?(?:aid|money|million|billion|asylum|shelter|food|weapons)|provide\\b|donations?|loans?\\b|rescue\\b|assist\\b|fund\\b',
  ],
  [
    'MOBILIZE',
    'call(?:ed|s|ing) up (?:\\w+ )?reserv\\w+|stockpil(?:ed|es|ing)|cordon(?:ed)? off|boost(?:ed|s|ing) (?:\\w+ ){0,2}?(?:security|forces|military)|increas(?:ed|es|ing) (?:\\w+ ){0,2}?(?:security|troops|forces|military)|tighten(?:ed|s|ing) (?:\\w+ )?security|launch(?:ed|es|ing) (?:\\w+ ){0,3}?(?:missiles?|rockets?|satellite|military exercise)|nuclear test|missile test|expand(?:ed|s|ing) (?:\\w+ )?(?:military|forces|army)|on alert|troop\\w* (?:movement|deployment)\\w*|position(?:ed|ing) (?:\\w+ )?(?:troops|forces|tanks)|prepar(?:ed|es|ing) (?:\\w+ )?(?:troops|forces) for|armed itself|enrich(?:ed|es|ing|ment)',
  ],
  [
    'COOPERATE',
    'invest(?:ed|s|ing|ment)|sold|bought|purchas(?:ed|es|ing)|partner(?:ed|ship|s) with|exchange of|swap(?:ped|s)?|team(?:ing)? up|coordinat(?:ed|es|ing)|joint\\b|trading|trade deal|intelligence shar\\w+',
  ],
  [
    'CONSULT',
    'conversation|dialogue|call with|phone call|telephone conversation|gather(?:ed|s|ing) (?:in|to|with)|brief(?:ed|s|ing)|welcom(?:ed|es) (?:\\w+ )?(?:president|minister|delegation|envoy)|delegation|attend(?:ed|s|ing)|trip to|tour(?:ed|s|ing)|came to|go(?:es|ing)? to|went to|negotiators?|exchanged views|peace talks|testif(?:ied|ies|y)|address(?:ed|es)',
  ],
  [
    'SANCTION',
    'sanctions|(?:walk(?:ed|s|ing)|storm(?:ed|s|ing)) out|strip(?:ped|s)|freez(?:e|es|ing) assets|asset freeze|resign(?:ed)? from|pull(?:ed|s|ing) out of (?:the )?(?:talks|agreement|treaty|deal|accord|negotiations)|quit(?:s)? (?:the )?(?:talks|treaty|agreement)|no longer recogni[sz]e|breaking ties|cut ties|persona non grata|divest(?:ed|s|ing)|default(?:ed)?',
  ],
  [
    'PROTEST',
    'civil disobedience|picket(?:ed|s|ing)|rall(?:y|ies|ied)\\b|vigil|strikes?\\b (?:over|to|for|against|by)|strikers|block(?:ed|ing) (?:\\w+ )?(?:entrance|road|bridge)|petitioned|occup(?:ied|y|ying) (?:\\w+ )?(?:square|building|university)|unrest|mob\\b|stage(?:d|s) (?:a |an )?(?:\\w+ )?(?:protest|demonstration|strike|rally|march|sit-in|walkout)|mass action|uprising|revolt(?:ed)?|mutin\\w+',
  ],
  [
    'THREATEN',
    'caution(?:ed|s|ing)|retaliat(?:e|ion)|could (?:\\w+ )?(?:attack|strike|bomb|invade|impose|use force)|if (?:\\w+ ){0,4}(?:not|fails?)\\b|unless|brandish(?:ed|ing)|sabre|saber|intimidat|bomb threat|death threats?',
  ],
  [
    'REJECT',
    "said no to|no to\\b|unacceptable|will not|would not|won't|wouldn't|cannot|can't|unwilling|reluctant|fail(?:ed|s|ing|ure) to|defer(?:red|s)|delay(?:ed|s|ing)|postpon(?:ed|es|ing)|block(?:ed|s|ing)\\b|impede|obstruct(?:ed|s|ing)|disobey(?:ed|s)|violat(?:ed|es|ing)|breach(?:ed|es)|overr(?:ode|ule[ds]?)|against (?:the )?(?:plan|proposal|idea|deal|bill|decision)|flout(?:ed|s)|abstain(?:ed|s)|contradict(?:ed|s)|refut(?:ed|es|ing)|rebut(?:ted|s)|disavow(?:ed|s)|repudiat(?:ed|es)|scoff(?:ed|s)|shrug(?:ged|s) off|no (?:plans|intention)|out of the question|not\\b",
  ],
  [
    'AGREE',
    'deal\\b|reached (?:an? )?(?:\\w+ )?(?:agreement|deal|accord|compromise)|concur(?:red|s)|commit(?:ted|s|ting|ment) to|assur(?:ed|es|ing)|guarante(?:ed|es|e)|hope(?:s|d|ful) (?:to|for)|open to|look(?:s|ing) forward to|plan(?:s|ned) to|intend(?:s|ed) to|announced plans|settle(?:d|ment)',
  ],
  [
    'SUPPORT',
    '(?:pledg|promis|reiterat|express|offer|voic|repeat|affirm|reaffirm|renew)\\w* (?:\\S+ ){0,4}?(?:support|backing|solidarity)|reach(?:ed|es|ing)? (?:an? |the )?(?:\\w+[ -]){0,3}?(?:agreement|deal|accord|understanding)',
  ],
  [
    'ACCUSE',
    'convict(?:ed|s|ion)|f(?:ound|inds) (?:\\S+ ){0,5}?guilty|guilty of|summon(?:ed|s|ing) (?:\\S+ ){0,6}?(?:ambassador|envoy|diplomat|attach)|widespread (?:\\w+ )?criticism',
  ],
  ['COERCE', 'summon(?:ed|s|ing)\\b'],
  [
    'YIELD',
    'return(?:ed|s|ing) (?:\\S+ ){0,12}?to (?=the|\\p{Lu})|grant(?:ed|s|ing)\\b|g(?:ave|ives|iven|iving) (?:\\S+ ){0,6}?(?:permission|mandate|green light|access|autonomy|control|right|rights|approval)|cessation of hostilities|let (?:\\w+ )?(?:free|go)\\b|hand(?:ed|s) back|give(?:s|n)? back|gave back|simplif(?:ied|y|ies) ',
  ],
  [
    'AID',
    '(?:deploy(?:ed|s|ing)|sen(?:t|ds?|ding)|dispatch(?:ed|es|ing)) (?:\\S+ ){0,14}?(?:peacekeep\\w+|election observers|observers|doctors|medics|engineers|rescue)',
  ],
  [
    'ACCUSE',
    'order(?:ed|s|ing) (?:an? )?(?:\\w+ )?(?:investigation|inquiry|probe)|call(?:ed|s|ing) for (?:an? )?(?:\\w+ )?(?:investigation|inquiry|probe)|(?:fil|bring|brought|press|laid)\\w* (?:\\w+ ){0,2}?charges|trial of|tried',
  ],
  [
    'ASSAULT',
    'killings?\\b|beheadings?|stri(?:kes?|king) (?:\\w+ ){0,4}?(?:against|on)|carr(?:ied|ies|ying) out (?:\\w+ ){0,2}?(?:strikes?|attacks?|raids?|bombings?|killings?)|torture\\b|human shields?|raids? on|violence against|missile strike',
  ],
  ['COERCE', 'cyber ?(?:war\\w*|espionage|operation)|blockades?\\b|disinformation|denial of service|lockdown'],
];

/** Intentions: what follows is meant, not done. With cooperation it is agreed, with conflict threatened. */
export const INTENT =
  /\b(?:will|would|shall|plans? to|planned to|intends? to|vow(?:s|ed) to|pledg(?:es|ed) to|promis(?:es|ed) to|agree(?:s|d) to|offer(?:s|ed) to|threaten(?:s|ed) to|ready to|prepared to|willing to|considering|could|may|might|is to|are to|set to)\s+(?:\w+\s+){0,2}$/i;

/** Words that undo what follows. */
export const UNDOES =
  /\b(?:not|never|refus(?:ed|es) to|declin(?:ed|es) to|fail(?:ed|s) to|no longer|without|n't|rul(?:ed|es) out|den(?:ied|ies|ying))\s+(?:\w+\s+){0,3}$/i;

/** Nouns by which news names those who act, without a name. */
export const ACTOR_NOUNS =
  'police|troops|soldiers|army|military|forces|rebels|militants|insurgents|protesters|demonstrators|gunmen|government|authorities|officials?|ministry|parliament|court|judge|prosecutors?|opposition|president|prime minister|foreign minister|minister|leaders?|lawmakers|students|workers|farmers|villagers|residents|civilians|refugees|migrants|prisoners|journalists?|activists|militia|guerrillas|separatists|fighters|terrorists|peacekeepers|union|company|companies|navy|air force|warplanes|jets|diplomats?|ambassador|envoy|delegation|hackers|people|citizens|group|party|team|crowd|men|women|children';
