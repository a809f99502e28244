using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Indexing;
using BriefingBot.Ingestion;
using BriefingBot.Web.Articles;
using BriefingBot.Web.Asking;
using BriefingBot.Web.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Support;

/// <summary>The real host on a real port, with a connector to reply to. What the articles would answer is given by the test.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly Factory _factory;
    private readonly bool _ownsConnector;

    private BotHost(Connector connector, bool ownsConnector, Factory factory, HttpClient client)
    {
        (Connector, _ownsConnector) = (connector, ownsConnector);
        _factory = factory;
        Client = client;
    }

    public Connector Connector { get; }

    public HttpClient Client { get; }

    public FakeTimeProvider Time => _factory.Time;

    /// <summary>The questions that reached the articles.</summary>
    public ConcurrentQueue<Question> Asked => _factory.Asked;

    public IArticleStore Articles => Get<IArticleStore>();

    public ArticleLinks Links => _factory.Services.GetRequiredService<ArticleLinks>();

    public IReadOnlyCollection<string> Log => _factory.Log;

    public T Get<T>()
        where T : notnull => _factory.Services.GetRequiredService<T>();

    public SomeActivity Activity => new(Connector.Url);

    /// <param name="ask">The articles' answer; without it a refusal.</param>
    /// <param name="settings">Configuration, over the defaults.</param>
    /// <param name="remote">The address that requests seem to come from, instead of the real one.</param>
    /// <param name="services">What else is put in the place of the host's own.</param>
    /// <param name="channel">A connector that outlives the host; without it the host has its own.</param>
    public static async Task<BotHost> StartAsync(
        AskArticles? ask = null, Dictionary<string, string>? settings = null, IPAddress? remote = null, Action<IServiceCollection>? services = null, Connector? channel = null)
    {
        OutgoingCalls.Watch();
        var connector = channel ?? await Connector.StartAsync();
        var factory = new Factory(ask ?? ((question, _) => Task.FromResult(Refuse(question))), settings ?? [], remote, services);
        factory.UseKestrel();
        factory.StartServer();
        return new(connector, ownsConnector: channel is null, factory, factory.CreateClient());
    }

    /// <summary>The host, answering, checking and briefing from what these articles say.</summary>
    public static Task<BotHost> StartOnAsync(Briefing briefing) => StartAsync(briefing.Get<QuestionAnswerer>().AnswerAsync, services: services =>
    {
        services.AddSingleton<CheckQuote>((quotation, asker, cancellation) => briefing.Get<QuoteChecker>().CheckAsync(quotation, asker, ArticleFilter.All, cancellation));
        services.AddSingleton<BriefOn>(briefing.Get<DigestWriter>().WriteAsync);
        services.AddSingleton(briefing.Get<RelatedSubjects>());
    });

    public static VerifiedAnswer Refuse(Question question) =>
        VerifiedAnswer.Refused(question, RefusalReason.NothingFound, new([], 0.1, "extractive"), [new("iceland", 1, "Iceland votes", null)]);

    public static VerifiedAnswer Quote(Question question, string text)
    {
        var article = new Article { Id = "iceland", Version = 1, Title = "Iceland votes", Text = text, Source = "Wikinews", Url = new("https://example.org/iceland") };
        var proposal = new SpanProposal(article.Id, article.Version, new(0, text.Length));
        return VerifiedAnswer.Answered(
            question, new([new([proposal])], 0.9, "extractive"), VerifiedQuote.Verify(article, proposal).Quotes, withheld: 0);
    }

    /// <param name="activity">The activity.</param>
    /// <param name="hangUp">Closes the connection, as Teams does after about 15 s.</param>
    public Task<HttpResponseMessage> PostAsync(JsonObject activity, CancellationTokenSource? hangUp = null) =>
        PostAsync(activity.ToJsonString(), hangUp: hangUp);

    public Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json", CancellationTokenSource? hangUp = null) =>
        Client.PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, contentType), hangUp?.Token ?? TestContext.Current.CancellationToken);

    /// <summary>Posts an activity that is taken, and gives back what the bot had sent by the end of the turn.</summary>
    public async Task<IReadOnlyList<Connector.Delivery>> SendAsync(JsonObject activity)
    {
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Connector.Messages;
    }

    /// <summary>Stores an article that is opened by its address and found by no question.</summary>
    public Task<SavedArticle> SaveAsync(Article article) => Articles.SaveAsync(article, [], takeOver: true, TestContext.Current.CancellationToken);

    /// <summary>Stores articles that questions find.</summary>
    public async Task IndexAsync(params Article[] articles)
    {
        var passages = await _factory.Services.GetRequiredService<PassageEmbedder>().EmbedAsync(articles, TestContext.Current.CancellationToken);
        foreach (var (article, made) in articles.Zip(passages))
        {
            await Articles.SaveAsync(article, made, takeOver: true, TestContext.Current.CancellationToken);

            // What is saved next is saved later.
            Time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    /// <summary>Gets a page, by whatever address stands in a link of ours.</summary>
    public async Task<SeenPage> GetAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{response.StatusCode}, not {status}: {html}");
        return new(response, html);
    }

    /// <summary>Lets the host's time pass, a little at once, until something has come of it.</summary>
    /// <param name="ended">What is waited for.</param>
    /// <param name="step">How many seconds at once; what has a time limit of its own must not run into it while the computer is busy.</param>
    public async Task<T> PassTimeUntilAsync<T>(Task<T> ended, double step = 0.1)
    {
        while (!ended.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(step));
            await Task.WhenAny(ended, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        return await ended;
    }

    public Task PassTimeUntilAsync(Func<bool> reached, double step = 0.1) => PassTimeUntilAsync(Task.Run(async () =>
    {
        await Connector.UntilAsync(reached);
        return true;
    }), step);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
        if (_ownsConnector)
        {
            await Connector.DisposeAsync();
        }

        OutgoingCalls.AssertNone();
    }

    private sealed class Factory(AskArticles ask, Dictionary<string, string> settings, IPAddress? remote, Action<IServiceCollection>? others) : WebApplicationFactory<AnsweringBot>
    {
        private readonly string _data = Directory.CreateTempSubdirectory("briefing-host-").FullName;

        public FakeTimeProvider Time { get; } = new();

        public ConcurrentQueue<Question> Asked { get; } = [];

        public ConcurrentQueue<string> Log { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            builder.UseSetting("Storage:DataDirectory", _data);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new LogLines(Log)));
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Time);
                services.AddSingleton<PrepareToAnswer>(_ => Task.CompletedTask);
                Briefing.LendModels(services, hasEmbedder: settings.ContainsKey("Embedding:Provider"));
                services.AddSingleton<AskArticles>((question, cancellation) =>
                {
                    Asked.Enqueue(question);
                    return ask(question, cancellation);
                });
                others?.Invoke(services);
                if (remote is not null)
                {
                    services.AddSingleton<IStartupFilter>(new From(remote));
                }
            });
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }
    }

    private sealed class From(IPAddress remote) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = remote;
                return following(context);
            });
            next(app);
        };
    }
}
