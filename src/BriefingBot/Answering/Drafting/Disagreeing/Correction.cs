using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>Recognises an article that corrects others, which then outranks what it corrects.</summary>
internal static partial class Correction
{
    /// <summary>Whether its title says so, or its first words.</summary>
    public static bool Is(Article article) => Heading().IsMatch(article.Title) || Heading().IsMatch(article.Text[..Math.Min(article.Text.Length, 40)]);

    [GeneratedRegex(@"^\W*(?:corrections?|corrected|correcting|erratum|errata|corrigend(?:um|a)|clarifications?|retractions?|retracted)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
