using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Diagnosis;
using Microsoft.Extensions.Configuration;
using Spectre.Console.Cli;

namespace BriefingBot.Cli.Commands;

internal sealed class DoctorCommand : AsyncCommand<DoctorCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        StoreSettings.NoArguments(context);
        var counts = new Dictionary<Condition, int>();
        await foreach (var finding in FindingsAsync(settings, cancellationToken))
        {
            counts[finding.Condition] = counts.GetValueOrDefault(finding.Condition) + 1;
            if (settings.Json)
            {
                JsonOutput.Write(new { finding.Part, Outcome = finding.Condition, finding.What, ElapsedMs = (long)finding.Elapsed.TotalMilliseconds });
            }
            else
            {
                Console.WriteLine(Terminal.Safe($"{finding.Condition.ToString().ToLowerInvariant(),-8} {finding.Part,-15} {finding.What}"));
            }
        }

        Console.Error.WriteLine($"{counts.GetValueOrDefault(Condition.Ok)} ok, {counts.GetValueOrDefault(Condition.Warning)} warning, {counts.GetValueOrDefault(Condition.Failed)} failed");
        return counts.ContainsKey(Condition.Failed) ? BriefingCommand.Failed : BriefingCommand.Fine;
    }

    private static async IAsyncEnumerable<Finding> FindingsAsync(Settings settings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        IConfiguration? configuration = null;
        string? wrong = null;
        try
        {
            configuration = settings.Read();
        }
        catch (ConfigurationException fault)
        {
            wrong = fault.Message;
        }

        yield return new("configuration", wrong is null ? Condition.Ok : Condition.Failed, wrong ?? "Its keys are known.");
        if (configuration is null)
        {
            yield break;
        }

        await foreach (var finding in Examination.ExamineAsync(configuration, cancellation))
        {
            yield return finding;
        }
    }

    internal sealed class Settings : StoreSettings
    {
        public IConfiguration Read() => ReadConfiguration(Data);
    }
}
