using System.Text;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

/// <summary>Mail as it comes over the wire.</summary>
internal static class SomeMail
{
    public const string Headers = "From: Ann Reed <ann@valley.example>\nTo: board@valley.example\nSubject: The dam\nDate: Sun, 1 Mar 2026 09:30:15 +0100\nMIME-Version: 1.0\n";

    public static IReadOnlyList<ReadPart> Read(string mail) => Read(Encoding.UTF8.GetBytes(mail));

    public static IReadOnlyList<ReadPart> Read(byte[] mail) => [.. InputReaders.Read("a.eml", mail)];

    public static ReadArticle Only(string mail) => Assert.Single(Read(mail)).Article!;

    /// <summary>The text of a mail with this body of plain text.</summary>
    public static string Plain(string body) => Only($"{Headers}Content-Type: text/plain; charset=utf-8\n\n{body}").Text;

    public static ReadArticle Html(string body, string subject = "The dam") => Only($"{Headers.Replace("The dam", subject, StringComparison.Ordinal)}Content-Type: text/html; charset=utf-8\n\n{body}");

    public static string Multipart(string kind, params string[] parts) =>
        $"{Headers}{MultipartBody(kind, "edge", parts)}";

    public static string MultipartBody(string kind, string edge, params string[] parts) =>
        $"Content-Type: multipart/{kind}; boundary=\"{edge}\"\n\n{string.Concat(parts.Select(part => $"--{edge}\n{part}\n"))}--{edge}--\n";
}
