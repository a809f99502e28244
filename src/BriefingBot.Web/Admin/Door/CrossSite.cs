namespace BriefingBot.Web.Admin;

/// <summary>
/// Tells requests that a page of another site has a browser make. Where nobody has to bring a key, being asked from this computer is all that lets
/// somebody in, and any page that is open on it could ask.
/// </summary>
internal static class CrossSite
{
    /// <summary>Why a request is not answered, with the remedy; null when it is.</summary>
    public static string? RefusalOf(HttpRequest request)
    {
        // A page of this computer on another port is another site as well.
        if (request.Headers.Origin.FirstOrDefault(origin => !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)) is { } origin)
        {
            return $"The request was made by a page of another site: its Origin header is \"{origin}\". Ask from the bot's own pages or from a program, or configure Admin:ApiKeys and bring a key.";
        }

        return request.Headers["Sec-Fetch-Site"].FirstOrDefault(site => site is not ("same-origin" or "none")) is { } site
            ? $"The request was made by a page of another site: its Sec-Fetch-Site header is \"{site}\". Ask from the bot's own pages or from a program, or configure Admin:ApiKeys and bring a key."
            : null;
    }
}
