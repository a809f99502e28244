using BriefingBot.Cli;
using BriefingBot.Cli.Output;

StandardStreams.Guard();
return await BriefingCommand.RunAsync(args);
