using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Articles;

namespace BriefingBot.Web.Admin;

/// <summary>One article as JSON, or with its address alone a page to be fetched.</summary>
internal sealed record PostedArticle
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? Url { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    public string? Published { get; init; }

    public string[]? Labels { get; init; }

    public string[]? Groups { get; init; }

    /// <summary>Whether it is an address to be fetched.</summary>
    [JsonIgnore]
    public bool IsAddress => this is { Url: not null, Id: null, Title: null, Text: null, Source: null, Author: null, Published: null };

    /// <summary>The line that the ingestor reads.</summary>
    public byte[] ToLine() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, Line) + "\n");

    /// <exception cref="BadRequestException">It cannot be loaded so.</exception>
    public void ThrowUnlessWhole()
    {
        if (Url is not null && !(Uri.TryCreate(Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new BadRequestException("url", "'url' must be a whole web address that begins with https:// or http://.");
        }

        if (IsAddress)
        {
            return;
        }

        Demand("title", Title, "Give the article a title.");
        Demand("text", Text, "Give the article's text, or 'url' alone to have the page fetched.");
        if (Id is null && Url is null)
        {
            throw new BadRequestException("id", "Without 'id' and 'url' nobody could name the article, or send it again. Give one of them.");
        }

        if (Id is not null)
        {
            Demand("id", Id, "Give the article an id, or leave the field out where it has a url.");
        }

        if (Published is not null && !PublicationDate.TryParse(Published, out _))
        {
            throw new BadRequestException("published", $"The date '{Published}' is not understood. Write it as 2026-03-01, or leave it out.");
        }
    }

    private static void Demand(string field, string? value, string remedy)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new BadRequestException(field, $"'{field}' is missing or blank. {remedy}");
        }
    }
}
