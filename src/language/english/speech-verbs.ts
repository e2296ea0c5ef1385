/** Past and present forms that carry a quotation's speaker ("… ?" Lopez asked). Source: general knowledge. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  `said says asked asks added adds told tells wrote writes tweeted replied replies answered answers shouted cried
   explained explains continued continues recalled recalls declared declares exclaimed whispered joked quipped
   wondered wonders demanded insisted noted argued concluded responded responds posted`
    .trim()
    .split(/\s+/),
);
