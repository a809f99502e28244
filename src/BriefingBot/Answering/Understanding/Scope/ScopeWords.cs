using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>Reads which articles a question names. The rules stand in <c>tests/BriefingBot.Tests/Specs/ScopeWords.md</c>.</summary>
internal static class ScopeWords
{
    /// <summary>Whether the question may name any, so that the names are worth looking up.</summary>
    public static bool MayBeIn(string question) => ScopeCue.All.Any(cue => cue.Before.IsMatch(question));

    /// <summary>The articles named; null when no known name stands where one can be.</summary>
    public static ScopeMeant? Read(string question, NameBooks names)
    {
        foreach (var cue in ScopeCue.All)
        {
            foreach (Match before in cue.Before.Matches(question))
            {
                if (ReadBehind(before, cue) is { } meant)
                {
                    return meant;
                }
            }
        }

        return null;

        ScopeMeant? ReadBehind(Match before, ScopeCue cue)
        {
            foreach (var kind in cue.Kinds)
            {
                if (names.Of(kind).Find(question, before.Index + before.Length, cue.ReadsPlainWords) is { } found && cue.Behind.Match(question, found.End) is { Success: true } behind)
                {
                    return new(question.Without(before.Index, behind.Index + behind.Length), kind, found.Name, found.Values, cue.SenseOf(kind));
                }
            }

            return null;
        }
    }
}
