using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Core;

namespace BriefingBot.Indexing;

/// <summary>Says what a failed call to Qdrant means for whoever runs the product.</summary>
internal static partial class QdrantFault
{
    /// <summary>Worth another try: the call was not answered, or was turned away for now.</summary>
    public static bool IsPassing(RpcException fault) =>
        fault.StatusCode is StatusCode.Unavailable or StatusCode.ResourceExhausted or StatusCode.Aborted or StatusCode.DeadlineExceeded || IsBrokenConnection(fault);

    /// <summary>Whether it says that what was named is not there.</summary>
    public static bool IsNotFound(ArticleStoreException fault) => fault.InnerException is RpcException { StatusCode: StatusCode.NotFound };

    /// <summary>Whether it says that a field has no index, which listing its values needs.</summary>
    public static bool IsWithoutIndex(ArticleStoreException fault) => fault.InnerException is RpcException { StatusCode: StatusCode.InvalidArgument };

    /// <summary>Whether it says that what should be made is there already.</summary>
    public static bool IsAlreadyThere(ArticleStoreException fault) => fault.InnerException is RpcException call
        && (call.StatusCode == StatusCode.AlreadyExists || call.Status.Detail.Contains("already exists", StringComparison.Ordinal));

    public static ArticleStoreException Explain(string location, RpcException fault) => fault.StatusCode switch
    {
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => new ArticleStoreException($"{location} refuses the API key. Set Qdrant:ApiKey (in the environment, Qdrant__ApiKey) to a key that may read and write.", fault),
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => Unreachable(location, fault.Status.DebugException?.Message ?? fault.Status.Detail, fault),
        StatusCode.ResourceExhausted => new ArticleStoreException($"{location} is out of memory or disk, or turns calls away: {fault.Status.Detail}. Give it more, or try again later. What was stored before is whole.", fault),
        StatusCode.Unimplemented or StatusCode.Unknown or StatusCode.Internal when IsOtherProtocol(fault) =>
            new ArticleStoreException($"{location} does not speak gRPC. Qdrant:Endpoint must name the server's gRPC port, 6334 unless it was changed; 6333 is that of its REST interface.", fault),
        StatusCode.InvalidArgument when Dimensions().Match(fault.Status.Detail) is { Success: true } match =>
            IndexStamps.OtherDimensions(Number(match.Groups["stored"]), Number(match.Groups["made"]), location, fault),
        _ when IsBrokenConnection(fault) => Unreachable(location, fault.Status.DebugException!.Message, fault),
        _ => new ArticleStoreException($"{location} refused a call ({fault.StatusCode}): {fault.Status.Detail}", fault),
    };

    public static UnreachableStoreException Unreachable(string location, string reason, Exception? fault = null) => new(
        $"{location} cannot be reached: {reason.TrimEnd('.')}. See that Qdrant runs there, that this machine may connect to it, and that Qdrant:Endpoint names its gRPC port, 6334 unless it was changed.", fault);

    // A server that goes away in the middle of a call.
    private static bool IsBrokenConnection(RpcException fault) =>
        fault is { StatusCode: StatusCode.Internal or StatusCode.Unknown, Status.DebugException: IOException or HttpRequestException } && !IsOtherProtocol(fault);

    private static long Number(Group group) => long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("Vector dimension error: expected dim: (?<stored>[0-9]{1,9}), got (?<made>[0-9]{1,9})")]
    private static partial Regex Dimensions();

    // HTTP/1.1 is answered where HTTP/2 was spoken, or a page where a message was expected.
    private static bool IsOtherProtocol(RpcException fault) =>
        fault.Status.DebugException is HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError or HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse }
        || fault.Status.Detail.StartsWith("Bad gRPC response", StringComparison.Ordinal);
}
