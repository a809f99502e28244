using BriefingBot.Answering;

namespace BriefingBot.Web.Asking;

/// <summary>How the bot reaches the articles: <see cref="QuestionAnswerer.AnswerAsync"/>.</summary>
internal delegate Task<VerifiedAnswer> AskArticles(Question question, CancellationToken cancellation);
