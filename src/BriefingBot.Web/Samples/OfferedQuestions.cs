using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.Indexing;

namespace BriefingBot.Web.Samples;

/// <summary>A question for somebody who does not know yet what to ask, and whether the articles answer it.</summary>
internal sealed record OfferedQuestion(string Text, bool IsAnswered);

/// <summary>What to ask of the sample articles.</summary>
internal sealed class OfferedQuestions(IArticleStore articles)
{
    private static readonly ImmutableArray<OfferedQuestion> Questions =
    [
        new("How many people had to leave their homes in Vessing?", IsAnswered: true),
        new("Why did the train drivers call off their strike?", IsAnswered: true),
        new("How much does the great bell of Stelmouth minster weigh?", IsAnswered: true),
        new("How many houses in Vessing were insured against the flood?", IsAnswered: false),
    ];

    // The first question has two answers that disagree; the strike is in near-identical copies of one report.
    private static readonly ImmutableArray<string> AnsweredBy =
        ["sample/vessing-flood-courier", "sample/vessing-flood-post", "sample/rail-strike-courier", "sample/rail-strike-post", "sample/feature-bells"];

    /// <summary>Three questions that are answered and one that is not; none unless every article that answers them is there for everybody. A shared store is given no samples.</summary>
    public async Task<ImmutableArray<OfferedQuestion>> ListAsync(CancellationToken cancellation)
    {
        if (articles.IsShared)
        {
            return [];
        }

        try
        {
            foreach (var id in AnsweredBy)
            {
                if (await articles.FindAsync(id, version: null, cancellation) is not { } article || !article.MayBeReadBy(Asker.Unknown))
                {
                    return [];
                }
            }

            return Questions;
        }
        catch (DamagedArticleException)
        {
            // Other questions can be answered all the same.
            return [];
        }
    }
}
