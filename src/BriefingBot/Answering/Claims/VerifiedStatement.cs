using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>
/// A sentence or two that a language model drafted and that passed every check against its quotes. The only prose of a model that channels show: it is made by
/// <see cref="VerifyAsync"/> alone. It is plain text; what stands in quotation marks in it is cut out of its quotes.
/// </summary>
public sealed partial class VerifiedStatement
{
    // Whoever points at everything points at nothing.
    private const int MostQuotes = 5;

    private VerifiedStatement(string text, ImmutableArray<VerifiedQuote> quotes) => (Text, Quotes) = (text, quotes);

    /// <summary>The words, on one line.</summary>
    public string Text { get; }

    /// <summary>What it rests on.</summary>
    public ImmutableArray<VerifiedQuote> Quotes { get; }

    /// <summary>The numbers, from 1, that what it rests on has among quotes that hold it.</summary>
    public ImmutableArray<int> NumbersIn(ImmutableArray<VerifiedQuote> quotes) =>
        [.. Quotes.Select(PlaceOf).Distinct().Select(place => quotes.Index().First(quote => PlaceOf(quote.Item) == place).Index + 1).Order()];

    internal static (string Id, int Version, TextSpan Span) PlaceOf(VerifiedQuote quote) => (quote.Article.Id, quote.Article.Version, quote.Span);

    /// <summary>The statement, where rules and the model of meaning find no fault in it; else the first fault.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="quotes">What it points at.</param>
    /// <param name="meaning">Asked last, of what the rules let through.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static async Task<(VerifiedStatement? Statement, StatementFault? Fault)> VerifyAsync(
        string text, ImmutableArray<VerifiedQuote> quotes, MeaningCloseness meaning, CancellationToken cancellation)
    {
        var (spoken, asserting, fault) = Examine(text, quotes);
        fault ??= await meaning.FaultOfAsync(spoken, [.. asserting.Select(quote => quote.Text)], cancellation);
        return fault is null ? (new(spoken, asserting), null) : (null, fault);
    }

    /// <summary>What the rules alone find; null where nothing.</summary>
    internal static StatementFault? FaultByRules(string text, ImmutableArray<VerifiedQuote> quotes) => Examine(text, quotes).Fault;

    private static (string Spoken, ImmutableArray<VerifiedQuote> Asserting, StatementFault? Fault) Examine(string text, ImmutableArray<VerifiedQuote> quotes)
    {
        var line = Blanks().Replace(text, " ").Trim();
        ImmutableArray<VerifiedQuote> asserting = [.. quotes.Where(quote => Assertion.IsMade(quote.Text))];
        var fault = asserting.Length > MostQuotes ? new("support", "too many sentences for one statement")
            : asserting.IsEmpty ? new("support", "no sentence that says so")
            : MarkupCheck.FaultOf(line, string.Join('\n', asserting.SelectMany(WordsBeside))) ?? (Assertion.IsMade(line) ? null : new StatementFault("support", "a question or a command"));
        if (fault is not null)
        {
            return (line, asserting, fault);
        }

        var (spoken, foreign) = WithStoredWords(line, asserting);
        return (spoken, asserting, foreign ?? StatementCheck.FaultOf(spoken, EvidenceOf(asserting)));
    }

    private static IEnumerable<string> WordsBeside(VerifiedQuote quote) => new[] { quote.Text, quote.LeadIn?.Text, quote.Article.Title, quote.Article.Source, quote.Article.Author }.OfType<string>();

    private static ClaimText EvidenceOf(ImmutableArray<VerifiedQuote> quotes) => ClaimText.OfQuotes(
        string.Join('\n', quotes.SelectMany(quote => new[] { quote.LeadIn?.Text, quote.Text }).OfType<string>()),
        string.Join('\n', quotes.Select(quote => quote.Article).DistinctBy(article => article.Id).SelectMany(article => new[] { article.Title, article.Source, article.Author }).OfType<string>()),
        quotes.Select(quote => quote.Article.Published?.Moment).OfType<DateTimeOffset>().Select(moment => (DateOnly?)DateOnly.FromDateTime(moment.Date)).FirstOrDefault());

    /// <summary>With what it has in quotation marks as the quotes have it; a fault where they do not.</summary>
    private static (string Text, StatementFault? Fault) WithStoredWords(string text, ImmutableArray<VerifiedQuote> quotes)
    {
        StatementFault? fault = null;
        var stored = Quoted().Replace(text, match =>
        {
            var words = match.Groups["words"].Value.Trim(' ', ',', '.');
            if (quotes.Select(quote => StoredIn(quote.Text, words)).FirstOrDefault(found => found is not null) is { } found)
            {
                var last = match.Groups["words"].Value.TrimEnd()[^1];
                return last is ',' or '.' ? $"“{found}”{last}" : $"“{found}”";
            }

            fault ??= new("speech", words);
            return match.Value;
        });
        return (stored, fault);
    }

    private static string? StoredIn(string quote, string words)
    {
        var (folded, wanted) = (FoldedText.Of(quote), FoldedText.Of(CanonicalText.From(words)).Characters.Trim(' '));
        for (var at = wanted.Length == 0 ? -1 : folded.Characters.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = folded.Characters.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var (start, end) = (folded.BorderAt(at), folded.BorderAt(at + wanted.Length));
            if (start >= 0 && end >= 0 && QuoteBorder.BrokenRule(quote, start) is null && QuoteBorder.BrokenRule(quote, end) is null && !Negation.StandsBefore(folded.Characters, at))
            {
                return quote[start..end];
            }
        }

        return null;
    }

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[“\"„«](?<words>[^“”\"„«»]+)[”\"“»]|(?<=^|[\\s(])[‘'](?<words>[^‘’']{2,}(?:['’]\\w[^‘’']*)*)[’'](?=$|[\\s).,;:!?])")]
    private static partial Regex Quoted();
}
