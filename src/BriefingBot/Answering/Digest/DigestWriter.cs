using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Writes a digest of a subject: understand, retrieve, choose, verify. It reaches passages through the kernel alone.</summary>
public sealed class DigestWriter(Kernel kernel, IEmbeddingGenerator<string, Embedding<float>> embedder)
{
    private const int PassagesRead = 60;

    /// <summary>The digest, or a refusal with its reason.</summary>
    /// <exception cref="QuestionException">The subject is empty or too long.</exception>
    public async Task<Digest> WriteAsync(DigestRequest request, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        QuestionException.ThrowIfNoSubject(request.Subject);

        // [1] understand
        var understood = await StandingQuestion.SubjectAsync(kernel, request, cancellation);
        if (understood is null && StandingQuestion.NamesNothing(request.Subject))
        {
            return NotKnownWhatIsMeant(request) with { Elapsed = Stopwatch.GetElapsedTime(started) };
        }

        request = request with { Subject = understood ?? request.Subject };

        // [2] retrieve
        var retrieval = await kernel.SearchArticlesAsync(request.Subject, request.Asker, request.Filter, PassagesRead, cancellation);

        // [3] choose
        var leads = DigestCandidates.Of(retrieval);
        var entries = await EmbedAsync(leads.Entries, cancellation);
        var chosen = Choose(entries, request.Quotes);

        // [4] verify
        var digest = leads.Refusal is { } reason || chosen.Count == 0
            ? Refuse(request, retrieval, leads)
            : Verify(request, chosen);
        return digest with { UnderstoodAs = understood, Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    private async Task<IReadOnlyList<DigestEntry>> EmbedAsync(IReadOnlyList<(Excerpt Excerpt, double Score)> leads, CancellationToken cancellation)
    {
        var vectors = await embedder.GenerateAsync(leads.Select(lead => lead.Excerpt.Article.Cut(lead.Excerpt.Span)), cancellationToken: cancellation);
        return [.. leads.Zip(vectors, (lead, vector) => new DigestEntry(lead.Excerpt, lead.Score, Normalised(vector.Vector)))];
    }

    private static ReadOnlyMemory<float> Normalised(ReadOnlyMemory<float> vector)
    {
        var normalised = new float[vector.Length];
        TensorPrimitives.Divide(vector.Span, TensorPrimitives.Norm(vector.Span), normalised);
        return normalised;
    }

    /// <summary>The best of each development in turn, so that a digest of a long story tells all of it.</summary>
    private static List<DigestEntry> Choose(IReadOnlyList<DigestEntry> entries, int most)
    {
        var different = new List<DigestEntry>();
        foreach (var entry in entries.OrderByDescending(entry => entry.Score).Where(entry => !different.Exists(entry.Repeats)))
        {
            different.Add(entry);
        }

        return
        [
            .. Developments.Of(different)
                .SelectMany(group => group.OrderByDescending(entry => entry.Score).Select((entry, turn) => (Entry: entry, Turn: turn)))
                .OrderBy(ranked => ranked.Turn)
                .ThenByDescending(ranked => ranked.Entry.Score)
                .Take(most)
                .Select(ranked => ranked.Entry),
        ];
    }

    private static Digest Verify(DigestRequest request, List<DigestEntry> chosen)
    {
        var withheld = 0;
        var developments = ImmutableArray.CreateBuilder<Development>();
        foreach (var group in Developments.Of(chosen))
        {
            var verified = group.Select(entry => VerifiedQuote.Verify(entry.Excerpt.Article, entry.Excerpt.Proposal)).ToArray();
            withheld += verified.Count(verification => verification.Failure is not null);
            ImmutableArray<VerifiedQuote> quotes = [.. verified.SelectMany(verification => verification.Quotes)];
            if (!quotes.IsEmpty)
            {
                developments.Add(new(quotes[0].Article.Published?.Day, quotes[^1].Article.Published?.Day, quotes));
            }
        }

        return developments.Count > 0
            ? new() { Subject = request.Subject, Developments = developments.DrainToImmutable(), Withheld = withheld }
            : new() { Subject = request.Subject, Withheld = withheld, Refusal = Refused(request, RefusalReason.QuotesFailed, confidence: 0, [], withheld) };
    }

    private static Digest Refuse(DigestRequest request, Retrieval retrieval, DigestCandidates leads) => new()
    {
        Subject = request.Subject,
        Refusal = Refused(request, leads.Refusal ?? RefusalReason.NothingFound, leads.Confidence, ClosestArticle.Of(retrieval.Passages), withheld: 0),
    };

    private static Digest NotKnownWhatIsMeant(DigestRequest request) => new()
    {
        Subject = request.Subject,
        Refusal = Refused(request, RefusalReason.NotEnough, confidence: 0, [], withheld: 0) with { Sentence = AnswerWords.NotKnownWhatIsMeant },
    };

    private static VerifiedAnswer Refused(DigestRequest request, RefusalReason reason, double confidence, ImmutableArray<ClosestArticle> closest, int withheld) =>
        VerifiedAnswer.Refused(new(request.Subject, request.Asker) { Filter = request.Filter }, reason, new([], confidence, "extractive"), closest, withheld);
}
