using System.Security.Authentication;

namespace BriefingBot.Ingestion;

/// <summary>What a connection's faults mean to whoever gave the address.</summary>
internal static class RequestFaults
{
    public static bool IsOne(Exception fault) => Words(fault) is not null;

    /// <summary>The fault in our words; itself, where it is no connection's.</summary>
    public static Exception Explain(Exception fault)
    {
        // The client wraps what the guard throws.
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is UnreadableInputException ours)
            {
                return ours == fault ? ours : new UnreadableInputException(ours.Message, fault);
            }
        }

        return Words(fault) is { } words ? new UnreadableInputException(words, fault) : fault;
    }

    private static string? Words(Exception fault) => fault switch
    {
        HttpRequestException { InnerException: AuthenticationException } or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "the server does not prove by a certificate that it is the one that was meant. Check the address; for a site of your own, have this computer trust its certificate",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the server's answer begins with more headers than are read. Check the address",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => "what answers there does not speak HTTP as it should. Check the address and its port",
        InvalidDataException => "the server says that it is packed, and it cannot be unpacked. Try again later, or save the document and name the file",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } =>
            "the connection ended before all of it had come. Try again later",
        OperationCanceledException => "nothing answers there in time. Try again later",
        HttpRequestException or IOException => "the connection broke. Try again later",
        _ => null,
    };
}
