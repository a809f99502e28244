using System.Runtime.CompilerServices;
using BriefingBot.Articles;
using Microsoft.Extensions.Options;

namespace BriefingBot.Ingestion;

/// <summary>From an address to articles: fetches the document, unless it is still the one that the stored articles were read from, and has it read as a file would be.</summary>
internal sealed class WebInputs(WebFetch web, KnownPages known, IsolatedReaders readers, IOptions<WebOptions> options)
{
    /// <summary>The articles, or why there are none. Of a feed that has only a summary of an entry, the entry's own page is read.</summary>
    public IAsyncEnumerable<ReadInput> ReadAsync(InputFile input, CancellationToken cancellation) => ReadAsync(input, entry: null, cancellation);

    private async IAsyncEnumerable<ReadInput> ReadAsync(InputFile input, ReadPart? entry, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var address = input.Address!;
        var recalled = await known.RecallAsync(address, cancellation);
        var (document, problem, isGone) = await FetchAsync(address, recalled?.Version, cancellation);
        if (problem is not null)
        {
            yield return new(input.FullPath, null, null, entry is null ? problem : $"{problem}. It is an entry's page of a feed; to take the feed's own words instead, set Ingestion:Web:FeedPages to 0") { IsGone = isGone };
            yield break;
        }

        if (document is null)
        {
            // Stored just so, with what loads added to it.
            foreach (var stored in recalled!.Value.Articles)
            {
                yield return new(input.FullPath, null, stored with { Version = 0 }, null);
            }

            yield break;
        }

        var isFeed = entry is null && FormatDetection.Of(document.Name, document.Bytes.Span) == InputFormat.Feed;
        var (articles, isWhole) = (new List<Article>(), true);
        await foreach (var read in isFeed ? ReadFeedAsync(input, document, cancellation) : ReadDocument(input, document, entry, cancellation))
        {
            isWhole &= read.Article is not null;
            if (isWhole && !isFeed)
            {
                articles.Add(read.Article!);
            }

            yield return read;
        }

        // Of a feed the pages may change while it does not.
        if (document.Version is { } version && isWhole && !isFeed)
        {
            await known.RememberAsync(address, version, articles, cancellation);
        }
    }

    private async Task<(FetchedDocument? Document, string? Problem, bool IsGone)> FetchAsync(Uri address, PageVersion? version, CancellationToken cancellation)
    {
        try
        {
            return (await web.GetAsync(address, version, cancellation), null, false);
        }
        catch (UnreadableInputException fault)
        {
            return (null, fault.Message, fault.IsGone);
        }
    }

    private IAsyncEnumerable<ReadInput> ReadDocument(InputFile input, FetchedDocument document, ReadPart? entry, CancellationToken cancellation)
    {
        var found = input with { Id = document.Address.AbsoluteUri };
        return JsonLines.AreIn(document.Name)
            ? ArticleReading.ReadLinesAsync(found, () => new MemoryStream(document.Bytes.ToArray(), writable: false), cancellation)
            : ArticleReading.ReadPartsAsync(found, PartsOf(document, cancellation).Select(part => WebPart.Placed(part, document.Address, entry?.Article)), cancellation);
    }

    private async IAsyncEnumerable<ReadInput> ReadFeedAsync(InputFile input, FetchedDocument feed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var left = options.Value.FeedPages;
        var found = input with { Id = feed.Address.AbsoluteUri };
        var entries = new List<ReadPart>();
        await foreach (var read in ArticleReading.ReadPartsAsync(found, PartsOf(feed, cancellation).Where(entry => !IsOnlySummary(entry)).Select(entry => WebPart.Placed(entry, feed.Address)), cancellation))
        {
            // It belongs to its page, whose text may be read in its place the next time.
            yield return read.Article is { Url: { } page } article && page != feed.Address ? read with { Article = article with { InputPath = InputAddress.Of(page).FullPath } } : read;
        }

        foreach (var entry in entries)
        {
            await foreach (var read in ReadAsync(InputAddress.Of(FeedPages.Of(entry)!), entry, cancellation))
            {
                yield return read;
            }
        }

        bool IsOnlySummary(ReadPart entry)
        {
            if (left == 0 || FeedPages.Of(entry) is null)
            {
                return false;
            }

            left--;
            entries.Add(entry);
            return true;
        }
    }

    private IAsyncEnumerable<ReadPart> PartsOf(FetchedDocument document, CancellationToken cancellation) => readers.ReadAsync(document.Name, document.Bytes, cancellation);
}
