/**
 * News agencies as bylines write them: what stands in a byline or behind a dateline's dash, and the agency's usual name.
 * Source: general knowledge of how agencies sign their reports.
 */
export const AGENCIES: readonly (readonly [written: RegExp, name: string])[] = [
  [/^(?:thomson )?reuters$/i, 'Reuters'],
  [/^(?:AFP|agence france[- ]presse)$/i, 'AFP'],
  [/^(?:AP|(?:the )?associated press)$/i, 'AP'],
  [/^(?:dpa|deutsche presse[- ]agentur|dpa[- ]?(?:infocom|afx))$/i, 'dpa'],
  [/^(?:APA|austria presse agentur)$/, 'APA'],
  [/^(?:keystone[- ]?SDA|SDA|ATS|keystone[- ]?ATS)$/i, 'Keystone-SDA'],
  [/^(?:ANSA|agenzia ansa|redazione ansa)$/i, 'ANSA'],
  [/^(?:EFE|agencia efe)$/i, 'EFE'],
  [/^europa press$/i, 'Europa Press'],
  [/^(?:PAP|polska agencja prasowa)$/i, 'PAP'],
  [/^(?:ČTK|ctk)$/i, 'ČTK'],
  [/^(?:NTB|norsk telegrambyrå)$/i, 'NTB'],
  [/^ritzau$/i, 'Ritzau'],
  [/^TT(?: nyhetsbyrån)?$/, 'TT'],
  [/^(?:STT|suomen tietotoimisto)$/i, 'STT'],
  [/^(?:ANP|algemeen nederlands persbureau)$/i, 'ANP'],
  [/^belga$/i, 'Belga'],
  [/^lusa$/i, 'Lusa'],
  [/^(?:MTI|magyar távirati iroda)$/i, 'MTI'],
  [/^(?:TASS|ТАСС|itar-tass)$/i, 'TASS'],
  [/^(?:RIA(?: novosti)?|РИА Новости)$/i, 'RIA Novosti'],
  [/^(?:interfax|Интерфакс)$/i, 'Interfax'],
  [/^interfax[- ]ukraine$/i, 'Interfax-Ukraine'],
  [/^(?:ukrinform|укрінформ)$/i, 'Ukrinform'],
  [/^(?:AA|anadolu(?: agency)?)$/i, 'Anadolu'],
  [/^xinhua(?: news agency)?$/i, 'Xinhua'],
  [/^kyodo(?: news)?$/i, 'Kyodo'],
  [/^jiji(?: press)?$/i, 'Jiji Press'],
  [/^yonhap(?: news agency)?$/i, 'Yonhap'],
  [/^(?:PTI|press trust of india)$/i, 'PTI'],
  [/^(?:ANI|asian news international)$/i, 'ANI'],
  [/^(?:IANS|indo-asian news service)$/i, 'IANS'],
  [/^(?:APP|associated press of pakistan)$/i, 'APP'],
  [/^IRNA$/i, 'IRNA'],
  [/^(?:UPI|united press international)$/i, 'UPI'],
  [/^(?:PA(?: media)?|press association)$/, 'PA'],
  [/^(?:AAP|australian associated press)$/i, 'AAP'],
  [/^(?:the )?canadian press$/i, 'The Canadian Press'],
  [/^bloomberg(?: news)?$/i, 'Bloomberg'],
  [/^(?:SID|sport[- ]informations[- ]dienst)$/i, 'SID'],
  [/^(?:epd|evangelischer pressedienst)$/i, 'epd'],
  [/^KNA$/i, 'KNA'],
  [/^AWP$/, 'AWP'],
  [/^dow jones(?: newswires)?$/i, 'Dow Jones'],
  [/^bernama$/i, 'Bernama'],
  [/^tanjug$/i, 'Tanjug'],
  [/^hina$/i, 'Hina'],
  [/^agerpres$/i, 'Agerpres'],
  [/^(?:BNS|baltic news service)$/i, 'BNS'],
];

/** Words by which an agency that is not listed calls itself one. */
const CALLS_ITSELF_AGENCY =
  /(?:news|press) agency$|nachrichtenagentur|agence (?:de presse|d[’']information)|agenzia (?:di stampa|nazionale)|agencia de noticias|agencja prasowa/i;

/** The agency that a byline's words name: by its usual name where it is listed, as written where it calls itself one. */
export function agencyNamed(words: string): string | undefined {
  const bare = words.trim().replace(/^[([]+|[)\].,]+$/g, '');
  return (
    AGENCIES.find(([written]) => written.test(bare))?.[1] ??
    (bare.length <= 50 && CALLS_ITSELF_AGENCY.test(bare) ? bare : undefined)
  );
}
