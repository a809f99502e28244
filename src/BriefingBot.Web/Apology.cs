using System.Security.Cryptography;
using BriefingBot.Embedding;
using BriefingBot.Indexing;

namespace BriefingBot.Web;

/// <summary>What a person is told when a fault of ours keeps an answer from them. The log has the fault under the same reference.</summary>
internal static class Apology
{
    // Letters and digits that are not mistaken for one another when read aloud.
    private const string ReferenceLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string NewReference() => RandomNumberGenerator.GetString(ReferenceLetters, 8);

    public static string For(Exception fault, string reference) => IsOutage(fault)
        ? $"I am sorry: {(Has<UnreachableEmbeddingModelException>(fault) ? "the model that I search with" : "the article store")} cannot be reached, so I could not look anything up. Please ask again in a minute. If it lasts, tell whoever runs this bot the reference {reference}."
        : $"I am sorry: something went wrong on my side and I could not answer. Please try again. If it happens again, tell whoever runs this bot the reference {reference}.";

    /// <summary>Whether the store or the embedding model was away, and nothing of ours is wrong: the message says all.</summary>
    public static bool IsOutage(Exception? fault) => Has<UnreachableStoreException>(fault) || Has<UnreachableEmbeddingModelException>(fault);

    // The kernel may wrap what a function throws.
    private static bool Has<T>(Exception? fault) => fault is not null && (fault is T || Has<T>(fault.InnerException));
}
