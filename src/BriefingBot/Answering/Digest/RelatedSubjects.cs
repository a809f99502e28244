using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>What an answer leads on to: names in its quotes that its question does not have, and of which the articles tell whoever asked something more.</summary>
public sealed class RelatedSubjects(DigestWriter digests)
{
    // Each is looked up, in a few milliseconds.
    private const int MostLookedUp = 8;

    /// <summary>Subjects of digests that are not refused to this asker, the likeliest first.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="quotes">What was quoted, to the same asker.</param>
    /// <param name="asker">Whoever asked.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<ImmutableArray<string>> FindAsync(string question, ImmutableArray<VerifiedQuote> quotes, Asker asker, int most, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var name in QuotedNames.In(question, quotes).Take(MostLookedUp))
        {
            if (found.Count < most && await digests.TellsMoreAsync(new(name, asker), quotes, cancellation))
            {
                found.Add(name);
            }
        }

        return found.ToImmutable();
    }
}
