using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>How articles' words are written for a model.</summary>
internal static partial class NumberedText
{
    /// <summary>Lines <c>[12] words</c>, those of one article under its title, source and date.</summary>
    public static string Of(IEnumerable<(int Number, Article Article, string Words)> lines)
    {
        var text = new StringBuilder();
        Article? article = null;
        foreach (var line in lines)
        {
            if (!ReferenceEquals(article, line.Article))
            {
                article = line.Article;
                text.Append($"{(text.Length > 0 ? "\n" : "")}Article: {OneLine(article.Title)}{(article.Source is { } source ? $" — {OneLine(source)}" : "")}{(article.Published is { } day ? $", {day.Moment:yyyy-MM-dd}" : "")}\n");
            }

            text.Append($"[{line.Number}] {OneLine(line.Words)}\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>A line that nothing which is shown can hold: it is made of all of it.</summary>
    public static string FenceFor(params string[] shown) => $"-----{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', shown))))[..24]}-----";

    public static string OneLine(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blanks();
}
