using BriefingBot.Web.Access;
using Microsoft.AspNetCore.Http.Features;

namespace BriefingBot.Web.Admin;

/// <summary>Marks an endpoint that <see cref="AdminDoor"/> stands before.</summary>
internal sealed class AdminOnly : OwnDoor;

/// <summary>Whoever the door let in.</summary>
/// <param name="Who">As their jobs name them.</param>
internal sealed record Admitted(string Who)
{
    /// <summary>Somebody at the bot's own computer, where nothing else is configured.</summary>
    public static Admitted OfThisComputer { get; } = new("this computer");

    /// <summary>Of a request that came through the door.</summary>
    public static Admitted Of(HttpContext context) => context.Features.GetRequiredFeature<Admitted>();
}
