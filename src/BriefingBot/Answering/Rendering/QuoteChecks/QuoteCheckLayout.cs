namespace BriefingBot.Answering;

/// <summary>What a quote check shows, in order and before any channel's signs: quotes are numbered as they come, and their sources follow last.</summary>
internal static class QuoteCheckLayout
{
    public static IReadOnlyList<CheckBlock> Of(QuoteCheck check)
    {
        var blocks = new List<CheckBlock> { new SaidBlock(QuoteCheckWords.For(check)) };
        var number = 0;
        foreach (var (index, place) in check.Places.Index())
        {
            blocks.AddRange(place.Quotes.Select(quote => new QuoteBlock(++number, quote)));
            if (!ReferenceEquals(place.TakenBackBy, check.Places.ElementAtOrDefault(index + 1)?.TakenBackBy))
            {
                AddCorrection(place.TakenBackBy);
            }
        }

        foreach (var part in check.Parts)
        {
            if (part.Quote is { } quote)
            {
                blocks.Add(new QuoteBlock(++number, quote));
                AddCorrection(part.TakenBackBy);
                continue;
            }

            blocks.Add(new MissingBlock(part.Given));
            Add(part.Nearest);
        }

        Add(check.Nearest);
        return blocks;

        void AddCorrection(LaterCorrection? correction)
        {
            if (correction is not null)
            {
                blocks.Add(new SaidBlock(QuoteCheckWords.For(correction)));
                blocks.Add(new QuoteBlock(++number, correction.Quote));
            }
        }

        void Add(NearestPassage? nearest)
        {
            if (nearest is not null)
            {
                blocks.Add(new QuoteBlock(++number, nearest.Quote));
                blocks.AddRange(QuoteCheckWords.NotConfirmed(nearest) is { } why ? [new SaidBlock(why)] : Array.Empty<CheckBlock>());
                blocks.Add(new ComparedBlock(nearest.Compared));
                AddCorrection(nearest.TakenBackBy);
            }
        }
    }
}

/// <summary>One paragraph of a quote check.</summary>
internal abstract record CheckBlock;

/// <summary>A sentence of ours.</summary>
internal sealed record SaidBlock(string Text) : CheckBlock;

/// <summary>A quote, numbered from 1.</summary>
internal sealed record QuoteBlock(int Number, VerifiedQuote Quote) : CheckBlock;

/// <summary>A part of the given quotation that stands nowhere.</summary>
internal sealed record MissingBlock(string Given) : CheckBlock;

/// <summary>The given quotation compared with the quote before.</summary>
internal sealed record ComparedBlock(ComparedWords Words) : CheckBlock;
