using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>
/// Whatever acts by a verb in a statement, or has it done to, does not have the other part by that verb in the quotes, nor a part by another verb while the quotes tell of this one's. It is for
/// common nouns what <see cref="RoleCheck"/> is for names, and says nothing where the quotes leave a part open.
/// </summary>
internal static class PartCheck
{
    // Whoever meets is met; of "the council passed the law" and "the law passed the council" both are said.
    private static readonly ImmutableHashSet<string> Mutual = ["meet", "marri", "fight", "face", "plai", "merg", "clash", "collid", "debat", "talk", "divorc", "pass", "border", "equal", "match", "rival", "becom", "mean", "includ", "involv"];

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        var told = ClauseParts.In(quotes.Words);
        foreach (var said in ClauseParts.In(statement.Words))
        {
            var alike = told.Where(clause => clause.Verb == said.Verb).ToArray();
            if (alike.Length == 0)
            {
                continue;
            }

            var objects = said.Acted.IsEmpty && !said.IsPassive ? said.Reached : said.Acted;
            var wrong = said.Actors.FirstOrDefault(noun => IsWrong(noun, isActor: true, said, alike, statement, quotes, told))
                ?? objects.FirstOrDefault(noun => IsWrong(noun, isActor: false, said, alike, statement, quotes, told));
            if (wrong is not null)
            {
                return new("role", $"{statement.Words.First(word => word.Stem == wrong).Text} {statement.Words[said.At].Text}");
            }
        }

        return null;
    }

    private static bool IsWrong(string noun, bool isActor, ClauseParts said, ClauseParts[] alike, ClaimText statement, ClaimText quotes, ImmutableArray<ClauseParts> told)
    {
        // "Won in 2014 and Koll": numbers have their own check.
        if (!quotes.Keys.Contains(noun) || char.IsAsciiDigit(noun[0]) || noun == said.Verb || MayHavePart(noun, isActor, said.Verb, alike, quotes.Words))
        {
            return false;
        }

        // "The board was told" is not "the board told the mayor", nor "was passed to the board" "the board passed".
        if (isActor && !said.IsPassive && Array.Exists(alike, clause => clause.IsPassive && (clause.Reached.Contains(noun) || (clause.Acted.Contains(noun) && !said.Acted.IsEmpty))))
        {
            return true;
        }

        if (Mutual.Contains(said.Verb) || !Array.TrueForAll(alike, clause => !PartOf(clause, isActor).IsEmpty))
        {
            return false;
        }

        return Array.Exists(alike, clause => PartOf(clause, !isActor).Contains(noun)) || (!Array.Exists(alike, clause => PartOf(clause, isActor).Contains(NounHeads.Somebody))
            && alike.Any(clause => told.Any(other => other != clause && IsNear(other, clause, quotes.Words, statement, isActor) && (other.Actors.Contains(noun) || other.Acted.Contains(noun) || other.Reached.Contains(noun)))));
    }

    // In another sentence the noun may be another word for the same, unless the statement has both.
    private static bool IsNear(ClauseParts other, ClauseParts clause, ImmutableArray<ClaimWord> words, ClaimText statement, bool isActor) =>
        words[other.At].Sentence == words[clause.At].Sentence || PartOf(clause, isActor).Any(statement.Keys.Contains);

    private static ImmutableArray<string> PartOf(ClauseParts clause, bool isActor) => isActor ? clause.Actors : clause.Acted.IsEmpty ? clause.Reached : clause.Acted;

    /// <summary>Whether it stands anywhere on the part's side of the verb, or beside a use of the verb's term that is none, a noun.</summary>
    private static bool MayHavePart(string noun, bool isActor, string verb, ClauseParts[] alike, ImmutableArray<ClaimWord> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].Stem != verb)
            {
                continue;
            }

            var clause = Array.Find(alike, clause => clause.At == at);
            if (words.Index().Any(word => word.Item.Stem == noun && word.Item.Sentence == words[at].Sentence && IsOnSide(word.Index, isActor, at, clause, words)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnSide(int noun, bool isActor, int verb, ClauseParts? clause, ImmutableArray<ClaimWord> words) => clause switch
    {
        null => true,
        { IsInverted: true } when isActor => clause.Actors.Contains(words[noun].Key),
        { IsInverted: true } => false,
        { IsPassive: true } when isActor => noun > verb && words[verb..noun].Any(word => word.Lower == "by"),
        _ => (noun < verb) == (isActor || clause.IsPassive) || (!isActor && HasRelative(words, verb)),
    };

    // "The rise that the union demanded".
    private static bool HasRelative(ImmutableArray<ClaimWord> words, int verb) =>
        words.Index().Any(word => word.Index > 0 && word.Index < verb && word.Item.Sentence == words[verb].Sentence && word.Item.Lower is "which" or "whom" or "that" && !NounHeads.IsVerb(words[word.Index - 1].Lower));
}
