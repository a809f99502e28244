using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>Quotes that a person is shown anyway, under the numbers that they have there.</summary>
internal sealed class NumberedQuotes(ImmutableArray<VerifiedQuote> quotes) : INumberedWords
{
    public string Text => TextOf(Enumerable.Range(1, quotes.Length));

    public string TextOf(IEnumerable<int> numbers) => NumberedText.Of(Known(numbers).Select(number => (number, quotes[number - 1].Article, WordsOf(quotes[number - 1]))));

    public ImmutableArray<VerifiedQuote> Quotes(IEnumerable<int> numbers) => [.. Known(numbers).Select(number => quotes[number - 1])];

    private static string WordsOf(VerifiedQuote quote) => quote.LeadIn is { } before ? $"{before.Text} {quote.Text}" : quote.Text;

    private IEnumerable<int> Known(IEnumerable<int> numbers) => numbers.Where(number => number >= 1 && number <= quotes.Length).Distinct().Order();
}
