/**
 * Small words that tell a language. Words that two of the lists would share with English ("die", "in", "was", "on", "me", "no",
 * "an", "as") are left out. Source: general knowledge.
 */
export const ENGLISH_WORDS: readonly string[] =
  `the and of to that is it for with he she they was were be been this which have has had not are from by but his her their
   its at or who will would there what when said you your we our can could i my if about up out so than then after before
   him them into over also because how only more most other some such these those very where while did does`
    .trim()
    .split(/\s+/);

export const FOREIGN_WORDS: readonly string[] =
  `der das und nicht ist ein eine einen dem den des mit auf für von zu sich auch wird bei nach aus wie über oder
   le les des est et une un du dans pour que qui pas sur avec plus sont ce cette ses aux été nous vous ils elle
   el los las del y una con por que se su sus como más pero fue para al lo es está son entre desde hasta
   il gli della di che non è per sono alla nel una con anche dei delle ha più questo
   o os da do em um uma não na no ao mais dos das foi pelo pela são
   het een van niet zijn op te voor met aan ook naar bij wordt
   och att det som är på av inte den till har ett med jag
   og ikke på af til det er en som har være
   nie jest się na że z do w i o jak po od
   ve bir bu da de için ile olarak çok daha
   yang dan di dengan untuk dari ini itu tidak pada
   și în la cu pe nu din este sau
   je se na v že s není za by`
    .trim()
    .split(/\s+/)
    .filter(
      (word) =>
        word.length > 1 &&
        ![
          'do',
          'no',
          'in',
          'an',
          'on',
          'as',
          'me',
          'by',
          'al',
          'la',
          'le',
          'el',
          'van',
          'von',
          'di',
          'da',
          'de',
          'te',
          'per',
          'pas',
          'plus',
          'sur',
          'des',
          'en',
          'ha',
          'op',
          'es',
          'das',
          'dos',
          'sus',
          'dan',
          'dem',
          'ini',
          'con',
          'son',
          'dei',
          'den',
          'har',
        ].includes(word),
    );
