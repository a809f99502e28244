using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>
/// By what the words of a line tell that it is no part of an article, in English and in the words that are commonest elsewhere. Each sign
/// is about a whole line, so that a sentence which merely mentions one stays.
/// </summary>
internal static partial class LineSigns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>An advert's label, a button's words, a player's excuse, a picture's count: wherever it stands.</summary>
    public static bool IsControl(string line) => line.Length <= 160 && (Control().IsMatch(line) || Continued().IsMatch(line) || Unsupported().IsMatch(line));

    /// <summary>Who took or owns a picture.</summary>
    public static bool IsCredit(string line) => line.Length <= 160 && Credit().IsMatch(line);

    /// <summary>Points at another article; only where it is a link.</summary>
    public static bool PointsElsewhere(string line) => line.Length <= 250 && Elsewhere().IsMatch(line);

    /// <summary>Asks to subscribe, to follow or to share, or tells that links are paid for.</summary>
    public static bool IsAppeal(string line) => line.Length <= 400 && Appeal().IsMatch(line);

    /// <summary>A day, a time of day, or when something was published.</summary>
    public static bool IsDate(string line) => line.Length <= 90 && (Dated().IsMatch(line) || Published().IsMatch(line));

    /// <summary>Who wrote it, or how long it takes to read.</summary>
    public static bool IsByline(string line) => line.Length <= 140 && (Byline().IsMatch(line) || ReadingTime().IsMatch(line));

    /// <summary>Who helped, who owns the text, how to write to the author: where it stands at the end.</summary>
    public static bool IsClosing(string line) => line.Length <= 700 && (Closing().IsMatch(line) || (line.Length <= 500 && Biography().IsMatch(line)));

    /// <summary>The heading of what follows an article.</summary>
    public static bool HeadsWhatFollows(string line) => line.Length <= 80 && Follows().IsMatch(line);

    /// <summary>The heading of readers' comments.</summary>
    public static bool HeadsComments(string line) => line.Length <= 60 && Commented().IsMatch(line);

    [GeneratedRegex(@"^\W*((\d+|reader|user|your|recent) (comments?|responses?|replies)|(leave|post|write|add) (a|your) (comment|reply|response)|join the (conversation|discussion)|\d+ thoughts on .*|kommentare|commentaires|comentarios|commenti|комментарии)\W*$", Options)]
    private static partial Regex Commented();

    [GeneratedRegex(@"^\W*(advertisements?|advertising|adverts?|ads?|anzeige|werbung|publicité|publicidad|pubblicità|реклама|sponsored( content| by.*)?|promoted( content)?|partner content|comments?|(no|\d+) comments?|leave a (comment|reply)|(add|post|write|view( all)?|show|join|hide) (a |the |your )?(comments?|conversation)|share|share (this|on|via|with)\b.{0,60}|tweet( this)?|pin it|email( this)?|print( this)?( article| page)?|whats ?app|facebook|twitter|linkedin|reddit|pinterest|copy link|(sign|log) ?in|sign ?up|subscribe( now)?|register|close|caption|loading\W*( content)?|(skip|jump) to .{1,40}|back to top|top|home|next|previous|prev|menu|search|save( article)?|bookmark|like( this)?|like loading|follow( us)?|show more|(see|view|load|read) (more|all)|more|play|pause|mute|play video|watch now|enlarge( image)?|expand|view (gallery|slideshow|photos?)|click (here )?to (enlarge|play|share|expand).{0,40}|(image|photo|slide|picture) \d+ (of|/)[ /]*\d+|\d+ ?(/|of) ?\d+|\d+ (shares?|views?|likes?|votes?|reads?)|teilen|drucken|kommentare|partager|imprimer|commentaires|compartir|comentarios|condividi|commenti|поделиться|комментарии)\W*$", Options)]
    private static partial Regex Control();

    [GeneratedRegex(@"^\W*((story|article|text|post) continues\b.{0,60}|continue reading( below| the main story)?|scroll (down )?(for|to) (more|continue).{0,30}|(article|story) (below|after) .{0,30})\W*$", Options)]
    private static partial Regex Continued();

    [GeneratedRegex(@"^\W*(media playback is .*|(sorry, )?your (browser|device) (does not|doesn.t|cannot|can.t) .*|(please )?(enable|turn on|activate) (javascript|cookies)\b.*|javascript (is|must be) .*|this (video|content|embed|tweet|post) (is|can ?not|could not|has been) (not |un|no longer |be )?(available|supported|loaded|deleted|displayed|removed).*|video (unavailable|not supported).*)$", Options)]
    private static partial Regex Unsupported();

    [GeneratedRegex(@"^\W*(((photo|image|picture|video|illustration|graphic|foto|bild|bildquelle|crédits? photo)s?\s*((credits?|courtesy( of)?|copyright|caption|by|via|source|provided by|from)\s*:?|[:/|©])\s*\S.*)|(image|picture) (copyright|caption)\b.*|credits?\s*:.*|source\s*:\s*(getty|reuters|afp|ap|shutterstock|istock)\b.*|(©|\(c\)|copyright)\s*\S.{0,80}|[^.!?]{0,60}\b(getty( images)?|shutterstock|i ?stock(photo)?|ap photo|epa-efe|afp photo|alamy( stock photo)?|unsplash|pexels|pixabay|handout|file photo)(/[\w .]{1,40})?)\W*$", Options)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^\W*((also |must |further |recommended )?(read(ing)?|watch|listen|see|related|more|recommended|suggested|next|previously|earlier|don.t miss|must.?read|in case you missed it|icymi|trending|up next|popular|video|podcast|opinion|lesen sie (auch|mehr)|mehr zum thema|lire aussi|à lire aussi|leer (más|también)|lea también|leggi anche|leia (mais|também)|lees ook|czytaj (też|także)|читайте также)( also| too| more| next| now| this)?( on| about| from)?( stories| articles?| posts?| news| coverage| content| video| links?)?\b[^.]{0,25}[:|>»→–-]|more (on|from|about) \S|click here (to|for) \S|read (the|our) (full|more|original)\b|(check out|see) (our|more|all) )", Options)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^\W*((click here|sign ?up|subscribe|register|join us|join (our|the)|get (the|our|all|access|unlimited|more|.{1,60} delivered)|receive (the|our)|enter your|don.t miss (out|our|a)|stay (informed|connected|up ?to ?date|tuned)|want (more|to (get|receive|read))|never miss|support (our|independent)|become a|start your|try .{1,40} (free|trial)|download (our|the) .{0,30}app|enjoy(ing)? (this|our|unlimited))\b.{0,300}\b(newsletters?|subscri\w+|sign(ing)? up|e-?mails?|inbox|alerts?|updates|members?(hip)?|app|notifications?|letterbox|trial|membership|forums?|journalism|delivered)\b.*|(follow|like|find|join|connect with|reach|contact|e-?mail|write to) .{1,120}\b(on|at|via|with) (twitter|facebook|instagram|linkedin|youtube|telegram|whatsapp|google|tiktok|x|snapchat|pinterest|mastodon|threads|bluesky|social media|@\w+)\b.{0,160}|(you can )?(follow|reach|contact|e-?mail|tweet)( the)? .{0,100}(@\w+).{0,120}|.{0,120}\b(may|might|could|will|can) (earn|receive|get|contain|include)\b.{0,60}\b(commissions?|affiliate|referral|compensation)\b.*|sign up (here|now|for|to|today)\b.*|subscribe (here|now|to|for|today|on)\b.*|share (this|your|on)\b.{0,80}|tell us what you think.*|(what do you think|have your say|let us know)\b.{0,80}(comments?( section)?( below)?|below)\W*|do you have .{1,80}(tip|story|question|opinion).*|(have|got) a (news )?(tip|story|question)\b.*)$", Options)]
    private static partial Regex Appeal();

    [GeneratedRegex(@"^\W*((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\W+)?(\d{1,2}(st|nd|rd|th|\.)?[ ./-])?(of )?(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\.?([ ./-]+\d{1,2}(st|nd|rd|th)?)?\W+\d{4}\W*(?<time>(at|@|um|à|\||-|–|,|\s)*(\d{1,2}[:.h]\d{2}(:\d{2})?)?\s*([ap]\.?m\.?|uhr)?\s*\(?([A-Z]{2,4}|gmt[+-]\d+)?\)?)\W*(updated.{0,40})?$|^\W*\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})\W*(\d{1,2}:\d{2}.{0,12})?$|^\W*\d{4}-\d{2}-\d{2}([T ]\d{1,2}:\d{2}.{0,12})?\W*$|^\W*\d{1,2}:\d{2}( ?[ap]\.?m\.?)?( [A-Z]{2,4})?\W*$|^\W*\d+ (minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\W*$", Options)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^\W*((first |originally |last |date )?(published|updated|posted|modified|created|edited|reviewed|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|опубликовано)( on| at| by \S.{0,40}| le| el| il| am)?\b\W*(?=.*\d).{0,70})$", Options)]
    private static partial Regex Published();

    [GeneratedRegex(@"^\W*(?i:(written |posted |published |story |words |reported )?by|von|par|por|text|texte|author|autor|auteur|autore|автор)(\s*:?\s+\p{Lu}[^!?]{1,110}(?<!\p{Ll}{2}\.)|\W*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^\W*((estimated )?(reading|read) time\b.{0,30}|\d+[ -]min(ute)?s?\.?( read(ing)?)?( time)?)\W*$", Options)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"^\W*((additional |with )?(reporting|writing|editing|edited|compiled|research|translation|production) (from |contributed )?by\b.*|(?=.{0,500}\bcontribut(ed|ing) (to|reporting))((the )?associated press|ap|reuters|afp|bloomberg|cnn|nbc|.{0,120}(writers?|reporters?|correspondents?|staff|press|editors?|news)|[\p{L}. ,’'-]{3,200})\b.*|.{0,160}\bcontributed to this (report|story|article|post).*|(©|\(c\)|copyright)\s*.{0,300}|.{0,120}\ball rights reserved\b.*|this (material|article|story|post|content|column|piece) (may not|was originally|originally|first|was first|is|has been|appeared)\b.{0,60}\b(published|appeared|republished|broadcast|syndicated|part of|reprinted|rewritten)\b.*|(the )?(views?|opinions?)( and opinions?)? expressed\b.*|(filed under|tags?|tagged|categor(y|ies)|topics?|labels?|posted in|keywords|schlagwörter|schlagworte|mots.clés|etiquetas|теги)\s*:?\s+\S.{0,300}|(more|read more|for more) [\w ]{1,40}:\s*https?://.*|online:?|https?://\S+|on twitter:? .*|(e-?mail|contact|reach|write to|follow) .{1,200}(@|\bhttps?:).*|[\w.+-]+@[\w-]+\.\w[\w.]*|(for more|to read more|for the latest|read more)\b.{1,160}(visit|click|go to|check|follow|at|here)\b.*|(corrections?|editor.?s.? note)\W+.{0,200}(updated|corrected).*|(via|source|quelle|fuente|fonte|источник)\s*:?\s+\S{1,60})$", Options)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^\W*\p{Lu}[\p{L}.’'-]+( [\p{Lu}(][\p{L}.’'@)-]*){1,4},? (\([^)]{0,60}\) )?(is|was|are|covers|writes|reports|has (been|written|covered)|joined)\b.{0,200}\b(reporter|writer|editor|journalist|correspondent|columnist|author|contributor|blogger|freelance\w*|publisher|producer|covers|covering|writes (about|for)|staff|fellow|lives in|living in|based in|professor|analyst)\b.*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Biography();

    [GeneratedRegex(@"^\W*((you (may|might|will|.ll) (also )?(like|enjoy|be interested).*|(related|recommended|similar|popular|trending|latest|recent|more|other|top|further|featured|suggested|sponsored|most (read|popular|viewed|shared|recent)|editors?.? ?picks?|must.?reads?)( (news|stories|story|articles?|posts?|content|topics?|links?|reading|videos?|coverage|from (us|the web|around the web|our .{1,30})|for you|today|now|items|tags|features|headlines|in .{1,40}))*|(more|read more|see more) (from|on|about|in|by) .{1,50}|more .{1,30} (news|stories|articles)|read (more|next|also)|also (read|see)|see also|(leave|post|write|add) (a|your) (comment|reply|response).*|(\d+ )?(comments?|responses?|replies|thoughts on .*)( \(\d+\))?|join the (conversation|discussion).*|comments? (are|is) closed.*|about (the )?(author|writer)s?|follow us.{0,40}|subscribe.{0,40}|sign up.{0,40}|newsletter.{0,30}|our newsletter.{0,30}|tags|filed under|topics( in this story)?|(what to )?(read|watch) next|next (article|post|story)|from (around )?the web|around the web|promoted( stories| links)?|support (us|our work|.{1,20} journalism)|footnotes and references|mehr zum thema|ähnliche (artikel|beiträge)|das könnte (sie|dich) auch interessieren|kommentare|à lire aussi|articles? (liés|similaires)|commentaires|sur le même (sujet|thème)|artículos relacionados|noticias relacionadas|te puede interesar|comentarios|articoli correlati|potrebbe interessarti.*|commenti|похожие (статьи|материалы)|читайте также|комментарии)\W*)$", Options)]
    private static partial Regex Follows();
}
