namespace BriefingBot.Answering;

/// <summary>Answers a question.</summary>
public sealed class QuestionAnswerer
{
    /// <summary>Answers, or refuses with a reason. Throws on an outage, on a question that is empty or too long, and on cancellation.</summary>
    public Task<VerifiedAnswer> AnswerAsync(Question question, CancellationToken cancellation) => throw new NotImplementedException();
}
