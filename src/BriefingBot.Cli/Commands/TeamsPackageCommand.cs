using System.ComponentModel;
using System.Text.RegularExpressions;
using BriefingBot.Cli.Output;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed partial class TeamsPackageCommand : AsyncCommand<TeamsPackageCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        var app = settings.App();
        var target = WrittenFile.Target("--output", settings.Output, settings.Force, "--force");
        var package = TeamsPackage.Of(app);
        await WrittenFile.WriteAsync(target, settings.Force, stream => stream.WriteAsync(package, cancellationToken).AsTask(), cancellationToken);
        if (settings.Json)
        {
            JsonOutput.Write(new { Outcome = "written", File = target, app.AppId, app.Domain, app.Name, Bytes = package.Length });
        }
        else
        {
            Console.WriteLine(Terminal.Safe($"{target} is the app package of {app.Name} for {app.Domain}. Upload it in Teams: Apps, Manage your apps, Upload an app."));
        }

        return BriefingCommand.Fine;
    }

    internal sealed partial class Settings : CommandSettings
    {
        // By the manifest's schema.
        private const int LongestName = 30;
        private const int LongestAddress = 2_048;

        [CommandOption("--app-id <ID>")]
        [Description("The application (client) id of the bot's registration (MicrosoftAppId).")]
        public string? AppId { get; init; }

        [CommandOption("--domain <HOST>")]
        [Description("The host name that Teams reaches the bot at.")]
        public string? Domain { get; init; }

        [CommandOption("--name <NAME>")]
        [Description("What people see. Default: Briefing.")]
        public string Name { get; init; } = "Briefing";

        [CommandOption("--website <URL>")]
        [Description("Where publisher, privacy and terms of use are told. Default: https://HOST.")]
        public string? Website { get; init; }

        [CommandOption("--output <FILE>")]
        [Description("The file to write. Default: briefing-teams.zip.")]
        public string Output { get; init; } = "briefing-teams.zip";

        [CommandOption("--force")]
        [Description("Replace a file that is there.")]
        public bool Force { get; init; }

        [CommandOption("--json")]
        [Description("Print a JSON line for scripts on standard output, and nothing else there.")]
        public bool Json { get; init; }

        /// <exception cref="WrongUseException">An option is missing, or holds what Teams would refuse.</exception>
        public TeamsApp App()
        {
            if (AppId is null || StoreSettings.IsMissing(AppId))
            {
                throw new WrongUseException("'teams-package' needs --app-id: the application (client) id of the bot's registration, which is its MicrosoftAppId.");
            }

            if (!Guid.TryParseExact(AppId, "D", out var id) || id == Guid.Empty)
            {
                throw new WrongUseException($"--app-id {AppId} is no application id. Copy the application (client) id, a GUID, from the bot's registration.");
            }

            if (Domain is null || StoreSettings.IsMissing(Domain))
            {
                throw new WrongUseException("'teams-package' needs --domain: the host name that Teams reaches the bot at, such as bot.example.com.");
            }

            if (!HostName().IsMatch(Domain))
            {
                throw new WrongUseException($"--domain {Domain} is no host name. Write it alone, such as bot.example.com: without https://, port or path, and no IP address (letters beyond a to z as xn--…).");
            }

            if (StoreSettings.IsMissing(Name) || Name.Length > LongestName || Name.Any(char.IsControl))
            {
                throw new WrongUseException(StoreSettings.IsMissing(Name) ? "--name needs what people are to see." : $"--name {Name} cannot be: Teams takes up to {LongestName} characters on one line.");
            }

            return new(id, Domain.ToLowerInvariant(), Name.Trim(), Address());
        }

        private Uri Address()
        {
            var written = Website ?? $"https://{Domain!.ToLowerInvariant()}";
            return Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.AbsoluteUri.Length <= LongestAddress
                ? address
                : throw new WrongUseException($"--website {(StoreSettings.IsMissing(written) ? "needs" : $"{written} is not")} an address that Teams takes, such as https://www.example.com/briefing.");
        }

        [GeneratedRegex(@"^(?=.{4,253}\z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex HostName();
    }
}
