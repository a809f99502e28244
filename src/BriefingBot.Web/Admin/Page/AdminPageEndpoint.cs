using BriefingBot.Texts;
using BriefingBot.Web.Pages;

namespace BriefingBot.Web.Admin;

/// <summary>
/// The page on which articles are administered. It holds words and forms alone; what it shows its script asks of the HTTP API, with the key that
/// somebody gives on it.
/// </summary>
internal static class AdminPageEndpoint
{
    public const string Path = "/admin";

    public static void MapAdminPage(this WebApplication app) =>
        PageDoor.Map(app, Path, (HttpContext context, AdminDoor door) => door.RefusalOfPage(context) is { } refusal
            ? Page.Saying(StatusCodes.Status403Forbidden, ReaderText.Of("Admin_NotServed"), refusal)
            : Page.Of<AdminPage>(StatusCodes.Status200OK, [], PageScript.Asks), letsIn: true).WithMetadata(new Access.OwnDoor());
}
