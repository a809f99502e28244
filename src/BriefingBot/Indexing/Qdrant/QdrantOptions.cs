using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefingBot.Indexing;

/// <summary>Section <c>Qdrant</c>: with an endpoint, articles and passages are kept by that Qdrant server instead of the embedded file.</summary>
public sealed class QdrantOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Qdrant";

    /// <summary>The address of the server's gRPC interface, <c>http://127.0.0.1:6334</c> or with https. Empty: the embedded store.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The server's API key, where it asks for one. Sent with every call, and written nowhere.</summary>
    public string? ApiKey { get; set; }

    /// <summary>What the names of the collections begin with, so that one server can keep several stores.</summary>
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9-]{0,63}", ErrorMessage = "Qdrant:Collections must be 1 to 64 letters, digits and hyphens, such as briefing.")]
    public string Collections { get; set; } = "briefing";

    /// <summary>
    /// Keep the full vectors and the terms on disk and not in memory, as the payload always is; the quantized vectors that are searched first stay in memory.
    /// </summary>
    public bool OnDisk { get; set; }

    /// <summary>Shards of a new collection. Default: as many as the cluster has nodes.</summary>
    [Range(1, 1_000)]
    public int? Shards { get; set; }

    /// <summary>How many nodes keep a copy of each shard of a new collection.</summary>
    [Range(1, 100)]
    public int ReplicationFactor { get; set; } = 1;

    /// <summary>How many of the copies must have taken a write before it counts as done.</summary>
    [Range(1, 100)]
    public int WriteConsistencyFactor { get; set; } = 1;

    /// <summary>The longest that a call which reads may take, in seconds, with all that is tried again: a question is told of an outage after that time.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 4;

    /// <summary>Whether a server was named.</summary>
    internal bool IsUsed => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>The endpoint as an address. Only of valid options that name one.</summary>
    internal Uri Address => new(Endpoint!);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // What was given is not repeated: it may hold a password.
        if (IsUsed && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address is { UserInfo: "", PathAndQuery: "/", Fragment: "" }))
        {
            yield return new("Qdrant:Endpoint must be the address of the server's gRPC interface and nothing else, such as http://127.0.0.1:6334 or https://qdrant.example.com:6334.");
        }

        if (ApiKey is not null && ApiKey.Any(c => c is < '!' or > '~'))
        {
            yield return new("Qdrant:ApiKey holds a blank or a character that cannot be sent. Give the key exactly as the server has it.");
        }

        if (WriteConsistencyFactor > ReplicationFactor)
        {
            yield return new($"Qdrant:WriteConsistencyFactor is {WriteConsistencyFactor}, which is more copies than Qdrant:ReplicationFactor makes ({ReplicationFactor}).");
        }
    }
}

/// <summary>Checks <see cref="QdrantOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class QdrantOptionsValidator : IValidateOptions<QdrantOptions>;
