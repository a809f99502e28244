using System.Collections.Frozen;

namespace BriefingBot.Ingestion;

/// <summary>What a full stop after a word may mean.</summary>
internal enum AbbreviationKind
{
    None,
    Never,
    BeforeNumber,
    MayEnd,
    Initial,
    TimeOfDay,
}

/// <summary>English abbreviations, by what their full stop may mean.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Months = FrozenSet.Create(
        StringComparer.Ordinal, "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec");

    private static readonly FrozenSet<string> TimeQualifiers = FrozenSet.Create(
        StringComparer.Ordinal,
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Central", "Pacific", "Mountain", "Atlantic", "Greenwich",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Mon", "Tue", "Wed",
        "Thu", "Fri", "Sat", "Sun", "Local", "Moscow", "Beijing", "Paris", "London", "Tokyo");

    private static readonly FrozenSet<string> Lettered = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "war", "vitamin", "plan", "type", "class", "group", "hepatitis", "grade", "appendix", "part", "phase", "category", "section", "annex", "schedule",
        "option", "exhibit", "level", "pool", "division", "influenza", "chapter", "volume", "act", "scene", "division", "list", "item", "point");

    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = new (AbbreviationKind Kind, string Words)[]
    {
        (AbbreviationKind.Never, """
            Mr Mrs Ms Mx Dr Drs Prof Profs Gen Gens Sen Sens Rep Reps Gov Govs Lt Col Maj Capt Cpl Cmdr Cdr Sgt Adm Rev Hon Pres Supt Det Insp Fr
            Msgr Amb Atty Messrs Mme Mlle Pvt Pte Brig Ald Sra Srta Asst Assoc Visc vs v viz cf approx incl esp ca eg ie
            """),
        (AbbreviationKind.BeforeNumber, """
            No Nos no nos Fig Figs fig figs Vol Vols vol vols p pp Art Arts art arts Sec Secs sec Ch ch Chap chap Eq Eqs eq eqs Ref Refs ref refs
            Tab para paras Sect sect Op op cl ver Rs pg c d b fl max min
            """),
        (AbbreviationKind.MayEnd, """
            Jr Sr Inc Corp Ltd Co Cos Bros St Ste Ave Blvd Rd Sq Mt Mts Ft Dept Univ Assn Esq al est ext Tel tel Mfg Intl Natl Inst Hosp Bldg
            Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt
            Wash Wis Wyo Que Ont Pty Pvt Plc Dist Cir Ct Supp Ed Eds ed eds trans repr Ph Esq Hwy Pk Mfrs Gk Lat Fr Ger
            """),
    }.SelectMany(group => group.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, group.Kind)))
        .Concat(Months.Select(month => (word: month, Kind: AbbreviationKind.BeforeNumber)))
        .GroupBy(pair => pair.word)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.First().Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> KindLookup =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthLookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> QualifierLookup =
        TimeQualifiers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LetteredLookup =
        Lettered.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the full stop after this word may mean.</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return AbbreviationKind.Initial;
        }

        if (KindLookup.TryGetValue(word, out var kind))
        {
            return kind;
        }

        if (!IsDotted(word))
        {
            return AbbreviationKind.None;
        }

        return word switch
        {
            "a.m" or "p.m" or "A.M" or "P.M" => AbbreviationKind.TimeOfDay,
            "e.g" or "i.e" or "E.g" or "I.e" or "c.f" or "b.c" => AbbreviationKind.Never,
            _ => AbbreviationKind.MayEnd,
        };
    }

    /// <summary>Whether this is an abbreviated month.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => MonthLookup.Contains(word);

    /// <summary>Whether a.m. or p.m. goes on with this word: a time zone, a day or a month.</summary>
    public static bool QualifiesTime(ReadOnlySpan<char> word) =>
        QualifierLookup.Contains(word) || (word.Length is >= 2 and <= 4 && word.IndexOfAnyExceptInRange('A', 'Z') < 0);

    /// <summary>Whether a single letter after this word is its number, as in "vitamin C".</summary>
    public static bool TakesLetter(ReadOnlySpan<char> word) => LetteredLookup.Contains(word);

    // U.S, E.U, Ph.D, J.K: one or two letters between full stops.
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        var letters = 0;
        var dots = 0;
        foreach (var c in word)
        {
            if (c == '.')
            {
                dots++;
                letters = 0;
            }
            else if (!char.IsLetter(c) || ++letters > 2)
            {
                return false;
            }
        }

        return dots > 0 && letters > 0;
    }
}
