namespace BriefingBot.Web.Admin;

/// <summary>The texts that the page's script shows, which the page brings with it; <c>{0}</c> and <c>{1}</c> in them the script puts in.</summary>
internal static class AdminWords
{
    public static readonly string[] OfScript =
    [
        "Admin_KindAdded", "Admin_KindUpdated", "Admin_KindMoved", "Admin_KindUnchanged", "Admin_KindRemoved", "Admin_KindFailed",
        "Admin_StateWaiting", "Admin_StateRunning", "Admin_StateDone", "Admin_StateDoneButFailed", "Admin_StateCancelled", "Admin_StateInterrupted", "Admin_StateFailed",
        "Admin_Chosen_One", "Admin_Chosen_Other", "Admin_Uploading_One", "Admin_Uploading_Other", "Admin_Progress", "Admin_LoadOf", "Admin_LoadOfMany", "Admin_ByWhom", "Admin_Took", "Admin_CancelLoad", "Admin_ResumeLoad",
        "Admin_Outcomes", "Admin_AllOutcomes", "Admin_MoreOutcomes", "Admin_NoOutcomes",
        "Admin_LoadBegun", "Admin_LoadEnded", "Admin_NothingChosen", "Admin_SameName", "Admin_OddKey", "Admin_NotAFile", "Admin_BadAddress", "Admin_Unchoose", "Admin_Lost",
        "Admin_Showing_One", "Admin_Showing_Other", "Admin_ShowingMore", "Admin_NoArticles", "Admin_NoneMatch", "Admin_Pick", "Admin_RemoveOne", "Admin_Everybody",
        "Admin_FactId", "Admin_FactSource", "Admin_FactAuthor", "Admin_FactPublished", "Admin_FactModified", "Admin_FactLanguage", "Admin_FactAddress", "Admin_FactLabels",
        "Admin_FactGroups", "Admin_FactPages", "Admin_FactInput", "Admin_FactSeen", "Admin_FactCopyOf", "Admin_FactCorrected", "Admin_PageNumber", "Admin_VersionOf", "Admin_CurrentVersion",
        "Admin_RemoveQuestion_One", "Admin_RemoveQuestion_Other", "Admin_RemoveYes_One", "Admin_RemoveYes_Other", "Admin_Removed_One", "Admin_Removed_Other", "Admin_AndMore",
        "Admin_NeverLoaded", "Admin_LoadedSoon", "Admin_LoadSource",
        "Admin_NothingMeant", "Admin_NothingMatches",
    ];
}
