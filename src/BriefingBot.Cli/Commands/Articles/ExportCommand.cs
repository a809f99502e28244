using System.ComponentModel;
using System.Text;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class ExportCommand : AsyncCommand<ExportCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        var target = settings.Target();
        await using var briefing = settings.OpenBriefing();
        var carrier = briefing.GetRequiredService<ArticleCarrier>();
        var articles = target is null
            ? await WriteAsync(carrier, Console.Out, cancellationToken)
            : await WriteAsync(carrier, target, settings.Replace, cancellationToken);
        Console.Error.WriteLine($"{articles:N0} {(articles == 1 ? "article was" : "articles were")} exported, removed ones among them.");
        return BriefingCommand.Fine;
    }

    private static async Task<int> WriteAsync(ArticleCarrier carrier, string target, bool replace, CancellationToken cancellation)
    {
        var articles = 0;
        await WrittenFile.WriteAsync(
            target,
            replace,
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                articles = await WriteAsync(carrier, writer, cancellation);
            },
            cancellation);
        return articles;
    }

    private static async Task<int> WriteAsync(ArticleCarrier carrier, TextWriter writer, CancellationToken cancellation)
    {
        var articles = 0;
        using var progress = new ProgressLine();
        await foreach (var lines in carrier.ExportAsync(cancellation))
        {
            foreach (var line in lines)
            {
                await writer.WriteAsync((line + "\n").AsMemory(), cancellation);
            }

            progress.Show($"{++articles:N0} articles");
        }

        return articles;
    }

    internal sealed class Settings : StoreSettings
    {
        [CommandOption("--out <FILE>")]
        [Description("The file to write. Default: standard output.")]
        public string? Out { get; init; }

        [CommandOption("--replace")]
        [Description("Replace a file that is there.")]
        public bool Replace { get; init; }

        /// <summary>The file's full path; null for standard output. Throws <see cref="WrongUseException"/> when it cannot be written to.</summary>
        public string? Target() => Out is null ? null : WrittenFile.Target("--out", Out, Replace, "--replace");
    }
}
