using System.Security.Cryptography;

namespace BriefingBot.Web;

/// <summary>What a person is told when a fault of ours keeps an answer from them. The log has the fault under the same reference.</summary>
internal static class Apology
{
    // Letters and digits that are not mistaken for one another when read aloud.
    private const string ReferenceLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string NewReference() => RandomNumberGenerator.GetString(ReferenceLetters, 8);

    public static string For(string reference) =>
        $"I am sorry: something went wrong on my side and I could not answer. Please try again. If it happens again, tell whoever runs this bot the reference {reference}.";
}
