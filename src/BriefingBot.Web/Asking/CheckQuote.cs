using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Web.Asking;

/// <summary>How the bot checks a quotation: <see cref="QuoteChecker.CheckAsync"/>.</summary>
internal delegate Task<QuoteCheck> CheckQuote(string quotation, Asker asker, CancellationToken cancellation);
