using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Words around a name by which it says which articles are meant.</summary>
/// <param name="Before">What stands in front of the name.</param>
/// <param name="Behind">What must stand behind it, from its end on.</param>
/// <param name="Kinds">What the name may be of, the likelier first.</param>
/// <param name="Certain">Of which kinds the name can mean nothing but articles. A person who writes may also be written about, and a paper have a town's name.</param>
/// <param name="Quotable">Of which kinds it says something that other articles may report as well: a space agency publishes, and is in the news.</param>
internal sealed partial record ScopeCue(Regex Before, Regex Behind, ScopeKind[] Kinds, ScopeKind[] Certain, ScopeKind[] Quotable)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Pieces = "(?:articles?|reports?|pieces?|story|stories|coverage|reporting|columns?|interviews?)";
    private const string Saying = @"(?:say(?:ing)?|said|claim|claimed|tell|told|think|thought)";
    private const string Writing = @"(?:write|wrote|written|report|reported|publish|published)";
    private const string About = @"(?:(?:\s+us|\s+me)?\s+(?:about|on|of|regarding|concerning)\b)?";

    private static readonly ScopeKind[] Source = [ScopeKind.Source];
    private static readonly ScopeKind[] Author = [ScopeKind.Author];
    private static readonly ScopeKind[] Label = [ScopeKind.Label];
    private static readonly ScopeKind[] Either = [ScopeKind.Source, ScopeKind.Author];

    /// <summary>All of them, the more telling first.</summary>
    public static readonly ScopeCue[] All =
    [
        new(AccordingToPiece(), PieceOrNothing(), Either, Certain: Either, Quotable: []),
        new(AccordingTo(), Piece(), Either, Certain: Either, Quotable: []),
        new(AccordingTo(), Nothing(), Either, Certain: [], Quotable: Source),
        new(ArticleBy(), Nothing(), Either, Certain: Either, Quotable: []),
        new(Labelled(), Nothing(), Label, Certain: Label, Quotable: []),
        new(WhatDoes(), Write(), Either, Certain: Either, Quotable: []),
        new(WhatDoes(), Say(), Either, Certain: [], Quotable: Source),
        new(In(), Piece(), Either, Certain: Either, Quotable: []),
        new(WrittenBy(), Nothing(), Either, Certain: Either, Quotable: []),
        new(Does(), WriteInserted(), Source, Certain: Source, Quotable: []),
        new(Does(), SayInserted(), Source, Certain: [], Quotable: Source),
        new(By(), Nothing(), Author, Certain: [], Quotable: []),
        new(In(), Nothing(), Source, Certain: [], Quotable: []),
    ];

    /// <summary>Whether a name of a single word without a capital is read too.</summary>
    public bool ReadsPlainWords => Certain.Length + Quotable.Length > 0;

    /// <summary>What a name of this kind means here.</summary>
    public ScopeSense SenseOf(ScopeKind kind) => Certain.Contains(kind) ? ScopeSense.Articles : Quotable.Contains(kind) ? ScopeSense.Words : ScopeSense.Perhaps;

    [GeneratedRegex($@"\baccording\s+to\s+(?:(?:an?|the)\s+)?{Pieces}\s+(?:by|from|in)\s+", Options)]
    private static partial Regex AccordingToPiece();

    [GeneratedRegex(@"\baccording\s+to\s+", Options)]
    private static partial Regex AccordingTo();

    [GeneratedRegex(
        $@"\b(?:(?:in|from|by)\s+)?(?:(?:an?|the|any)\s+)?{Pieces}\s+(?:(?:that\s+(?:was|were)\s+)?(?:written|published|printed)\s+)?(?:by|from|in)\s+",
        Options)]
    private static partial Regex ArticleBy();

    [GeneratedRegex($@"\b(?:(?:in|from|by)\s+)?(?:(?:an?|the|any)\s+)?(?:{Pieces}\s+)?(?:labell?ed|tagged|with\s+the\s+(?:label|tag))\s+[""“'‘]?", Options)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\bwhat\s+(?:does|did|do|has|have|is|was)\s+", Options)]
    private static partial Regex WhatDoes();

    [GeneratedRegex(@"\b(?:does|did|do|has)\s+", Options)]
    private static partial Regex Does();

    [GeneratedRegex(@"\bin\s+", Options)]
    private static partial Regex In();

    [GeneratedRegex(@"\b(?:as\s+)?(?:written|reported|published|told)\s+(?:by|in)\s+", Options)]
    private static partial Regex WrittenBy();

    [GeneratedRegex(@"\bby\s+", Options)]
    private static partial Regex By();

    [GeneratedRegex(@"\G[""”'’]?")]
    private static partial Regex Nothing();

    [GeneratedRegex($@"\G(?:['’]s?)?\s+{Pieces}\b", Options)]
    private static partial Regex Piece();

    [GeneratedRegex($@"\G(?:(?:['’]s?)?\s+{Pieces}\b)?", Options)]
    private static partial Regex PieceOrNothing();

    [GeneratedRegex($@"\G\s+{Saying}\b{About}", Options)]
    private static partial Regex Say();

    [GeneratedRegex($@"\G\s+{Writing}\b{About}", Options)]
    private static partial Regex Write();

    // How many people does the Herald say had to leave?
    [GeneratedRegex($@"\G\s+{Saying}\s+(?:that\s+)?(?=\w)", Options)]
    private static partial Regex SayInserted();

    [GeneratedRegex($@"\G\s+{Writing}\s+(?:that\s+)?(?=\w)", Options)]
    private static partial Regex WriteInserted();
}
