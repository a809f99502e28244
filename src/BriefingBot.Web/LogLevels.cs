using BriefingBot.Configuration;

namespace BriefingBot.Web;

internal static class LogLevels
{
    /// <summary>Checks the one part of <c>Logging</c> that the framework throws at later, with a stack and no key.</summary>
    /// <exception cref="ConfigurationException">A category's level is none.</exception>
    public static void ThrowUnlessLogLevels(this IConfiguration configuration)
    {
        var logging = configuration.GetSection("Logging");
        foreach (var category in logging.GetChildren().Append(logging).SelectMany(section => section.GetSection("LogLevel").GetChildren()))
        {
            if (category.Value is { Length: > 0 } level && !Enum.TryParse<LogLevel>(level, ignoreCase: true, out _))
            {
                throw new ConfigurationException($"{category.Path} is \"{level}\". Set it to one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
            }
        }
    }
}
