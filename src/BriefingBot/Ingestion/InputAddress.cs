using System.Text.RegularExpressions;

namespace BriefingBot.Ingestion;

/// <summary>An input that is an address of the web and no path.</summary>
internal static partial class InputAddress
{
    /// <summary>Whether it begins as addresses do; a path with a drive's letter does not.</summary>
    public static bool IsMeant(string input) => Scheme().IsMatch(input);

    /// <summary>The address, or what is wrong with it.</summary>
    public static InputFile Of(string input) => WebAddress.TryParse(input, out var address) ? Of(address)
        : Scheme().Match(input).Groups["scheme"].Value.ToUpperInvariant() is "HTTP" or "HTTPS" ? new(input, input, "it is no whole address. Check it, and put it in quotation marks in a shell")
        : new(input, input, "of addresses only http and https are fetched. Save the document and give the file's path");

    /// <summary>The address, without what stands behind # in it: that is never sent. What signs in is not repeated anywhere.</summary>
    public static InputFile Of(Uri address)
    {
        var sent = address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return address.UserInfo.Length > 0 ? new(sent, sent, AddressRules.NoSignIn) : new(sent, sent) { Address = new(sent) };
    }

    [GeneratedRegex("^\\s*(?<scheme>[a-z][a-z0-9+.-]+)://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
