using System.Globalization;
using System.Net;
using System.Net.Mime;

namespace BriefingBot.Ingestion;

/// <summary>What a server's status means where it did not give the document.</summary>
internal static class AnswerStatus
{
    private static readonly string[] WebPages = [".html", ".htm", ".xhtml"];

    /// <exception cref="UnreadableInputException">The answer is anything but the whole document.</exception>
    public static void RefuseOtherThanDocument(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (HasAll(response))
        {
            return;
        }

        throw new UnreadableInputException(status switch
        {
            404 => "the server has no such page (404). Check the address; what was read from it before stays until it is removed",
            410 => "the server says that the page is gone for good (410). What was read from it before stays until it is removed",
            401 or 407 => $"the server asks for a sign-in ({status}), and none is sent. Save the document and name the file",
            403 => "the server does not give it to this program (403). Ask its owner, or save the document and name the file",
            408 or 504 => $"the server took too long itself ({status}). {Later(response)}",
            429 => $"the server has had too many requests (429). {Later(response)}",
            451 => "the server may not give it for legal reasons (451). Save the document where that is allowed, and name the file",
            >= 500 and < 600 => $"the server failed ({status}). {Later(response)}",
            >= 200 and < 300 => $"the server answered without the whole document ({status}). Check the address",
            _ => $"the server did not give the document (status {status}). Check the address",
        })
        {
            IsGone = status is 404 or 410,
        };
    }

    /// <summary>The same of a link that was made for one file and for a while.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="name">The file's name.</param>
    /// <exception cref="UnreadableInputException">The answer is anything but the whole file.</exception>
    public static void RefuseOtherThanLinked(HttpResponseMessage response, string name)
    {
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            throw new UnreadableInputException($"its link has expired, or is not for this program ({(int)response.StatusCode}). Send the file again");
        }

        // A page to sign in at must not be taken for the file.
        if (HasAll(response) && response.Content.Headers.ContentType?.MediaType == MediaTypeNames.Text.Html && !WebPages.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
        {
            throw new UnreadableInputException("its link leads to a web page and not to the file, perhaps to sign in. Send the file again");
        }

        RefuseOtherThanDocument(response);
    }

    private static bool HasAll(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation;

    private static string Later(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => string.Create(CultureInfo.InvariantCulture, $"Try again in {wait.TotalSeconds:0} s"),
        { Date: { } moment } => string.Create(CultureInfo.InvariantCulture, $"Try again after {moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
        _ => "Try again later",
    };
}
