namespace BriefingBot.Web.Access;

/// <summary>Marks an endpoint that loopback does not guard: it has a door of its own, or gives away nothing.</summary>
internal class OwnDoor;
