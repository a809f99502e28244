using System.Runtime.CompilerServices;

namespace BriefingBot.State;

/// <summary>
/// The feedback that was given, one a person and answer: who gives it again has changed their mind. Its ids begin with the person and go on with the answer's, which
/// begins with whoever asked: it is erased when either wants to be forgotten. Every member throws <see cref="StateStoreException"/> when the store cannot be used.
/// </summary>
public sealed class FeedbackRecords(IStateStore state)
{
    /// <summary>Of its entries.</summary>
    public static PersonalKind Kind { get; } = new("feedback") { OfSeveral = true };

    /// <summary>What a person said of an answer; null where they said nothing, or it has expired.</summary>
    public async Task<Feedback?> FindAsync(string person, string answerId, CancellationToken cancellation) =>
        await state.ReadAsync(KeyOf(person, answerId), cancellation) is { } entry ? Feedback.FromJson(entry.Json) : null;

    /// <summary>Keeps what a person says of an answer, in the place of what they said before.</summary>
    public Task KeepAsync(string person, Feedback feedback, TimeSpan lifetime, CancellationToken cancellation) =>
        state.WriteAsync(KeyOf(person, feedback.AnswerId), feedback.ToJson(), WriteCondition.Any, lifetime, cancellation);

    /// <summary>All of it, in no order that means something.</summary>
    public async IAsyncEnumerable<Feedback> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in state.ListAsync(Kind.Kind, "", cancellation))
        {
            if (Feedback.FromJson(entry.Json) is { } feedback)
            {
                yield return feedback;
            }
        }
    }

    private static StateKey KeyOf(string person, string answerId) => new(Kind.Kind, ForgetPerson.PrefixOf(person) + answerId);
}
