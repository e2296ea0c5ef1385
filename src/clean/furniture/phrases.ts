/**
 * Wordings of page furniture, by class. Each pattern is held against a whole line (white space folded), never against a
 * sentence inside a paragraph, and no line longer than `maxChars` is ever taken by it.
 * `where`: `any` line, or only the `edge` of a text (head or tail: the lines before the first and after the last full
 * paragraph), or only the `tail`. `rest`: the class opens a section that is furniture to its end ("Leave a Reply").
 * Source: general knowledge of how news sites, blogs and their templates word these lines; no site is named.
 */
export type PhraseRule = {
  readonly reason: string;
  readonly pattern: RegExp;
  readonly maxChars: number;
  readonly where: 'any' | 'edge' | 'tail';
  readonly rest?: boolean;
};

const NETWORK =
  '(?:twitter|facebook|instagram|youtube|linkedin|whats ?app|telegram|tik ?tok|pinterest|reddit|mastodon|bluesky|threads|google news|google\\+|flipboard|x(?= |,|\\.|!|$)|e-?mail|rss|vk|weibo|line|xing|snapchat|tumblr|signal)';
const i = (source: string) => new RegExp(source, 'iu');

export const PHRASES: readonly PhraseRule[] = [
  // Follow us, newsletters, apps
  {
    reason: 'follow line',
    where: 'any',
    maxChars: 300,
    pattern: i(
      `^(?:[▶►→•*-]\\s*)?(?:please )?(?:also )?(?:follow|find|like|join|connect with|subscribe to|folge[nt]?|suivez|siga|s[ií]gue(?:nos|me)?|seguici|volg|följ|følg|obserwuj|śledź|подписывайтесь)\\b.{0,140}?\\b(?:on|auf|sur|en|su|via|no|op|på|na|at|в|at our)\\b.{0,40}?\\b${NETWORK}`,
    ),
  },
  {
    reason: 'follow line',
    where: 'any',
    maxChars: 200,
    pattern: i(
      `(?:become a fan|stay (?:updated|tuned|connected)|like us|fan werden) (?:on|via|with|auf)\\b.{0,80}${NETWORK}`,
    ),
  },
  {
    reason: 'follow line',
    where: 'any',
    maxChars: 60,
    pattern: i(
      `^(?:follow|folgen|suivre|seguir|seguici|obserwuj|volg)(?: us| me| @\\w+|ing| uns| mir| \\w+ \\w+)?[:.!]?$`,
    ),
  },
  {
    reason: 'newsletter',
    where: 'any',
    maxChars: 260,
    pattern: i(
      `^(?:(?:sign|signed) up|subscribe|register|join|get|receive|enter|abonnieren|anmelden|melden sie sich|jetzt|abonnez[- ]vous|inscrivez[- ]vous|recevez|suscr[íi]bete|recibe|iscriviti|ricevi|zapisz się|inschrijven|meld je|assine|inscreva-se)\\b.{0,160}\\b(?:newsletters?|inbox|e-?mail (?:address|updates|alerts)|daily (?:digest|briefing|email)|mailing list|bolet[íi]n|infolettre|nieuwsbrief|nyhetsbrev|nyhedsbrev|our updates|push[- ]?(?:notifications|nachrichten))`,
    ),
  },
  {
    reason: 'newsletter',
    where: 'any',
    maxChars: 60,
    pattern: i(
      '^(?:newsletter|sign up|subscribe|subscribe now|sign in|log ?in|register|abonnieren|anmelden|abonnez-vous|s’abonner|iscriviti|suscr[íi]bete|your e-?mail(?: address)?|enter your e-?mail.*|e-?mail address\\*?)[.!:]?$',
    ),
  },
  { reason: 'app line', where: 'any', maxChars: 200, pattern: i('^(?:download|get|install)\\b.{0,60}\\bapp\\b') },
  // Sharing
  {
    reason: 'share bar',
    where: 'any',
    maxChars: 160,
    pattern: i(
      `^(?:share|teilen|partager|compart(?:ir|e|ilhar)|condividi|delen|dela|del|udostępnij|поделиться|jaa|sdílet)(?: (?:this|this (?:article|story|post|page)|article|story|on|via|to|with|diesen artikel|cet article|auf|sur|en|artikel|or comment.*))*(?:[ :,|/·•]*(?:on|via|auf|sur|en|in|opens.*|${NETWORK}|share|print|copy link|link|save|pinterest|messenger|pocket|more|drucken|mailen|tweet(?:en)?))*[:.!]?$`,
    ),
  },
  {
    reason: 'share bar',
    where: 'any',
    maxChars: 140,
    pattern: i(
      `^(?:${NETWORK}|tweet|print|drucken|copy link|messenger|pocket|comments?|save|share|e-?mailen|pin(?: it)?|linkedin|opens in new window|click to (?:share|print|email).{0,60})(?:[ ,|/·•+&()]*(?:${NETWORK}|tweet|print|drucken|copy link|messenger|pocket|comments?|save|share|pin(?: it)?|\\d+))*$`,
    ),
  },
  {
    reason: 'share bar',
    where: 'any',
    maxChars: 80,
    pattern: i(
      '^(?:\\d[\\d.,]*k?\\s+)?(?:shares?|likes?|views?|comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|retweets)(?:\\s+\\d[\\d.,]*k?)?$',
    ),
  },
  // Rights and disclaimers
  {
    reason: 'copyright line',
    where: 'any',
    maxChars: 400,
    pattern: i('^(?:©|\\(c\\)|copyright\\b|&copy;)\\s*(?:©|copyright|\\(c\\)|by|\\d{4}|[\\p{Lu}\\d])'),
  },
  {
    reason: 'copyright line',
    where: 'any',
    maxChars: 300,
    pattern: i(
      '\\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|wszelkie prawa zastrzeżone|все права защищены|alle rettigheder forbeholdes|alle rechten voorbehouden)\\.?$',
    ),
  },
  {
    reason: 'legal line',
    where: 'any',
    maxChars: 400,
    pattern: i(
      '^this (?:material|article|content|story|work)\\b.{0,60}\\b(?:may not be (?:published|reproduced|copied|redistributed)|is protected by copyright|is licensed under)',
    ),
  },
  {
    reason: 'disclaimer',
    where: 'any',
    maxChars: 2500,
    pattern: i(
      '^(?:denial of responsibility|disclaimer|haftungsausschluss|legal notice|clause de non-responsabilité|descargo de responsabilidad|avviso legale|editorial disclaimer)\\s*[!:.–—-]',
    ),
  },
  {
    reason: 'disclaimer',
    where: 'any',
    maxChars: 700,
    pattern: i(
      '^(?:the (?:views|opinions)|views|opinions)\\b.{0,90}\\b(?:expressed|contained)\\b.{0,120}\\b(?:do(?:es)? not|don’t|are (?:those|solely|the)|belong)\\b',
    ),
  },
  {
    reason: 'disclaimer',
    where: 'edge',
    maxChars: 500,
    pattern: i(
      '^this (?:story|article|report|post|content) (?:has (?:not )?been|was (?:not )?|is) (?:edited|published|auto-?generated|generated|syndicated|republished|produced)\\b.{0,160}\\b(?:feed|staff|agency|wire|newsroom|source|ai|automatically)\\b',
    ),
  },
  // Links out and on
  {
    reason: 'link line',
    where: 'any',
    maxChars: 160,
    pattern: i('^(?:for (?:all )?(?:the )?(?:latest|more|breaking)\\b.{0,80}\\b)?(?:click|tap) here\\b.{0,60}$'),
  },
  {
    reason: 'link line',
    where: 'any',
    maxChars: 160,
    pattern: i(
      '^for (?:all )?(?:the )?(?:latest|more|breaking)\\b.{0,80}\\b(?:click|visit|follow|go to|download|check)\\b',
    ),
  },
  {
    reason: 'link to the original',
    where: 'any',
    maxChars: 120,
    pattern: i(
      '^(?:read|view|see|continue(?: reading)?|lire|leggi|lesen sie|leer|lees)\\b.{0,30}\\b(?:original|full|source|complete|entire|rest of (?:the|this))\\b.{0,40}\\b(?:article|story|post|report|here|version|text|artikel|articolo|at\\b.{0,30})[.!:…»>→]*$',
    ),
  },
  {
    reason: 'link line',
    where: 'any',
    maxChars: 60,
    pattern: i(
      '^(?:read|view|see|show|load|learn|continue|find out|discover) (?:more|all|reading|less)(?: \\w+){0,3}\\s*[.…»>→]*$',
    ),
  },
  {
    reason: 'link line',
    where: 'any',
    maxChars: 220,
    pattern: i(
      "^(?:read (?:more|also|next|now)|also read|see also|also see|must read|more (?:on|from)|related|don[’']t miss|watch(?: also| now)?|listen|recommended|les også|læs også|läs också|lue myös|lees (?:ook|meer)|lesen sie auch|mehr zum thema|lire aussi|à lire(?: aussi)?|leggi anche|lea también|te puede interesar|leia (?:também|mais)|czytaj (?:też|także|więcej)|zobacz (?:też|także|również)|читайте также|viz také|přečtěte si|olvassa el|citește și)\\s*[:|»>–-]\\s*\\S",
    ),
  },
  {
    reason: 'related list',
    where: 'any',
    maxChars: 60,
    rest: true,
    pattern: i(
      "^(?:related (?:articles?|stories|posts|content|topics|news|links|coverage|items|reading)|more (?:stories|news|articles|top stories)(?: (?:from|in|on|like).{0,30})?|you (?:may|might) (?:also )?(?:like|be interested in|enjoy).{0,20}|recommended (?:for you|stories|articles|reading)|most (?:read|popular|viewed|shared)|trending(?: (?:now|stories|news))?|latest (?:news|stories|articles|posts|headlines)|popular (?:posts|stories|articles)|top stories|editor[’']s picks|mehr zum thema|das könnte (?:sie|dich) auch interessieren|meistgelesen|à lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|connexes)|articoli correlati|noticias relacionadas|artículos relacionados|te puede interesar|leia também|mais lidas|gerelateerde artikelen|lees ook|les også|läs mer|czytaj (?:też|także|więcej)|zobacz (?:też|także|również)|najnowsze|najczęściej czytane|читайте также|по теме|what to read next|read next|up next|more to (?:read|explore)|in this section|around the web|sponsored (?:content|stories)|promoted (?:content|stories)|from (?:our partners|around the web))\\s*[:»>]?$",
    ),
  },
  // Comments
  {
    reason: 'comment form',
    where: 'any',
    maxChars: 90,
    rest: true,
    pattern: i(
      '^(?:leave (?:a|your) (?:reply|comment|response)(?: (?:to|below)\\b.{0,40})?|cancel reply|post (?:a|your) comment|add (?:a|your) comment|write (?:a|your) comment|join the (?:conversation|discussion)|\\d+ (?:comments?|responses?|thoughts?|replies)(?: (?:on|to)\\b.{0,60})?|comments?(?: \\(\\d+\\))?|(?:schreib|hinterlasse)\\w*.{0,20}(?:kommentar|antwort)|kommentare?(?: \\(\\d+\\))?|laisse[rz] un commentaire|deja (?:un comentario|una respuesta)|lascia un commento|deixe (?:um comentário|uma resposta)|geef een reactie|plaats een reactie|dodaj komentarz|оставить комментарий|комментарии|legg igjen en kommentar|skriv en kommentar)\\s*[:.]?$',
    ),
  },
  {
    reason: 'comment form',
    where: 'any',
    maxChars: 240,
    pattern: i(
      '^(?:your e-?mail address will not be published|required fields are marked|you must be logged in|save my name|notify me of|this site uses akismet|log in to (?:reply|comment)|please (?:log|sign) in to|comments are closed|be the first to comment|no comments)\\b',
    ),
  },
  {
    reason: 'template leftover',
    where: 'any',
    maxChars: 80,
    pattern: i(
      '^%[ds]\\b|^\\{\\{.*\\}\\}$|^\\[(?:caption|gallery|embed|ad|adsense)[^\\]]*\\]$|^undefined$|^null$|^loading(?:\\.{2,3}|…)?$|bloggers? like this:?$',
    ),
  },
  { reason: 'hidden address', where: 'any', maxChars: 60, pattern: i('^\\[?email\\s?protected\\]?$') },
  // Advertising, paywall, cookies
  {
    reason: 'advertising label',
    where: 'any',
    maxChars: 60,
    pattern: i(
      '^[-–—\\s*\\[(]*(?:advertisements?|adverts?|ads?|ad feedback|sponsored(?: (?:content|by.{0,30}))?|anzeige|werbung|publicité|publicidad|pubblicità|reklama?|reclame|annonse?|annons|mainos|advertentie|реклама|hirdetés|story continues below(?: advertisement)?|article continues (?:after|below).{0,40}|continue reading (?:after|below).{0,40}|scroll (?:down )?to continue|skip (?:advertisement|ad|to (?:main )?content|past newsletter.{0,20})|report this ad|remove ads)[-–—\\s*\\])…:.]*$',
    ),
  },
  {
    reason: 'cookie notice',
    where: 'any',
    maxChars: 700,
    pattern: i(
      '^(?:we|this (?:web)?site|our (?:web)?site|diese (?:web)?seite|wir|nous|ce site|questo sito|este sitio|we and our partners|by (?:continuing|clicking|using))\\b.{0,160}\\b(?:cookies?)\\b',
    ),
  },
  {
    reason: 'cookie notice',
    where: 'any',
    maxChars: 60,
    pattern: i(
      '^(?:accept(?: all)?(?: cookies)?|reject all|cookie (?:settings|preferences|policy)|manage (?:cookies|preferences)|alle akzeptieren|einstellungen|tout accepter|privacy (?:policy|settings)|terms (?:of (?:use|service)|and conditions)|impressum|datenschutz(?:erklärung)?|mentions légales|aviso legal)$',
    ),
  },
  {
    reason: 'paywall notice',
    where: 'any',
    maxChars: 260,
    pattern: i(
      "^(?:(?:to (?:continue|read|keep) (?:reading|this|the)|already (?:a )?(?:subscriber|member|have an account)|subscribe (?:now |today )?(?:to|for)|become a (?:member|subscriber)|this (?:article|content|story) is (?:for|only|exclusive|reserved)|you have (?:reached|used|read)\\b.{0,40}\\b(?:free|limit|articles)|you[’']ve reached your|jetzt (?:weiter)?lesen|weiterlesen mit|lesen sie (?:diesen artikel )?weiter mit|mit .{1,20}abo|cet article est réservé|il vous reste .{0,20}article|contenido exclusivo|para seguir leyendo|contenuto riservato|dit artikel is (?:alleen|exclusief)|artykuł (?:dostępny )?tylko dla|denne artikkelen er for))",
    ),
  },
  {
    reason: 'navigation',
    where: 'edge',
    maxChars: 90,
    pattern: i(
      '^(?:home|startseite|accueil|inicio|strona główna|menu|search|suche|sections?)(?:\\s*[/|>»›·•]\\s*[^/|>»›·•]{1,40})*$',
    ),
  },
  {
    reason: 'navigation',
    where: 'edge',
    maxChars: 90,
    pattern: i(
      '^(?:(?:previous|next|prev|older|newer)(?: (?:article|post|story|page))?|back to (?:top|home|.{0,20})|skip to .{0,20}|go to .{0,15}|zurück|nach oben|haut de page|print this (?:article|page)|text size.{0,20}|font size.{0,20}|a a a|listen to (?:this )?article.{0,20}|\\d+\\s*(?:min(?:ute)?s?|min\\.)(?: read| lesezeit| de lecture)?|(?:reading|estimated) time.{0,30}|lesezeit.{0,20})\\s*[«»‹›<>→←:]*$',
    ),
  },
  {
    reason: 'tag list',
    where: 'edge',
    maxChars: 300,
    pattern: i(
      '^(?:tags?|topics?|filed under|categories|category|keywords|more (?:on|about)|schlagwörter|themen|mots[- ]clés|etiquetas|tagi|labels?|stichworte)\\s*:\\s*\\S',
    ),
  },
  {
    reason: 'contact line',
    where: 'tail',
    maxChars: 260,
    pattern: i(
      '^(?:contact (?:the|us|our)|write to (?:the|us)|e-?mail (?:the|us)|email:|got a (?:tip|story|news tip)|do you have|have a (?:tip|story|question)|send (?:us )?(?:your )?(?:tips|feedback|letters)|if you (?:have|are the owner|spot|see)|reach (?:the|our))\\b.{0,200}(?:@|email|e-mail|contact|newsroom|tips?|form|let us know|author|reporter|editor|protected)',
    ),
  },
  {
    reason: 'support line',
    where: 'any',
    maxChars: 300,
    pattern: i(
      '^(?:support (?:our|independent|quality)|donate\\b|make a (?:donation|contribution)|help (?:us|keep)|unterstützen sie|soutenez|apoya|sostieni|thank you for reading|thanks for reading|did you (?:like|enjoy|find)|was this (?:article|page|story) (?:helpful|useful|interesting)|rate this|please (?:consider|support))\\b.{0,220}',
    ),
  },
];
