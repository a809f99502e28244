using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// Pairs the quotation marks and brackets of a block, so that a short quotation or parenthesis keeps its sentences together. A mark
/// without its partner holds nothing.
/// </summary>
internal sealed class Enclosures(string text)
{
    // A longer quotation is a speech whose sentences are worth quoting alone; a longer parenthesis is usually an unbalanced bracket.
    private const int LongestHeldQuotation = 250;
    private const int LongestHeldBracket = 150;

    private readonly Role[] roles = new Role[text.Length];
    private readonly List<Pair> pairs = [];
    private readonly Stack<int> open = new();
    private readonly int[] openOfKind = new int[Enum.GetValues<MarkKind>().Length];

    [Flags]
    private enum Role : byte
    {
        None = 0,
        Opens = 1,
        Closes = 2,
        Held = 4,
    }

    /// <summary>Whether the gap before this character lies within a short quotation or parenthesis.</summary>
    public bool Hold(int position) => roles[position].HasFlag(Role.Held);

    /// <summary>Whether the mark at this position was found to open something.</summary>
    public bool Opens(int position) => roles[position].HasFlag(Role.Opens);

    /// <summary>Whether the mark at this position closes what an earlier one opened.</summary>
    public bool Closes(int position) => roles[position].HasFlag(Role.Closes);

    /// <summary>Pairs the marks of one block. Each block is read once.</summary>
    public void Read(TextSpan block)
    {
        pairs.Clear();
        open.Clear();
        Array.Clear(openOfKind);
        for (var i = block.Start; i < block.End;)
        {
            var mark = EnclosureMark.At(text, i, block);
            if (mark is { } found)
            {
                Take(found, i);
                i += found.Length;
            }
            else
            {
                i++;
            }
        }

        HoldShortPairs();
    }

    private void Take(EnclosureMark mark, int position)
    {
        var kind = mark.Kind;
        if (kind == MarkKind.Curly && mark.MayOpen && openOfKind[(int)MarkKind.Low] > 0)
        {
            // „German quotations“ end with the mark that begins English ones.
            (kind, mark) = (MarkKind.Low, mark with { MayOpen = false, MayClose = true });
        }

        // A straight mark may be closed by a curly one, and the other way round, where a program curled only some.
        if (mark.MayClose && !mark.MayOpen && openOfKind[(int)kind] == 0)
        {
            kind = kind switch { MarkKind.Curly => MarkKind.Straight, MarkKind.Straight => MarkKind.Curly, _ => kind };
        }

        var isOpen = openOfKind[(int)kind] > 0;
        if (mark.MayClose && isOpen)
        {
            var opener = PopThrough(kind);
            pairs[opener] = pairs[opener] with { Close = position };
            Assign(position, mark.Length, Role.Closes);
        }
        else if (mark.MayOpen)
        {
            if (isOpen && kind is not (MarkKind.Round or MarkKind.Square))
            {
                // The same mark again before the first was closed: the first has no partner.
                PopThrough(kind);
            }

            open.Push(pairs.Count);
            openOfKind[(int)kind]++;
            pairs.Add(new(kind, position, Close: -1));
            Assign(position, mark.Length, Role.Opens);
        }
    }

    private int PopThrough(MarkKind kind)
    {
        while (true)
        {
            var top = open.Pop();
            openOfKind[(int)pairs[top].Kind]--;
            if (pairs[top].Kind == kind)
            {
                return top;
            }
        }
    }

    private void Assign(int position, int length, Role role)
    {
        for (var i = position; i < position + length; i++)
        {
            roles[i] |= role;
        }
    }

    private void HoldShortPairs()
    {
        var heldTo = 0;
        foreach (var pair in pairs)
        {
            var longest = pair.Kind is MarkKind.Round or MarkKind.Square ? LongestHeldBracket : LongestHeldQuotation;
            if (pair.Close - pair.Open <= longest && pair.Close > heldTo)
            {
                var from = Math.Max(pair.Open + 1, heldTo);
                Assign(from, pair.Close + 1 - from, Role.Held);
                heldTo = pair.Close + 1;
            }
        }
    }

    private readonly record struct Pair(MarkKind Kind, int Open, int Close);
}
