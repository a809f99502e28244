using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Configuration;
using Microsoft.SemanticKernel;

namespace BriefingBot.LanguageModels;

/// <summary>The prompts, read from their files and checked: Semantic Kernel's prompt functions, a folder each, with exactly the variables that the program gives.</summary>
internal sealed partial class PromptFiles
{
    public const string CondenseQuestion = "condense_question";
    public const string Digest = "digest";
    public const string DraftAnswer = "draft_answer";
    public const string RepairStatement = "repair_statement";

    private static readonly ImmutableDictionary<string, string[]> Variables = new Dictionary<string, string[]>
    {
        [CondenseQuestion] = ["fence", "question", "turns"],
        [Digest] = ["articles", "fence", "subject"],
        [DraftAnswer] = ["articles", "fence", "question"],
        [RepairStatement] = ["articles", "fault", "fence", "statement"],
    }.ToImmutableDictionary();

    private readonly KernelPlugin _functions;

    private PromptFiles(KernelPlugin functions, string hash) => (_functions, Hash) = (functions, hash);

    /// <summary>Names this set of prompts: the first twelve hexadecimal digits of the SHA-256 of all files.</summary>
    public string Hash { get; }

    public KernelFunction this[string name] => _functions[name];

    /// <param name="folder">The folder with a folder for each prompt.</param>
    /// <exception cref="ConfigurationException">A prompt is missing, cannot be read, or has other variables than it is given.</exception>
    public static PromptFiles Read(string folder)
    {
        var all = new StringBuilder();
        var functions = new List<KernelFunction>();
        foreach (var (name, given) in Variables.OrderBy(prompt => prompt.Key, StringComparer.Ordinal))
        {
            var (template, configuration) = (TextOf(folder, name, "skprompt.txt"), TextOf(folder, name, "config.json"));
            all.Append(name).Append('\0').Append(template).Append('\0').Append(configuration).Append('\0');
            functions.Add(FunctionOf(folder, name, template, configuration, given));
        }

        return new(KernelPluginFactory.CreateFromFunctions("prompts", functions), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..12]);
    }

    private static KernelFunction FunctionOf(string folder, string name, string template, string configuration, string[] given)
    {
        string[] used = [.. Variable().Matches(template).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal)];
        if (given.Except(used).FirstOrDefault() is { } missing)
        {
            throw new ConfigurationException($"The prompt {Path.Combine(folder, name, "skprompt.txt")} does not use {{{{${missing}}}}}, without which it cannot do its work. Put the variable in its place.");
        }

        if (used.Except(given).FirstOrDefault() is { } unknown)
        {
            throw new ConfigurationException($"The prompt {Path.Combine(folder, name, "skprompt.txt")} uses {{{{${unknown}}}}}, which nobody gives. It may use: {string.Join(", ", given)}.");
        }

        try
        {
            var prompt = PromptTemplateConfig.FromJson(configuration);
            (prompt.Name, prompt.Template) = (name, template);
            return KernelFunctionFactory.CreateFromPrompt(prompt);
        }
        catch (Exception fault) when (fault is ArgumentException or KernelException or System.Text.Json.JsonException)
        {
            throw new ConfigurationException($"The prompt {Path.Combine(folder, name)} cannot be used: {fault.Message}");
        }
    }

    private static string TextOf(string folder, string name, string file)
    {
        var path = Path.Combine(folder, name, file);
        try
        {
            return File.ReadAllText(path).ReplaceLineEndings("\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The prompt {path} cannot be read: {fault.Message} Restore the file, or set LanguageModel:Prompts to the folder that has it.");
        }
    }

    [GeneratedRegex(@"\{\{\s*\$(?<name>\w+)\s*\}\}")]
    private static partial Regex Variable();
}
