using System.Globalization;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>How long what names an article may be, in UTF-16 code units: far beyond honest names, short enough to be shown and looked up.</summary>
internal static class ArticleLimits
{
    public const int LongestTitle = 1_000;

    // Addresses of up to about 2,000 characters are in use, and an address may be an id.
    private const int LongestId = 2_048;
    private const int LongestName = 1_000;
    private const int LongestTag = 256;
    private const int MostTags = 1_000;

    /// <summary>The article, unless something of it is too long, or its id could not be given on a command line.</summary>
    public static Article RefuseBeyond(Article article)
    {
        Check("url", article.Url?.AbsoluteUri, LongestId);
        Check("id", article.Id, LongestId);
        Check("title", article.Title, LongestTitle);
        Check("source", article.Source, LongestName);
        Check("author", article.Author, LongestName);
        Check("label", article.Labels);
        Check("group", article.Groups);
        return article.Id.Any(c => char.IsControl(c) || c == '\uFFFD')
            ? throw new UnreadableInputException("the id holds a control character or one that could not be read, so that nobody could name the article. Give it another id")
            : article;
    }

    /// <summary>What is wrong with labels or groups that a whole load is given; null where nothing is.</summary>
    public static string? ProblemOf(string name, IReadOnlyCollection<string> values)
    {
        try
        {
            Check(name, values);
            return null;
        }
        catch (UnreadableInputException fault)
        {
            return fault.Message;
        }
    }

    public static string TooLong(string name, int length, int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"the {name} has {length:N0} characters, and {limit:N0} are the most. Shorten it");

    private static void Check(string name, string? value, int limit)
    {
        if (value?.Length > limit)
        {
            throw new UnreadableInputException(TooLong(name, value.Length, limit));
        }
    }

    private static void Check(string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > MostTags)
        {
            throw new UnreadableInputException(string.Create(CultureInfo.InvariantCulture, $"there are {values.Count:N0} {name}s, and {MostTags:N0} are the most. Leave some out"));
        }

        foreach (var value in values)
        {
            Check(name, value, LongestTag);
        }
    }
}
