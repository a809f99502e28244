using BriefingBot.Indexing;
using Microsoft.Extensions.Configuration;

namespace BriefingBot;

/// <summary>The one configuration of the bot and the command line: a file, then the environment.</summary>
public static class BriefingConfiguration
{
    /// <summary>Environment variable with the path of the configuration file.</summary>
    public const string FileVariable = "BRIEFING_CONFIG";

    /// <summary>
    /// Adds <c>briefing.json</c> from the folder BriefingBot in the user's local application data, where it exists, or the file that
    /// <see cref="FileVariable"/> names, which must; then the environment (<c>Storage__DataDirectory</c> is <c>Storage:DataDirectory</c>).
    /// </summary>
    /// <exception cref="InvalidDataException">The file is not JSON.</exception>
    /// <exception cref="FileNotFoundException">There is no file where the variable says.</exception>
    public static TBuilder AddBriefingConfiguration<TBuilder>(this TBuilder builder)
        where TBuilder : IConfigurationBuilder
    {
        var named = Environment.GetEnvironmentVariable(FileVariable);
        var file = string.IsNullOrWhiteSpace(named) ? Path.Combine(StorageOptions.UserFolder, "briefing.json") : Path.GetFullPath(named);
        if (!string.IsNullOrWhiteSpace(named) && !File.Exists(file))
        {
            throw new FileNotFoundException($"{FileVariable} names {file}, which does not exist. Correct the path, or unset the variable.");
        }

        if (File.Exists(file))
        {
            ThrowUnlessReadable(file);
            builder.AddJsonFile(file, optional: false, reloadOnChange: false);
        }

        builder.AddEnvironmentVariables();
        return builder;
    }
    private static void ThrowUnlessReadable(string file)
    {
        try
        {
            new ConfigurationBuilder().AddJsonFile(file, optional: false, reloadOnChange: false).Build();
        }
        catch (InvalidDataException fault)
        {
            var reason = fault.InnerException?.InnerException ?? fault.InnerException ?? fault;
            throw new InvalidDataException($"{file} cannot be read as JSON: {reason.Message} Correct it, or move it away.", fault);
        }
    }
}
