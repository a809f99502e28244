using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>One article as it was read, or the problem with it.</summary>
internal sealed record ReadInput(string Input, int? Line, Article? Article, string? Problem)
{
    public IngestOutcome Outcome(IngestOutcomeKind kind) => new(Input, Line, kind) { ArticleId = Article?.Id, Title = Article?.Title };

    public IngestOutcome Failed(string error) => Outcome(IngestOutcomeKind.Failed) with { Error = Line is null ? error : $"line {Line}: {error}" };
}

/// <summary>From inputs to articles: finds the files, has each read by the reader for its format, and makes text and metadata canonical.</summary>
internal static class ArticleReading
{
    // The first line of a text is taken as its title when it is no longer than a headline.
    private const int LongestHeadline = 120;

    /// <param name="inputs">Paths of files and folders, and globs.</param>
    /// <param name="isDone">Asked of each file before it is opened: whether it is passed over.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<ReadInput> ReadAsync(
        IEnumerable<string> inputs, Predicate<InputFile>? isDone, [EnumeratorCancellation] CancellationToken cancellation)
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
            else if (Path.GetExtension(file.FullPath).ToUpperInvariant() is ".JSONL" or ".NDJSON")
            {
                await foreach (var read in ReadLinesAsync(file, cancellation))
                {
                    yield return read;
                }
            }
            else
            {
                foreach (var read in ReadParts(file))
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return read;
                }
            }
        }
    }

    private static IEnumerable<ReadInput> ReadParts(InputFile file)
    {
        using var parts = PartsOf(file.FullPath).GetEnumerator();
        while (true)
        {
            ReadInput read;
            try
            {
                if (!parts.MoveNext())
                {
                    yield break;
                }

                read = OfPart(file, parts.Current);
            }
            catch (UnreadableInputException fault)
            {
                read = new(file.FullPath, null, null, fault.Message);
            }

            yield return read;
        }
    }

    // Lazy, so that what is wrong with the file itself is met where what is wrong with a part is.
    private static IEnumerable<ReadPart> PartsOf(string path)
    {
        foreach (var part in InputReaders.Read(path, InputBytes.ReadAll(path)))
        {
            yield return part;
        }
    }

    private static ReadInput OfPart(InputFile file, ReadPart part)
    {
        var input = part.Name.Length == 0 ? file : new InputFile($"{file.FullPath}!{part.Name}", $"{file.Id}!{part.Name}");
        return part.Article is { } article ? Attempt(input, null, () => article, input.Id) : new(input.FullPath, null, null, part.Problem);
    }

    private static async IAsyncEnumerable<ReadInput> ReadLinesAsync(InputFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var lines = LinesOf(file.FullPath, cancellation).GetAsyncEnumerator(cancellation);
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

    private static async IAsyncEnumerable<JsonLine> LinesOf(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = InputBytes.Open(path);
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
            return new(file.FullPath, line, ToArticle(read(), file, fallbackId), null);
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
            Url = read.Url,
            Labels = OneLineEach(read.Labels),
            Groups = read.Groups,
            InputPath = file.FullPath,
        });
    }

    private static string Headline(string text, InputFile file)
    {
        var line = CanonicalText.OneLine(text.AsSpan().Trim().ToString().Split('\n', 2)[0]);
        return line.Length <= LongestHeadline ? line : Path.GetFileNameWithoutExtension(file.FullPath);
    }

    private static string? OneLine(string? name) => name is not null && CanonicalText.OneLine(name) is { Length: > 0 } line ? line : null;

    private static ImmutableArray<string> OneLineEach(ImmutableArray<string> names) => [.. names.Select(CanonicalText.OneLine).Where(name => name.Length > 0).Distinct()];
}
