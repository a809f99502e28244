using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace BriefingBot.State;

/// <summary>Section <c>Redis</c>: with a connection string, state is kept by that Redis server instead of a file, for any number of bots.</summary>
public sealed class RedisOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Redis";

    /// <summary>
    /// As StackExchange.Redis takes it: <c>redis.example.com:6379</c>, then settings such as <c>,user=…,password=…,ssl=true,defaultDatabase=1</c>. Written nowhere.
    /// Empty: the file.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether a server was named.</summary>
    internal bool IsUsed => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>What the string says; null where it cannot be read.</summary>
    internal ConfigurationOptions? Parsed
    {
        get
        {
            try
            {
                // As an address of the web it would be read as the name of a host.
                return IsUsed && !ConnectionString!.Contains("://", StringComparison.Ordinal) && ConfigurationOptions.Parse(ConnectionString) is { EndPoints.Count: > 0 } parsed ? parsed : null;
            }
            catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // What was given is not repeated, nor what the parser says of it: either may hold the password, or a part of it.
        if (IsUsed && Parsed is null)
        {
            yield return new("Redis:ConnectionString cannot be read. Give host and port, then settings of StackExchange.Redis with commas between, such as redis.example.com:6379,password=…,ssl=true; a password must not hold a comma.");
        }
    }
}

/// <summary>Checks <see cref="RedisOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class RedisOptionsValidator : IValidateOptions<RedisOptions>;
