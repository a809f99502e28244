using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

internal static class BotServices
{
    /// <summary>How long one try to deliver an activity may take, so that a channel that never answers does not hold a turn.</summary>
    private static readonly TimeSpan DeliveryTimeout = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<BotOptions, BotOptionsValidator>().Bind(configuration.GetSection(BotOptions.Section));
        services.TryAddSingleton(TimeProvider.System);

        // The SDK asks for the client without a name. No redirects: they would lead past the check of the service's address.
        services.AddHttpClient(Options.DefaultName, client => client.Timeout = DeliveryTimeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(),
            httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
            logger: provider.GetRequiredService<ILoggerFactory>().CreateLogger<BotFrameworkAuthentication>()));

        services.AddSingleton<AskArticles>(provider => provider.GetRequiredService<QuestionAnswerer>().AnswerAsync);
        services.AddSingleton<CheckQuote>(provider => (quotation, asker, cancellation) => provider.GetRequiredService<QuoteChecker>().CheckAsync(quotation, asker, ArticleFilter.All, cancellation));
        services.AddSingleton<BriefOn>(provider => provider.GetRequiredService<DigestWriter>().WriteAsync);
        services.AddSingleton<ActivityDelivery>();
        services.AddSingleton<BriefingAdapter>();
        services.AddSingleton<UnaskedMessages>();
        services.AddRemembering().AddCommands().AddFeedback().AddAnswerButtons().AddWatches().AddDroppedLoads();
        services.AddSingleton<LatestSearch>();
        services.AddSingleton<IInvocation, QuoteSearch>();
        return services.AddSingleton<IBot, AnsweringBot>();
    }

    public static WebApplication MapBot(this WebApplication app)
    {
        app.MapPost("/api/messages", MessagesEndpoint.PostAsync);
        return app;
    }
}
