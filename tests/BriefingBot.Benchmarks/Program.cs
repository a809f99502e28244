using BriefingBot.Benchmarks;

return args switch
{
    ["verify", var commandLine, var data, .. var answers] when answers.Length > 0 => await QuoteAudit.RunAsync(commandLine, data, answers),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("verify BRIEFING.DLL DATA ANSWERS…   re-read by 'briefing show' every quote of 'briefing ask --json' or predictions.jsonl lines, and compare");
    return 2;
}
