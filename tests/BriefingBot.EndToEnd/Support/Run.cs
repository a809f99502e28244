using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.EndToEnd.Support;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record Run(int ExitCode, byte[] Output, string Error)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Standard output as a script reads it: UTF-8 without a mark, a JSON object a line, nothing else. Fails when it is not that.</summary>
    public IReadOnlyList<JsonObject> Lines
    {
        get
        {
            Assert.False(Output.AsSpan().StartsWith(Encoding.UTF8.Preamble), "A byte order mark stands before the first line.");
            var text = StrictUtf8.GetString(Output);
            Assert.DoesNotContain('\r', text);
            if (text.Length == 0)
            {
                return [];
            }

            Assert.EndsWith("\n", text);
            return [.. text[..^1].Split('\n').Select(line => JsonNode.Parse(line, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject())];
        }
    }

    public JsonObject Line => Assert.Single(Lines);

    /// <summary>The run, once it is sure that it ended so; else its words are shown.</summary>
    public Run Ended(int code)
    {
        Assert.True(code == ExitCode, $"Exit code {ExitCode} instead of {code}.\n{Encoding.UTF8.GetString(Output)}\n{Error}");
        Assert.DoesNotContain("Unhandled exception", Error);
        return this;
    }
}
