using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics.Tensors;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>Writes a digest of a subject: understand, retrieve, choose, verify. It reaches passages through the kernel alone.</summary>
public sealed class DigestWriter
{
    private const int PassagesRead = 60;

    private readonly Kernel _kernel;
    private readonly QuestionUnderstanding _understanding;
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embedder;
    private readonly StatementWriter? _writer;

    /// <param name="kernel">With the articles' functions.</param>
    /// <param name="understanding">On the same kernel.</param>
    /// <param name="embedder">Of the index.</param>
    /// <param name="writer">Has a language model sum up; null where none is configured.</param>
    internal DigestWriter(Kernel kernel, QuestionUnderstanding understanding, IEmbeddingGenerator<string, Embedding<float>> embedder, StatementWriter? writer = null) =>
        (_kernel, _understanding, _embedder, _writer) = (kernel, understanding, embedder, writer);

    /// <summary>The digest, or a refusal with its reason.</summary>
    /// <exception cref="QuestionException">The subject is empty or too long.</exception>
    public async Task<Digest> WriteAsync(DigestRequest request, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        QuestionException.ThrowIfNoSubject(request.Subject);

        // [1] understand
        var standing = await _understanding.StandingSubjectAsync(request, cancellation);
        var question = _understanding.OnItsDay(request.AsQuestion with { Text = standing ?? request.Subject });
        if (standing is null && StandingQuestion.NamesNothing(request.Subject))
        {
            return NotKnownWhatIsMeant(question) with { Elapsed = Stopwatch.GetElapsedTime(started) };
        }

        var understood = await _understanding.ReadSubjectAsync(question, question.Text, cancellation);

        // [2] retrieve, as often as it takes to look where the subject says
        var found = await FindAsync(request, understood, cancellation);

        // [3] choose
        var entries = await EmbedAsync(found.Draft.Entries, cancellation);
        var chosen = Choose(entries, request.Quotes, understood.Time.Recency);

        // [4] verify
        var digest = found.IsEnough && chosen.Count > 0 ? Verify(question, chosen) : Refuse(question, found);
        digest = request.IsExtractive ? digest : await SumUpAsync(digest, cancellation);
        digest = request.NewestFirst ? digest with { Developments = [.. digest.Developments.Reverse().OrderBy(development => development.From is null).Select(development => development.Backwards)] } : digest;
        return digest with { UnderstoodAs = found.UnderstoodAs ?? standing, Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    /// <summary>Whether a digest would tell anything besides these quotes. It is not written for that, so this takes one search.</summary>
    public async Task<bool> TellsMoreAsync(DigestRequest request, IReadOnlyList<VerifiedQuote> quotes, CancellationToken cancellation)
    {
        var question = _understanding.OnItsDay(request.AsQuestion);
        var found = await FindAsync(request, await _understanding.ReadSubjectAsync(question, question.Text, cancellation), cancellation);
        return found.IsEnough && found.Draft.Entries.Any(entry =>
            !quotes.Any(quote => entry.Excerpt.Repeats(Excerpt.Shown(quote.Article, quote.Span))) && VerifiedQuote.Verify(entry.Excerpt.Article, entry.Excerpt.Proposal).Failure is null);
    }

    private Task<Found<DigestCandidates>> FindAsync(DigestRequest request, Understood understood, CancellationToken cancellation)
    {
        return new UnderstoodSearch<DigestCandidates>(understood, LookAsync).FindAsync();

        async Task<Found<DigestCandidates>> LookAsync(string text, ArticleFilter filter, Recency recency)
        {
            new AnsweringStep.Searching().Report();
            var retrieval = await _kernel.SearchArticlesAsync(text, request.Asker, filter, PassagesRead, cancellation);
            var of = request.Measure ?? request.Filter;
            var measure = filter == of ? retrieval : await _kernel.SearchArticlesAsync(text, request.Asker, of, PassagesRead, cancellation);
            return new(retrieval, DigestCandidates.Of(retrieval, measure));
        }
    }

    private async Task<IReadOnlyList<DigestEntry>> EmbedAsync(IReadOnlyList<(Excerpt Excerpt, double Score)> leads, CancellationToken cancellation)
    {
        var vectors = await _embedder.GenerateAsync(leads.Select(lead => lead.Excerpt.Article.Cut(lead.Excerpt.Span)), ForQuestion.Waiting, cancellation);
        return [.. leads.Zip(vectors, (lead, vector) => new DigestEntry(lead.Excerpt, lead.Score, Normalised(vector.Vector)))];
    }

    private static ReadOnlyMemory<float> Normalised(ReadOnlyMemory<float> vector)
    {
        var normalised = new float[vector.Length];
        TensorPrimitives.Divide(vector.Span, TensorPrimitives.Norm(vector.Span), normalised);
        return normalised;
    }

    /// <summary>The best of each development in turn, so that a digest of a long story tells all of it; the newest, where what is latest was asked for.</summary>
    private static List<DigestEntry> Choose(IReadOnlyList<DigestEntry> entries, int most, Recency recency)
    {
        var different = new List<DigestEntry>();
        foreach (var entry in entries.OrderByDescending(entry => entry.Score).Where(entry => !different.Exists(entry.Repeats)))
        {
            different.Add(entry);
        }

        if (recency == Recency.First)
        {
            return [.. different.OrderByDescending(entry => entry.Excerpt.Article.Published?.Moment ?? DateTimeOffset.MinValue).ThenByDescending(entry => entry.Score).Take(most)];
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

    private static Digest Verify(Question question, List<DigestEntry> chosen)
    {
        new AnsweringStep.CheckingQuotes(chosen.Count).Report();
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
            ? new() { Subject = question.Text, Developments = developments.DrainToImmutable(), Withheld = withheld }
            : new() { Subject = question.Text, Withheld = withheld, Refusal = Refused(question, RefusalReason.QuotesFailed, confidence: 0, [], withheld) };
    }

    private async Task<Digest> SumUpAsync(Digest digest, CancellationToken cancellation)
    {
        if (_writer is null || digest.Developments.IsEmpty)
        {
            return digest;
        }

        var written = await _writer.SumUpAsync(digest.Subject, digest.Quotes, cancellation);
        return digest with { Statements = written.Statements, WithheldStatements = written.Withheld, FallBack = written.Failure };
    }

    private static Digest Refuse(Question question, Found<DigestCandidates> found) => new()
    {
        Subject = question.Text,
        Refusal = Refused(question, found.Refusal ?? RefusalReason.NothingFound, found.Draft.Confidence, ClosestArticle.Of(found.Retrieval.Passages), withheld: 0) with { Sentence = found.Sentence },
    };

    private static Digest NotKnownWhatIsMeant(Question question) => new()
    {
        Subject = question.Text,
        Refusal = Refused(question, RefusalReason.NotEnough, confidence: 0, [], withheld: 0) with { Sentence = AnswerWords.NotKnownWhatIsMeant },
    };

    private static VerifiedAnswer Refused(Question question, RefusalReason reason, double confidence, ImmutableArray<ClosestArticle> closest, int withheld) =>
        VerifiedAnswer.Refused(question, reason, new([], confidence, "extractive"), closest, withheld);
}
