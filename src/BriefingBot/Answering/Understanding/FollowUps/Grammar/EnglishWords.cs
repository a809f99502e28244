using System.Collections.Frozen;

namespace BriefingBot.Answering;

/// <summary>The small words of English by what they do in a question, and the common ones that name no subject by themselves.</summary>
internal static class EnglishWords
{
    /// <summary>Words that a follow-up opens with and that mean nothing to a search.</summary>
    public static readonly FrozenSet<string> Openers = Set("and but so ok okay oh well also then now yes no or");

    public static readonly FrozenSet<string> Interrogatives = Set("who whom whose what which when where why how");

    public static readonly FrozenSet<string> Be = Set("is are was were be been being isn't aren't wasn't weren't");

    /// <summary>Auxiliaries that a bare verb follows.</summary>
    public static readonly FrozenSet<string> Do = Set(
        """
        do does did don't doesn't didn't can can't could couldn't will won't would wouldn't should shouldn't may might must shall
        """);

    public static readonly FrozenSet<string> Have = Set("has have had hasn't haven't hadn't");

    public static readonly FrozenSet<string> Prepositions = Set(
        """
        in on at of for from to by with about into over under between during after before since until than as against around near through without within
        among like per versus vs besides off out up down onto across behind beyond
        """);

    public static readonly FrozenSet<string> Articles = Set("the a an");

    private static readonly FrozenSet<string> Others = Set(
        """
        i i'm i've me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these those there here one
        ones itself themselves himself herself not nor if because while whether some any all each every both either neither no none such many much few
        several more most less least very too just only still even ever never often usually typically actually really generally originally currently
        today now first again else instead ago long please same own other another using someone somebody anyone anybody something anything
        """);

    /// <summary>Nouns that are of something: without it a question about them names no subject.</summary>
    private static readonly FrozenSet<string> Relational = Set(
        """
        type types kind kinds sort cause causes reason reasons effect effects symptom symptoms sign signs theme themes advantage advantages disadvantage
        disadvantages pro pros con cons benefit benefits difference differences similarity similarities origin origins history importance significance
        role roles impact impacts risk risks cost costs price prices example examples result results outcome outcomes feature features part parts purpose
        function functions definition meaning characteristics alternative alternatives option options treatment treatments cure solution solutions
        problem problems issue issues criticism criticisms relationship name names age size number future background basis consequence consequences
        response responses reaction reactions argument arguments component components step steps member members rule rules requirement requirements
        finding findings creation invention development discovery author plot ending culprit culprits victim victims total amount sum date time place
        location details detail concern concerns limitation limitations key factor factors variety varieties level levels version versions fact facts
        """);

    /// <summary>Nouns too common to be what a question is about, unless they stand beside another: "the world cup", "the men's final".</summary>
    private static readonly FrozenSet<string> CommonNouns = Set("people person persons thing things man men woman women year years day days way ways work information world");

    /// <summary>Other words with a meaning, too common to be what a question is about.</summary>
    private static readonly FrozenSet<string> Common = Set(
        """
        main important popular common different good better best
        worst famous big bigger biggest large largest possible special typical new old say says said tell told think happen happens happened happening
        make makes made get gets got give go goes went come comes came take takes took know known see do done doing cost costs works mean means look
        need needs use used uses want start started end ended begin began change changed live lived become became call called find found keep help helps
        recent modern interesting die died dies win won lose lost
        """);

    /// <summary>Base forms of verbs that stand between a subject and an object more often than they name one.</summary>
    private static readonly FrozenSet<string> Verbs = Set(
        """
        accept add affect agree allow appear apply ask attract avoid be become begin believe blame break bring build burn buy call catch cause change
        choose close come compare compete consider contain continue contribute cook cost create cut damage decide defend demand deny depend describe
        develop die differ discover do earn eat elect enable encounter end enter explain express fail fall feel fight find fly follow forget found gain
        get give go govern grow fix happen have hear help hit hold hope improve include increase influence inform invent involve join keep kill know last
        lead learn leave lend let lie like live look lose make manage mean measure meet mention move need offer open originate oppose order own pay play
        prefer prevent produce promise propose provide pull push put raise reach read receive recommend reduce refuse relate remain remember remove
        replace reply require resign resolve respond return rise run say see seem sell send serve set show sign sit sleep speak spend split spoil spread
        stand start stay steal stop struggle study succeed suffer suggest support take talk teach tell think trade travel treat trust try turn understand
        use vary visit wait walk want warn watch wear weigh win wish work worry write
        """);

    private static readonly FrozenSet<string> Participles = Set(
        """
        made held built known found born sold won sent paid seen taken given told written led lost kept left met put read run said set shown spent stood
        taught thought understood begun broken chosen done drawn driven eaten fallen flown forgotten gone grown hidden become came went gave took got
        wrote knew began broke chose drew drove ate fell flew forgot grew saw spoke stole swam wore rose ran
        """);

    private static readonly FrozenSet<string> Plurals = Set("people men women children police teeth feet mice");

    private static readonly FrozenSet<string> People = Set("people persons men women children boys girls police many few everybody everyone anybody anyone somebody someone nobody");

    private static readonly FrozenSet<string> Clauses = Set("and but because while if when before after who whether as until since although though unless");

