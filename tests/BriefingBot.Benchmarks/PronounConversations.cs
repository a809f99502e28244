using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Makes conversations of two questions from a labelled set: both name their article's title, and in the second a pronoun stands for it. Three
/// files of the second questions: as they were, with the pronoun, and with the pronoun and the first question before it.
/// </summary>
internal static partial class PronounConversations
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Write(string questionsFile, string articlesFile, string folder)
    {
        var titles = JsonLines.Read<Article>(articlesFile).ToDictionary(article => article.Id, article => Brackets().Replace(article.Title, ""));
        var naming = JsonLines.Read<Asked>(questionsFile).Where(asked => asked.Answerable && Title(titles[asked.Articles[0]]).IsMatch(asked.Question)).GroupBy(asked => asked.Articles[0]);
        var pairs = naming.SelectMany(questions => questions.Zip(questions.Skip(1), (first, second) => (First: first, Second: second, Pronoun: WithPronoun(second, titles[questions.Key])))).ToArray();
        Directory.CreateDirectory(folder);
        WriteLines("original", pairs.Select(pair => new { pair.Second.Id, pair.Second.Question }));
        WriteLines("pronoun", pairs.Select(pair => new { pair.Second.Id, Question = pair.Pronoun }));
        WriteLines("conversation", pairs.Select(pair => new { pair.Second.Id, Question = pair.Pronoun, History = new[] { pair.First.Question } }));
        Console.WriteLine($"{pairs.Length} conversations");
        return 0;

        void WriteLines<T>(string name, IEnumerable<T> lines) => File.WriteAllLines(Path.Combine(folder, $"{name}.jsonl"), lines.Select(line => JsonSerializer.Serialize(line, Options)));
    }

    private static string WithPronoun(Asked asked, string title) => Title(title).Replace(asked.Question, match => match.Groups["owner"].Success ? "its" : "it");

    private static Regex Title(string title) => new($@"(?:\bthe\s+)?\b{Regex.Escape(title)}\b(?<owner>'s\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\s*\(.*\)")]
    private static partial Regex Brackets();

    /// <summary>A labelled question.</summary>
    private sealed record Asked(string Id, string Question, bool Answerable, string[] Articles);

    /// <summary>An article, as far as it is used.</summary>
    private sealed record Article(string Id, string Title);
}
