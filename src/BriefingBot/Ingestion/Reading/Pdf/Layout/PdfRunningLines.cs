using System.Globalization;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// Drops running heads, feet and page numbers: what stands in the outermost lines of several pages at the same height with the same words, figures
/// aside. A number alone is a page's when it counts with the pages.
/// </summary>
internal static class PdfRunningLines
{
    private const int OutermostRows = 3;

    // Points. Heads of one document differ by rounding alone.
    private const double SamePlace = 3;

    /// <param name="pages">The level runs of each page; runs are taken out.</param>
    /// <param name="bodySize">The size of most of the document's text.</param>
    public static void Drop(List<List<PdfRun>> pages, double bodySize)
    {
        var candidates = pages.SelectMany(Candidates).ToList();
        var running = candidates.GroupBy(candidate => candidate.Key).SelectMany(alike => Running([.. alike], pages.Count, bodySize)).ToLookup(found => found.Page, found => found.Run);
        for (var page = 0; page < pages.Count; page++)
        {
            var dropped = running[page].ToHashSet(ReferenceEqualityComparer.Instance);
            pages[page].RemoveAll(dropped.Contains);
        }
    }

    private static IEnumerable<Candidate> Candidates(List<PdfRun> runs, int page)
    {
        var rows = PdfColumns.Rows(runs);
        for (var i = 0; i < rows.Count; i++)
        {
            var fromEdge = Math.Min(i, rows.Count - 1 - i);
            foreach (var run in fromEdge < OutermostRows ? rows[i] : [])
            {
                yield return new(KeyOf(run.Text), page, fromEdge == 0, run);
            }
        }
    }

    private static IEnumerable<Candidate> Running(List<Candidate> alike, int pageCount, double bodySize)
    {
        foreach (var place in Places(alike))
        {
            var isNumber = !place[0].Key.Any(char.IsLetter);
            var counted = isNumber ? place.GroupBy(candidate => NumberIn(candidate.Run.Text) - candidate.Page).MaxBy(group => group.Count())!.ToList() : place;
            var seenOn = counted.Select(candidate => candidate.Page).Distinct().Count();

            // A large line that comes again may be a slide's title; it is a running head only where most pages have it.
            var needed = place[0].Run.Size > 1.12 * bodySize && !isNumber ? Math.Max(3, pageCount / 2) : place.Exists(candidate => candidate.IsOutermost) ? 2 : 3;
            foreach (var found in seenOn >= needed ? counted : [])
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<List<Candidate>> Places(List<Candidate> alike)
    {
        List<Candidate> place = [];
        foreach (var candidate in alike.OrderBy(candidate => candidate.Run.Baseline))
        {
            if (place.Count > 0 && candidate.Run.Baseline - place[^1].Run.Baseline > SamePlace)
            {
                yield return place;
                place = [];
            }

            place.Add(candidate);
        }

        yield return place;
    }

    /// <summary>The words with a mark for each number, Roman page numbers among them.</summary>
    private static string KeyOf(string text)
    {
        if (text.Length <= 6 && text.All(c => "ivxlcIVXLC".Contains(c)))
        {
            return "a Roman number";
        }

        var key = new StringBuilder();
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            var digit = char.IsDigit(c);
            if (!digit || key.Length == 0 || key[^1] != '#')
            {
                key.Append(digit ? '#' : c);
            }
        }

        return key.ToString();
    }

    private static int NumberIn(string text)
    {
        var digits = string.Concat(text.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit).Take(9));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private sealed record Candidate(string Key, int Page, bool IsOutermost, PdfRun Run);
}
