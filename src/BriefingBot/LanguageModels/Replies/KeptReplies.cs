using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace BriefingBot.LanguageModels;

/// <summary>
/// Replies that answers came of, in memory, by the hash of the whole request: model, settings, prompt, question and the texts of the articles. So a changed article, prompt or model is
/// another request, and nobody gets a reply over articles that were not retrieved for them. Safe for concurrent use.
/// </summary>
internal sealed class KeptReplies(IOptions<LanguageModelOptions> options) : IDisposable
{
    // Bytes of replies; a reply has a few thousand at most.
    private const long MostBytes = 16_000_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public RecordedReply? Find(string key) => _cache.Get<RecordedReply>(key);

    /// <summary>Keeps what the model replied for an answer that came out well. Of one that came to nothing every request is made anew next time.</summary>
    public void Keep(ModelCalls calls)
    {
        if (options.Value.KeepRepliesMinutes <= 0)
        {
            return;
        }

        foreach (var (key, reply) in calls.New)
        {
            _cache.Set(key, reply, new MemoryCacheEntryOptions { Size = reply.Body.Length, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(options.Value.KeepRepliesMinutes) });
        }
    }

    public void Dispose() => _cache.Dispose();
}
