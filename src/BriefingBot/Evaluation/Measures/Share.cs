namespace BriefingBot.Evaluation;

/// <summary>A part of a whole that may be empty.</summary>
internal static class Share
{
    /// <summary>The share of the items for which it holds; null where there are none.</summary>
    public static double? Of<T>(IReadOnlyCollection<T> items, Func<T, bool> holds) => items.Count == 0 ? null : items.Count(holds) / (double)items.Count;
}
