using System.Globalization;
using BriefingBot.Cli;
using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;
using BriefingBot.Texts;

if (ReadingChild.IsAskedFor(args))
{
    return await ReadingChild.RunAsync();
}

// What it prints is a contract, whatever the machine's language is.
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = ReaderLanguage.English;
StandardStreams.Guard();
return await BriefingCommand.RunAsync(args);
