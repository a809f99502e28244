using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>The sentences around an answer, the same in every channel, in the reader's language.</summary>
public static class AnswerWords
{
    /// <summary>Why there is no answer, in a sentence or two that help.</summary>
    public static string For(RefusalReason reason) => reason switch
    {
        RefusalReason.NothingFound => ReaderText.Of("Refusal_NothingFound"),
        RefusalReason.NotEnough => ReaderText.Of("Refusal_NotEnough"),
        RefusalReason.Stale => ReaderText.Of("Refusal_Stale"),
        RefusalReason.NotAllowed => ReaderText.Of("Refusal_NotAllowed"),
        RefusalReason.QuotesFailed => ReaderText.Of("Refusal_QuotesFailed"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No sentence for this reason."),
    };

    /// <summary>
    /// Why this answer is a refusal. Where nothing at all came near there is nothing that this asker may read; that is said in the same words
    /// whether or not there are articles for others. Words of another language than theirs are told apart: other words of it would find nothing either.
    /// </summary>
    public static string For(VerifiedAnswer refusal) => refusal.Sentence ?? (refusal is { Refusal: RefusalReason.NothingFound, Closest.IsEmpty: true }
        ? refusal.Question.Filter != ArticleFilter.All ? ReaderText.Of("Refusal_NoneChosen")
        : ReaderText.Of("Refusal_NoArticles")
        : refusal.Refusal is RefusalReason.NothingFound or RefusalReason.NotEnough && WrittenGerman.Is(refusal.Question.Text) ? ReaderText.Of("Refusal_InEnglish")
        : For(refusal.Refusal ?? throw new ArgumentException("It is an answer, not a refusal.", nameof(refusal))));

    /// <summary>Why a question is not answered that points at something nobody named: "and when?".</summary>
    internal static string NotKnownWhatIsMeant => ReaderText.Of("Refusal_NotKnownWhatIsMeant");

    /// <summary>What stands in front of what the question was taken for.</summary>
    public static string UnderstoodAs => ReaderText.Of("Answer_UnderstoodAs");

    /// <summary>What is said behind the sources: how old they are, and what was withheld; null for nothing.</summary>
    internal static string? Notes(VerifiedAnswer answer)
    {
        var notes = string.Join(' ', new[] { SourceAge.Of(answer), Withheld(answer.Withheld), WithheldStatements(answer.WithheldStatements), answer.FallBack is { } why ? For(why) : null }.OfType<string>());
        return notes.Length == 0 ? null : notes;
    }

    /// <summary>The same of a digest. A model that had nothing to sum up is not told of: all quotes are there.</summary>
    internal static string? Notes(Digest digest)
    {
        var why = digest.FallBack is { } failure and not ModelFailure.NothingDrafted ? For(failure) : null;
        var notes = string.Join(' ', new[] { Withheld(digest.Withheld), WithheldStatements(digest.WithheldStatements), why }.OfType<string>());
        return notes.Length == 0 ? null : notes;
    }

    /// <summary>What stands in front of the words that lead in to a quote, in brackets behind it.</summary>
    public static string LeadIn => ReaderText.Of("Answer_LeadIn");

    /// <summary>What stands over quotes that disagree.</summary>
    public static string Disagreement => ReaderText.Of("Answer_Disagreement");

    /// <summary>The heading of the nearest articles under a refusal.</summary>
    public static string Closest => ReaderText.Of("Answer_Closest");

    /// <summary>The numbers of the quotes behind a statement: <c>[1][3]</c>.</summary>
    internal static string NumbersOf(ImmutableArray<VerifiedQuote> quotes, VerifiedStatement statement) => string.Concat(statement.NumbersIn(quotes).Select(number => $"[{number}]"));

    /// <summary>What is said where the language model that is configured wrote nothing; null where there is nothing to tell.</summary>
    public static string? For(ModelFailure why) => why switch
    {
        ModelFailure.Unavailable => ReaderText.Of("Model_Unavailable"),
        ModelFailure.TimedOut => ReaderText.Of("Model_TimedOut"),
        ModelFailure.LimitReached => ReaderText.Of("Model_LimitReached"),
        ModelFailure.Filtered => ReaderText.Of("Model_Filtered"),
        ModelFailure.Unreadable => ReaderText.Of("Model_Unreadable"),
        ModelFailure.NothingSupported => ReaderText.Of("Model_NothingSupported"),
        ModelFailure.NothingDrafted => ReaderText.Of("Model_NothingDrafted"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "No sentence for this."),
    };

    /// <summary>What is said of a language model's statements that were withheld; null for none.</summary>
    public static string? WithheldStatements(int count) => count == 0 ? null : ReaderText.Counted("Answer_WithheldStatements", count);

    /// <summary>What is said of quotes that were withheld beside ones that were not; null for none.</summary>
    public static string? Withheld(int count) => count == 0 ? null : ReaderText.Counted("Answer_Withheld", count);
}
