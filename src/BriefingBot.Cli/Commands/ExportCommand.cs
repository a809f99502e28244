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
            ? await WriteAsync(carrier, Console.OpenStandardOutput(), cancellationToken)
            : await WriteAsync(carrier, target, cancellationToken);
        Console.Error.WriteLine($"{articles:N0} articles were exported, removed ones among them.");
        return BriefingCommand.Fine;
    }

    /// <summary>Beside the file first, so that what was there stays whole until all is written.</summary>
    private static async Task<int> WriteAsync(ArticleCarrier carrier, string target, CancellationToken cancellation)
    {
        var unfinished = $"{target}.{Environment.ProcessId}.part";
        try
        {
            int articles;
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew))
            {
                articles = await WriteAsync(carrier, stream, cancellation);
            }

            File.Move(unfinished, target, overwrite: true);
            return articles;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static async Task<int> WriteAsync(ArticleCarrier carrier, Stream stream, CancellationToken cancellation)
    {
        var articles = 0;
        using var progress = new ProgressLine();
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        await foreach (var lines in carrier.ExportAsync(cancellation))
        {
            foreach (var line in lines)
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellation);
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
        public string? Target()
        {
            if (Out is null)
            {
                return null;
            }

            if (IsMissing(Out) || Directory.Exists(Out))
            {
                throw new WrongUseException("--out needs the name of a file.");
            }

            return !File.Exists(Out) || Replace
                ? Path.GetFullPath(Out)
                : throw new WrongUseException($"{Out} is there already. Name another file, or replace it with --replace.");
        }
    }
}
