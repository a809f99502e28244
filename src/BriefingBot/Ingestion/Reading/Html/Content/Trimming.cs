using AngleSharp.Dom;

namespace BriefingBot.Ingestion;

/// <summary>
/// Takes out of an article's content what its page left in it: the lines above the first paragraph that repeat title, author and date, the
/// lines between paragraphs that are adverts, credits and links elsewhere, and what follows the last paragraph.
/// </summary>
internal sealed class Trimming
{
    /// <summary>A heading ends the article only behind this share of it: what it heads may be a part of the article.</summary>
    private const double EarliestEnd = 0.5;

    /// <summary>Lines of a head and of a foot are not looked for farther than this from their end.</summary>
    private const int Reach = 12;

    private readonly HashSet<string> repeated;
    private readonly List<ContentBlock> blocks;

    private Trimming(IEnumerable<string?> known, INode content)
    {
        repeated = [.. known.OfType<string>().Select(Bare).Where(name => name.Length > 0)];
        blocks = ContentBlock.Of(content);
    }

    /// <param name="content">What is trimmed.</param>
    /// <param name="known">Title, author and site: a line of one of these alone, at the head or the foot, is no part of the text.</param>
    public static void Trim(INode content, IEnumerable<string?> known)
    {
        var trimming = new Trimming(known, content);
        trimming.WhatFollows(LineSigns.HeadsComments);
        trimming.Lines();
        trimming.Head();
        trimming.WhatFollows(LineSigns.HeadsWhatFollows);
        trimming.Boxes();
        trimming.Foot();
    }

    private void Lines() => Drop(block => block.Tag is not ("table" or "pre")
        && (LineSigns.IsControl(block.Text) || LineSigns.IsCredit(block.Text) || LineSigns.IsAppeal(block.Text)
            || (LineSigns.PointsElsewhere(block.Text) && (block.LinkShare > 0.3 || block.Text[0] is '[' or '('))));

    /// <summary>A line of author or date stands below a title and, often, what introduces it: the article begins behind it.</summary>
    private void Head()
    {
        var start = 0;
        for (var at = 0; at < Math.Min(Reach, blocks.Count - 1); at++)
        {
            if (IsAboutTheArticle(blocks[at]))
            {
                start = at + 1;
            }
            else if (IsProse(blocks[at]) && blocks.Take(at + 1).Count(IsProse) > 1)
            {
                break;
            }
        }

        var head = blocks.Take(start).ToHashSet();
        Drop(head.Contains);
    }

    /// <summary>A box between paragraphs: its heading, and the links below it.</summary>
    private void Boxes()
    {
        for (var at = 0; at + 1 < blocks.Count; at++)
        {
            if (LineSigns.HeadsWhatFollows(blocks[at].Text) && IsLink(blocks[at + 1]))
            {
                var box = blocks.Skip(at).Take(1).Concat(blocks.Skip(at + 1).TakeWhile(IsLink)).ToHashSet();
                Drop(box.Contains);
            }
        }
    }

    private void WhatFollows(Func<string, bool> heads)
    {
        var all = blocks.Sum(block => block.Text.Length);
        var before = 0;
        for (var at = 0; at < blocks.Count; before += blocks[at].Text.Length, at++)
        {
            if (before > all * EarliestEnd && heads(blocks[at].Text))
            {
                var end = blocks.Skip(at).ToHashSet();
                Drop(end.Contains);
                return;
            }
        }
    }

    private void Foot()
    {
        for (var left = Reach; left > 0 && blocks.Count > 1 && IsFoot(blocks[^1]); left--)
        {
            blocks[^1].Remove();
            blocks.RemoveAt(blocks.Count - 1);
        }
    }

    private bool IsAboutTheArticle(ContentBlock block) => block.Tag == "h1" || LineSigns.IsDate(block.Text) || LineSigns.IsByline(block.Text) || repeated.Contains(Bare(block.Text));

    private bool IsFoot(ContentBlock block) =>
        block.IsHeading || LineSigns.IsClosing(block.Text) || LineSigns.IsDate(block.Text) || LineSigns.IsByline(block.Text)
        || repeated.Contains(Bare(block.Text))
        || IsLink(block);

    private static bool IsLink(ContentBlock block) => block.LinkShare > 0.8 && block.Text.Length <= 200 && block.Tag != "pre";

    private static bool IsProse(ContentBlock block) => block.Text.Length >= 80 && block.LinkShare < 0.5 && !block.IsHeading;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private void Drop(Func<ContentBlock, bool> dropped) => blocks.RemoveAll(block =>
    {
        if (!dropped(block))
        {
            return false;
        }

        block.Remove();
        return true;
    });
}
