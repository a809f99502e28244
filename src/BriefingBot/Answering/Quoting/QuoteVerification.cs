using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>
/// What became of one proposal: the verified quotes (several where it had an ellipsis), or none and the reason.
/// A quote that fails is a value, not an exception.
/// </summary>
/// <param name="Quotes">In the order of the proposal's parts; empty when it failed.</param>
/// <param name="Failure">Why it failed, for logs and scripts; null when it did not.</param>
internal sealed record QuoteVerification(ImmutableArray<VerifiedQuote> Quotes, string? Failure)
{
    internal static QuoteVerification Failed(string failure) => new([], failure);
}
