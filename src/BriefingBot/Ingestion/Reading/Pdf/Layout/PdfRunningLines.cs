using System.Globalization;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// Drops running heads, feet and page numbers: what stands in the outermost lines of several pages at the same height with the same words, figures
/// aside. A number beside other words is a page's when it counts with the pages.
/// </summary>
internal static class PdfRunningLines
{
    private const int OutermostRows = 3;

    // The part of a page's height that heads, or feet, may be in.
    private const double Margin = 0.12;

    // Points. Heads of one document differ by rounding alone.
    private const double SamePlace = 3;

    /// <param name="pages">The level runs of each page; runs are taken out.</param>
    /// <param name="bodySize">The size of most of the document's text.</param>
    public static void Drop(List<PdfPage> pages, double bodySize)
    {
        // From the edges inwards: what stands further in than a line that stays is no head.
        var hasMore = Enumerable.Repeat((Top: true, Bottom: true), pages.Count).ToArray();
        for (var row = 0; row < OutermostRows; row++)
        {
            var candidates = pages.SelectMany((page, number) => Candidates(page, number, hasMore[number])).ToList();
            var running = candidates.GroupBy(candidate => (candidate.Key, candidate.IsTop)).SelectMany(alike => Running([.. alike], pages.Count, bodySize)).ToLookup(found => found.Page);
            for (var page = 0; page < pages.Count; page++)
            {
                var dropped = running[page].Select(found => found.Run).ToHashSet(ReferenceEqualityComparer.Instance);
                pages[page].Level.RemoveAll(dropped.Contains);
                hasMore[page] = (running[page].Any(found => found.IsTop), running[page].Any(found => !found.IsTop));
            }
        }
    }

    private static IEnumerable<Candidate> Candidates(PdfPage page, int number, (bool Top, bool Bottom) wanted)
    {
        var rows = PdfColumns.Rows(page.Level);
        var margin = Margin * (page.Top - page.Bottom);
        var top = rows.Count > 0 && wanted.Top && rows[0][0].Baseline > page.Top - margin ? rows[0] : [];
        var bottom = rows.Count > 1 && wanted.Bottom && rows[^1][0].Baseline < page.Bottom + margin ? rows[^1] : [];
        return [.. top.Select(run => new Candidate(KeyOf(run.Text), number, IsTop: true, top.Count == 1, run)), .. bottom.Select(run => new Candidate(KeyOf(run.Text), number, IsTop: false, bottom.Count == 1, run))];
    }

    private static IEnumerable<Candidate> Running(List<Candidate> alike, int pageCount, double bodySize)
    {
        foreach (var place in Places(alike))
        {
            var isNumber = !place[0].Key.Any(char.IsLetter);
            var counted = isNumber && !place.TrueForAll(candidate => candidate.IsAlone) ? place.GroupBy(candidate => NumberIn(candidate.Run.Text) - candidate.Page).MaxBy(group => group.Count())!.ToList() : place;
            var seenOn = counted.Select(candidate => candidate.Page).Distinct().Count();

            // A large line that comes again may be a slide's title; it is a running head only where most pages have it.
            var needed = place[0].Run.Size > 1.12 * bodySize && !isNumber ? Math.Max(3, pageCount / 2) : 2;
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

    private sealed record Candidate(string Key, int Page, bool IsTop, bool IsAlone, PdfRun Run);
}
