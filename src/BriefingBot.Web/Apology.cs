using System.Security.Cryptography;
using BriefingBot.Embedding;
using BriefingBot.Indexing;
using BriefingBot.Texts;

namespace BriefingBot.Web;

/// <summary>What a person is told when a fault of ours keeps an answer from them. The log has the fault under the same reference.</summary>
internal static class Apology
{
    // Letters and digits that are not mistaken for one another when read aloud.
    private const string ReferenceLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string NewReference() => RandomNumberGenerator.GetString(ReferenceLetters, 8);

    public static string For(Exception fault, string reference) => IsOutage(fault)
        ? ReaderText.Of("Apology_Outage", ReaderText.Of(Has<UnreachableEmbeddingModelException>(fault) ? "Apology_Model" : "Apology_Store"), reference)
        : ReaderText.Of("Apology_Fault", reference);

    /// <summary>Whether the store or the embedding model was away, and nothing of ours is wrong: the message says all.</summary>
    public static bool IsOutage(Exception? fault) => Has<UnreachableStoreException>(fault) || Has<UnreachableEmbeddingModelException>(fault);

    // The kernel may wrap what a function throws.
    private static bool Has<T>(Exception? fault) => fault is not null && (fault is T || Has<T>(fault.InnerException));
}
