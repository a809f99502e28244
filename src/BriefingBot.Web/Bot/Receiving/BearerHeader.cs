using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.Tokens;

namespace BriefingBot.Web.Bot;

/// <summary>The form of an Authorization header, before anything is believed of it: the SDK throws on a token that it cannot read.</summary>
internal static class BearerHeader
{
    public static bool HasTokenForm(string header) =>
        header.Split(' ') is [var scheme, var token] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && IsReadable(token);

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
