using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Cli.Output;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

/// <summary>A key for whoever administers the articles over HTTP. The bot is told its hash alone, so that its configuration lets nobody in.</summary>
internal sealed partial class AdminKeyCommand : AsyncCommand<AdminKeyCommand.Settings>
{
    // 256 bits, which nobody guesses, so that a plain hash is enough.
    private const int KeyBytes = 32;

    public override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        if (!Name().IsMatch(settings.KeyName))
        {
            throw new WrongUseException("--name needs a name of up to 64 letters, digits, hyphens and underscores, by which the log tells whose key it is.");
        }

        var key = "bb_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        if (settings.Json)
        {
            JsonOutput.Write(new { Name = settings.KeyName, Key = key, Hash = hash, Setting = $"Admin:ApiKeys:{settings.KeyName}" });
        }
        else
        {
            Console.WriteLine(key);
            Console.Error.WriteLine("This is the key; it is shown this once. Whoever has it administers the articles: keep it secret.");
            Console.Error.WriteLine($"The bot is told its hash: {{\"Admin\": {{\"ApiKeys\": {{\"{settings.KeyName}\": \"{hash}\"}}}}}}, or in the environment Admin__ApiKeys__{settings.KeyName}={hash}");
        }

        return Task.FromResult(BriefingCommand.Fine);
    }

    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--name <NAME>")]
        [Description("Whose key it is; jobs and the log name it. Default: admin.")]
        public string KeyName { get; init; } = "admin";

        [CommandOption("--json")]
        [Description("Print a JSON line for scripts on standard output, and nothing else there.")]
        public bool Json { get; init; }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Name();
}
