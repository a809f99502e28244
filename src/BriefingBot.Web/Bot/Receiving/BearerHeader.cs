using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Web.Bot;

/// <summary>The form of an Authorization header, before anything is believed of it: the SDK throws on a token that it cannot read.</summary>
internal static class BearerHeader
{
    public const string Scheme = "Bearer";

    /// <summary>The header as the SDK takes it, which knows the scheme in one spelling only; null when it holds no token.</summary>
    public static string? Normalised(string header) =>
        header.Split(' ') is [var scheme, var token] && scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase) && IsReadable(token) ? $"{Scheme} {token}" : null;

    private static bool IsReadable(string token)
    {
        try
        {
            _ = new JwtSecurityToken(token).Payload;
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or SecurityTokenException)
        {
            return false;
        }
    }
}
