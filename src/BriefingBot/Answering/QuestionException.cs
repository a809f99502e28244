namespace BriefingBot.Answering;

/// <summary>A question that cannot be asked. The message says why and what to do, to whoever asked.</summary>
public sealed class QuestionException(string message) : Exception(message)
{
    internal static void ThrowIfUnanswerable(string question)
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            throw new QuestionException("The question is empty. Ask in a sentence, for example: who won the election?");
        }

        if (question.Length > Question.MaxLength)
        {
            throw new QuestionException($"The question has {question.Length:N0} characters; ask in at most {Question.MaxLength:N0}.");
        }
    }

    internal static void ThrowIfNoSubject(string subject)
    {
        if (string.IsNullOrWhiteSpace(subject))
        {
            throw new QuestionException("The subject is empty. Name what the briefing is on, for example: the election.");
        }

        if (subject.Length > Question.MaxLength)
        {
            throw new QuestionException($"The subject has {subject.Length:N0} characters; name it in at most {Question.MaxLength:N0}.");
        }
    }

    internal static void ThrowIfUncheckable(string quotation)
    {
        if (string.IsNullOrWhiteSpace(quotation))
        {
            throw new QuestionException("The quotation is empty. Give the words to look for, in quotation marks.");
        }

        if (quotation.Length > QuoteChecker.MaxLength)
        {
            throw new QuestionException($"The quotation has {quotation.Length:N0} characters; check at most {QuoteChecker.MaxLength:N0} at once.");
        }
    }
}