    /// <summary>Verbs that a clause with "that" or without it follows.</summary>
    private static readonly FrozenSet<string> Reporting = Set(
        """
        say says said think thinks thought believe believes believed hope hopes hoped claim claims claimed know knows knew expect expects expected fear
        fears feared deny denies denied argue argues argued agree agrees agreed decide decides decided feel feels felt promise promises promised announce
        announces announced admit admits admitted insist insists insisted suggest suggests suggested warn warns warned confirm confirms confirmed tell tells
        told mean means meant find finds found show shows showed suspect suspects suspected explain explains explained
        """);

    /// <summary>Other verbs of what people do, and things seldom.</summary>
    private static readonly FrozenSet<string> OfPersons = Set(
        """
        resign resigned meet met marry married die died born speak spoke write wrote visit visited apologise apologised apologize apologized want wanted retire
        retired study studied live lived choose chose refuse refused paint painted sing sang compose composed try tried
        """);

    /// <summary>Words that stand in the names of bodies, works, places and events.</summary>
    private static readonly FrozenSet<string> OfNames = Set(
        """
        cup league championship games open prize award festival city town council county state states republic kingdom union party bank company group
        corporation university college school institute museum hospital church cathedral court house hall tower palace castle island islands isle river lake
        sea ocean bay gulf mount mountain mountains valley desert forest park street road avenue square bridge airport station harbour port war wars battle
        revolution crisis disaster act treaty agreement law deal plan experiment effect theory problem project programme program committee commission
        association society agency department ministry office federation organization organisation foundation fund network times post courier news herald
        north south east west northern southern eastern western central new old great outer inner upper lower united national international world european
        american african asian british summer winter day week year disease virus syndrome cancer
        """);

    private static readonly FrozenSet<string> Weather = Set("rain rains rained raining snow snows snowed snowing hail hailing thunder thundering sunny windy cloudy foggy rainy freezing");

    private static readonly FrozenSet<string> PersonRoles = Set(
        """
        mayor minister president judge king queen chief captain boss head prince princess doctor clerk spokesman spokeswoman chairman chairwoman man
        woman boy girl lady mother father wife husband sister brother son daughter artist prosecutor pirate director author editor engineer auditor
        founder leader owner driver teacher lawyer farmer baker foreman caretaker master negotiator reporter chancellor senator candidate governor
        skipper pope bishop archbishop priest nun monk nurse patient professor scientist witness suspect player coach singer actor actress writer poet
        secretary ambassador soldier officer emperor empress mr mrs ms dr sir dame lord saint
        """);

    private static readonly FrozenSet<string> NounsInEst = Set("interest request protest harvest forest contest arrest invest suggest conquest");

    private static readonly FrozenSet<string> NounsInLy = Set("family supply assembly rally jelly belly ally reply fly july italy monopoly anomaly");

    public static bool IsFunction(string lower) =>
        IsAuxiliary(lower) || Interrogatives.Contains(lower) || Prepositions.Contains(lower) || Articles.Contains(lower)
        || Openers.Contains(lower) || Others.Contains(lower) || IsAdverb(lower);

    private static bool IsAdverb(string lower) => lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) && !NounsInLy.Contains(lower);

    public static bool IsAuxiliary(string lower) => Be.Contains(lower) || Do.Contains(lower) || Have.Contains(lower);

    public static bool IsRelational(string lower) => Relational.Contains(lower);

    /// <summary>Whether the word says what a question is about.</summary>
    public static bool IsSpecific(string lower) => !IsFunction(lower) && !Relational.Contains(lower) && !IsCommon(lower) && !IsSuperlative(lower);

    public static bool IsCommon(string lower) => Common.Contains(lower) || IsCommonNoun(lower);

    public static bool IsCommonNoun(string lower) => CommonNouns.Contains(lower);

    public static bool IsVerb(string lower) =>
        Verbs.Contains(lower) || Participles.Contains(lower)
        || (lower.EndsWith("ed", StringComparison.Ordinal) && lower.Length > 4)
        || (lower.EndsWith('s') && (Verbs.Contains(lower[..^1]) || (lower.EndsWith("es", StringComparison.Ordinal) && Verbs.Contains(lower[..^2]))));

    private static bool IsSuperlative(string lower) =>
        lower == "best" || (lower.Length > 5 && lower.EndsWith("est", StringComparison.Ordinal) && !NounsInEst.Contains(lower));

    public static bool IsPlural(string lower) =>
        Plurals.Contains(lower) || (lower.Length > 3 && lower.EndsWith('s') && lower[^2] is not ('s' or 'u' or 'i'));

    public static bool IsPersonRole(string lower) =>
        PersonRoles.Contains(lower) || (lower.Length > 5 && (lower.EndsWith("woman", StringComparison.Ordinal) || lower.EndsWith("keeper", StringComparison.Ordinal) || lower.EndsWith("ologist", StringComparison.Ordinal)));

    public static bool IsPeople(string lower) => People.Contains(lower);

    public static bool OpensClause(string lower) => Clauses.Contains(lower);

    public static bool IsReporting(string lower) => Reporting.Contains(lower);

    public static bool IsOfPersons(string lower) => OfPersons.Contains(lower);

    public static bool IsOfNames(string lower) => OfNames.Contains(lower);

    public static bool IsWeather(string lower) => Weather.Contains(lower);

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
