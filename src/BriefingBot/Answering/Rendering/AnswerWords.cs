using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;

namespace BriefingBot.Answering;

/// <summary>The sentences around an answer, the same in every channel.</summary>
public static class AnswerWords
{
    /// <summary>Why there is no answer, in a sentence or two that help.</summary>
    public static string For(RefusalReason reason) => reason switch
    {
        RefusalReason.NothingFound => "I found nothing about this in the articles. Try other words, or ask about something that they report.",
        RefusalReason.NotEnough => "The articles touch on this, but I found no words in them that answer the question. Try to name the people, places or dates that you mean.",
        RefusalReason.Stale => "I found only articles that are older than what you asked for.",
        RefusalReason.NotAllowed => "You are not set up to use this bot. Ask whoever runs it to let you in.",
        RefusalReason.QuotesFailed => "I had quotes to show, but none of them stands word for word in its article, so I withheld them all.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No sentence for this reason."),
    };

    /// <summary>
    /// Why this answer is a refusal. Where nothing at all came near there is nothing that this asker may read; that is said in the same words
    /// whether or not there are articles for others.
    /// </summary>
    public static string For(VerifiedAnswer refusal) => refusal.Sentence ?? (refusal is { Refusal: RefusalReason.NothingFound, Closest.IsEmpty: true }
        ? refusal.Question.Filter != ArticleFilter.All ? "There are no articles of the source, author, label or days that were chosen. Choose others, or leave the choice out."
        : "There are no articles yet that I can answer from. Ask whoever runs this bot to load some."
        : For(refusal.Refusal ?? throw new ArgumentException("It is an answer, not a refusal.", nameof(refusal))));

    /// <summary>Why a question is not answered that points at something nobody named: "and when?".</summary>
    internal const string NotKnownWhatIsMeant = "I do not know who or what you mean. Please ask the whole question, with the people, places or things that it is about.";

    /// <summary>What stands in front of what the question was taken for.</summary>
    public const string UnderstoodAs = "Understood as:";

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
    public const string LeadIn = "just before:";

    /// <summary>What stands over quotes that disagree.</summary>
    public const string Disagreement = "The articles disagree:";

    /// <summary>The heading of the nearest articles under a refusal.</summary>
    public const string Closest = "Closest, not an answer:";

    /// <summary>The numbers of the quotes behind a statement: <c>[1][3]</c>.</summary>
    internal static string NumbersOf(ImmutableArray<VerifiedQuote> quotes, VerifiedStatement statement) => string.Concat(statement.NumbersIn(quotes).Select(number => $"[{number}]"));

    /// <summary>What is said where the language model that is configured wrote nothing; null where there is nothing to tell.</summary>
    public static string? For(ModelFailure why) => why switch
    {
        ModelFailure.Unavailable => "The language model is unavailable; these are the quotes.",
        ModelFailure.TimedOut => "The language model did not answer in time; these are the quotes.",
        ModelFailure.LimitReached => "The language model's limit for today is reached; these are the quotes.",
        ModelFailure.Filtered => "The language model's provider filtered this question or its articles; these are the quotes.",
        ModelFailure.Unreadable => "The language model's answer could not be read; these are the quotes.",
        ModelFailure.NothingSupported => "Instead, these are the quotes.",
        ModelFailure.NothingDrafted => "The language model found no answer in these articles; these are the quotes that come nearest.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "No sentence for this."),
    };

    /// <summary>What is said of a language model's statements that were withheld; null for none.</summary>
    public static string? WithheldStatements(int count) => count switch
    {
        0 => null,
        1 => "One sentence was withheld because no source supports it.",
        _ => $"{count} sentences were withheld because no source supports them.",
    };

    /// <summary>What is said of quotes that were withheld beside ones that were not; null for none.</summary>
    public static string? Withheld(int count) => count switch
    {
        0 => null,
        1 => "I withheld one quote because I could not find it word for word in its article.",
        _ => $"I withheld {count} quotes because I could not find them word for word in their articles.",
    };
}
