using System.Collections.Frozen;

namespace BriefingBot.Ingestion;

/// <summary>What an address may be before anything is asked of it. Where it leads is for <see cref="ConnectionGuard"/> to see.</summary>
internal static class AddressRules
{
    /// <summary>
    /// Ports of other protocols, which would take a request for words of their own: those that browsers refuse
    /// (https://fetch.spec.whatwg.org/#port-blocking), and those of common databases and of Docker.
    /// </summary>
    private static readonly FrozenSet<int> ForeignPorts = FrozenSet.ToFrozenSet(
    [
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137,
        139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
        3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
        1433, 1521, 2375, 2376, 3306, 3389, 5432, 5672, 5900, 6379, 11211, 27017,
    ]);

    /// <exception cref="UnreadableInputException">The address is none that is fetched.</exception>
    public static void Check(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            throw new UnreadableInputException($"{address.Scheme} is not fetched, only http and https. Save the document and name the file");
        }

        if (address.UserInfo.Length > 0)
        {
            throw new UnreadableInputException(NoSignIn);
        }

        if (ForeignPorts.Contains(address.Port))
        {
            throw new UnreadableInputException($"port {address.Port} is another protocol's. Give the address that a browser opens");
        }
    }

    /// <summary>Refuses a link, or where it leads, that others on the way could read: it opens the file for whoever has it. On this computer itself there is no way.</summary>
    /// <exception cref="UnreadableInputException">It is such a one.</exception>
    public static Task CheckUnread(Uri link) => link.Scheme == Uri.UriSchemeHttps || link.IsLoopback
        ? Task.CompletedTask
        : throw new UnreadableInputException($"its link leads to {link.Host} by {link.Scheme}, which others on the way can read; files are fetched by https alone. Send the file again, or load it another way");

    /// <summary>Said of an address that holds a user or a password.</summary>
    public const string NoSignIn = "the address holds a user or a password, which are not sent. Leave them out, or save the document and name the file";
}
