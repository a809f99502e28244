using BriefingBot.Cli;

return await BriefingCommand.RunAsync(args);
