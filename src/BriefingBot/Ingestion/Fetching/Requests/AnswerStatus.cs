using System.Globalization;
using System.Net;

namespace BriefingBot.Ingestion;

/// <summary>What a server's status means where it did not give the document.</summary>
internal static class AnswerStatus
{
    /// <exception cref="UnreadableInputException">The answer is anything but the whole document.</exception>
    public static void RefuseOtherThanDocument(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation)
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

    private static string Later(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => string.Create(CultureInfo.InvariantCulture, $"Try again in {wait.TotalSeconds:0} s"),
        { Date: { } moment } => string.Create(CultureInfo.InvariantCulture, $"Try again after {moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
        _ => "Try again later",
    };
}
