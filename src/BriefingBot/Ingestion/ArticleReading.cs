using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>One article as it was read, or the problem with it.</summary>
internal sealed record ReadInput(string Input, int? Line, Article? Article, string? Problem)
{
    /// <summary>Whether the id is that of the input and its place, since the article brings none: then it may have another place.</summary>
    public bool IsNamedByPlace { get; init; }

    /// <summary>Whether the article is stored already and came from a file that is gone.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether the problem is that there is nothing at its address (any more).</summary>
    public bool IsGone { get; init; }

    public IngestOutcome Outcome(IngestOutcomeKind kind) => new(Input, Line, kind) { ArticleId = Article?.Id, Title = Article?.Title };

    public IngestOutcome Failed(string error) => Outcome(IngestOutcomeKind.Failed) with { IsGone = IsGone, Error = Line is null ? error : $"line {Line}: {error}" };
}

/// <summary>From inputs to articles: finds the files, fetches what is an address, has each read by the reader for its format, and makes text and metadata canonical.</summary>
internal static class ArticleReading
{
    // The first line of a text is taken as its title when it is no longer than a headline.
    private const int LongestHeadline = 120;

    /// <param name="inputs">Paths of files and folders, globs, and addresses of the web.</param>
    /// <param name="readers">Read what is from outside.</param>
    /// <param name="web">Fetches what is an address.</param>
    /// <param name="isDone">Asked of each file before it is opened: whether it is passed over.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<ReadInput> ReadAsync(
        IEnumerable<string> inputs, IsolatedReaders readers, WebInputs web, Predicate<InputFile>? isDone, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in inputs.SelectMany(InputFiles.Find))
        {
            if (isDone?.Invoke(file) == true)
            {
                continue;
            }

            if (file.Problem is not null)
            {
                yield return new(file.FullPath, null, null, file.Problem);
            }
            else if (file.Address is not null)
            {
                await foreach (var read in web.ReadAsync(file, cancellation))
                {
                    yield return read;
                }
            }
            else if (JsonLines.AreIn(file.FullPath))
            {
                await foreach (var read in ReadLinesAsync(file, () => InputBytes.Open(file.FullPath), cancellation))
                {
                    yield return read;
                }
            }
            else
            {
                await foreach (var read in ReadPartsAsync(file, PartsOf(file.FullPath, readers, cancellation), cancellation))
                {
                    yield return read;
                }
            }
        }
    }

    /// <summary>The articles of one file or document, of which each part becomes an article or says why not.</summary>
    internal static async IAsyncEnumerable<ReadInput> ReadPartsAsync(InputFile file, IAsyncEnumerable<ReadPart> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var parts = read.GetAsyncEnumerator(cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadInput part;
            var isFault = false;
            try
            {
                if (!await parts.MoveNextAsync())
                {
                    yield break;
                }

                part = OfPart(file, parts.Current);
            }
            catch (UnreadableInputException fault)
            {
                part = new(file.FullPath, null, null, fault.Message);
                isFault = true;
            }

            yield return part;
            if (isFault)
            {
                yield break;
            }
        }
    }

    // Lazy, so that what is wrong with the file itself is met where what is wrong with a part is.
    private static async IAsyncEnumerable<ReadPart> PartsOf(string path, IsolatedReaders readers, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var part in readers.ReadAsync(path, InputBytes.ReadAll(path), cancellation))
        {
            yield return part;
        }
    }

    private static ReadInput OfPart(InputFile file, ReadPart part)
    {
        var input = part.Name.Length == 0 ? file : file with { FullPath = $"{file.FullPath}!{part.Name}", Id = $"{file.Id}!{part.Name}" };
        return part.Article is { } article ? Attempt(input, null, () => article, input.Id) : new(input.FullPath, null, null, part.Problem);
    }

    /// <summary>The articles of a file of one a line.</summary>
    internal static async IAsyncEnumerable<ReadInput> ReadLinesAsync(InputFile file, Func<Stream> open, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var lines = LinesOf(open, cancellation).GetAsyncEnumerator(cancellation);
        while (await NextAsync(lines) is var (line, problem) && (line is not null || problem is not null))
        {
            yield return line switch
            {
                null => new(file.FullPath, null, null, problem),
                { Bytes: { } bytes } => Attempt(file, line.Number, () => JsonLineReader.Read(bytes.Span), $"{file.Id}#{line.Number}"),
                _ => new(file.FullPath, line.Number, null, InputBytes.TooLarge),
            };
        }
    }

    private static async IAsyncEnumerable<JsonLine> LinesOf(Func<Stream> open, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = open();
        await foreach (var line in JsonLines.ReadAsync(stream, cancellation))
        {
            yield return line;
        }
    }

    /// <summary>The next line, or why the file cannot be read further; neither at its end.</summary>
    private static async Task<(JsonLine? Line, string? Problem)> NextAsync(IAsyncEnumerator<JsonLine> lines)
    {
        try
        {
            return await lines.MoveNextAsync() ? (lines.Current, null) : (null, null);
        }
        catch (Exception fault) when (fault is UnreadableInputException || InputBytes.IsTheFiles(fault))
        {
            return (null, fault is UnreadableInputException ? fault.Message : InputBytes.Explain(fault));
        }
    }

    private static ReadInput Attempt(InputFile file, int? line, Func<ReadArticle> read, string fallbackId)
    {
        try
        {
            var article = read();
            return new(file.FullPath, line, ToArticle(article, file, fallbackId), null) { IsNamedByPlace = line is null && article is { Id: null, Url: null } };
        }
        catch (UnreadableInputException fault)
        {
            return new(file.FullPath, line, null, fault.Message);
        }
    }

    private static Article ToArticle(ReadArticle read, InputFile file, string fallbackId)
    {
        var text = CanonicalText.From(read.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableInputException("there is no text in it. Check that the file is the right one and that it was saved");
        }

        return ArticleLimits.RefuseBeyond(new()
        {
            Id = read.Id ?? read.Url?.AbsoluteUri ?? fallbackId,
            Title = read.Title is { } title && CanonicalText.OneLine(title) is { Length: > 0 and <= ArticleLimits.LongestTitle } given ? given : Headline(text, file),
            Text = text,
            Source = OneLine(read.Source),
            Author = OneLine(read.Author),
            Published = read.Published,
            Modified = read.Modified,
            Language = OneLine(read.Language),
            Pages = PagesOf(read, text),
            Url = read.Url,
            Labels = OneLineEach(read.Labels),
            Groups = read.Groups,
            InputPath = file.FullPath,
        });
    }

    /// <summary>Where the pages begin in the canonical text. A page begins a block, so that each is made canonical as it is within the whole.</summary>
    private static ImmutableArray<int> PagesOf(ReadArticle read, string canonical)
    {
        var (pages, start) = (ImmutableArray.CreateBuilder<int>(read.Pages.Length), 0);
        for (var i = 0; i < read.Pages.Length; i++)
        {
            pages.Add(Math.Min(start, canonical.Length));
            start += CanonicalText.From(read.Text[read.Pages[i]..(i + 1 < read.Pages.Length ? read.Pages[i + 1] : read.Text.Length)]).Length;
        }

        return pages.ToImmutable();
    }

    private static string Headline(string text, InputFile file)
    {
        var line = CanonicalText.OneLine(text.AsSpan().Trim().ToString().Split('\n', 2)[0]);
        return line.Length <= LongestHeadline ? line : file.Name;
    }

    private static string? OneLine(string? name) => name is not null && CanonicalText.OneLine(name) is { Length: > 0 } line ? line : null;

    private static ImmutableArray<string> OneLineEach(ImmutableArray<string> names) => [.. names.Select(CanonicalText.OneLine).Where(name => name.Length > 0).Distinct()];
}
