using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>
/// A statement does not say more where its quotes say less, before where they say after, nor hours where they say days: of words that exclude each other it has none more often than the
/// quotes while one of the others is gone.
/// </summary>
internal static class ContraryCheck
{
    private const int LongestPhrase = 3;

    // A line a set; its groups exclude each other, the words of a group are taken for one another. An underscore joins the words of a phrase.
    private static readonly ImmutableArray<FrozenDictionary<string, int>> Sets =
    [
        .. """
            increase increased increases increasing rise rises rose risen rising grew grow grows growth gain gained up / decrease decreased decreases decreasing decline declines declined declining fall falls fell fallen falling drop dropped drops shrank down
            more_than over above greater_than at_least no_fewer_than no_less_than not_less_than upwards_of in_excess_of exceeding exceeds exceeded / less_than fewer_than under below at_most no_more_than not_more_than up_to as_many_as as_much_as
            more / less fewer
            most greatest / least fewest
            most / few fewest
            gained gain gains / lost lose loses
            largest biggest / smallest
            highest / lowest
            higher / lower
            longest / shortest
            longer / shorter
            larger bigger / smaller
            greater / lesser
            faster quicker / slower
            fastest quickest / slowest
            stronger / weaker
            strongest / weakest
            older / younger
            oldest eldest / youngest
            earlier / later
            earliest / latest
            better / worse
            best / worst
            major / minor
            maximum / minimum
            majority / minority
            heavily / lightly slightly
            all every each entire entirely whole wholly fully completely always / many widely often frequently usually / some sometimes partly partially occasionally / few rarely seldom / none never
            both / neither
            before previously prior preceded precedes preceding ahead_of / after afterwards subsequently later following followed follows
            upcoming forthcoming / recent
            last previous / next
            first initial initially / last final finally
            beginning / end
            began begin begins begun started start starts starting / ended end ends ending stopped stop stops finished
            won win wins winning defeated defeats defeat beat beats / lost lose loses losing
            accept accepted accepts accepting approve approved approves / reject rejected rejects rejecting refused declined declines
            agreed agree agrees / disagreed disagree disagrees disputed dispute disputes
            confirm confirmed confirms admitted admit admits / deny denied denies dismissed dismiss dismisses disputed
            support supported supports backed backs / oppose opposed opposes
            praised praise praises welcomed welcome welcomes applauded / condemned condemn condemns criticised criticized criticises criticizes denounced
            open opened opens opening / close closed closes closing shut
            suspended suspends halted paused / resumed resumes restarted
            allow allowed allows allowing permitted legalised legalized / ban banned bans banning prohibited prohibits forbidden forbade forbid
            arrested arrest arrests detained jailed imprisoned / released release releases freed
            accused / convicted
            charged / convicted acquitted
            guilty convicted / innocent acquitted
            tried try tries trying attempted attempt attempts attempting sought / managed managing succeeded
            called_for calls_for demanded / achieved
            considering planning / carrying_out
            wanted wants hoped / began
            hired appointed / fired sacked
            joined joins / left quit
            arrived arrive arrives / departed left
            entered / left exited
            built constructed / demolished destroyed
            buy bought buys buying / sell sold sells selling
            alive survived / dead died killed
            success succeeded successful / failure failed unsuccessful
            cause caused causes / prevented prevent prevents
            legal legally / illegal illegally
            safe / unsafe dangerous
            positive / negative
            public publicly / private privately
            inside / outside
            with / without
            for / against
            strong / weak
            winter / spring / summer / autumn
            morning / afternoon / evening / night
            male / female
            man men / woman women / boy boys / girl girls
            father dad / mother mum mom / brother / sister / son / daughter / husband / wife / uncle / aunt / cousin / nephew / niece / grandfather / grandmother / grandson / granddaughter
            parents parent / children child kids
            student students pupil pupils / teacher teachers
            doctor doctors physician physicians / patient patients / nurse nurses
            employer employers / employee employees
            victim victims / suspect suspects / witness witnesses
            president / senator / governor / mayor / ambassador / chancellor / king / queen / prince / princess / bishop / sheriff / judge
            minute minutes / hour hours / day days / week weeks / month months / year years / decade decades / century centuries
            monday / tuesday / wednesday / thursday / friday / saturday / sunday
            today / yesterday / tomorrow
            metre metres meter meters / kilometre kilometres kilometer kilometers km / mile miles / foot feet / centimetre centimetres centimeter centimeters cm
            litre litres liter liters / gallon gallons
            acre acres / hectare hectares
            celsius / fahrenheit
            gram grams / kilogram kilograms kg / tonne tonnes ton tons
            dollar dollars / euro euros / pound pounds / yen / yuan / ruble rubles rouble roubles / rupee rupees / peso pesos / franc francs
            dozens / hundreds / thousands / millions / billions
            billion / million / thousand / hundred
            north northern northward northwards / south southern southward southwards / east eastern eastward / west western westward / northeast northeastern / northwest northwestern / southeast southeastern / southwest southwestern
            """.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(SetOf),
    ];

    public static StatementFault? FaultOf(ClaimText statement, ClaimText quotes)
    {
        foreach (var set in Sets)
        {
            var said = GroupsIn(statement.Words, set);
            if (said.Count == 0)
            {
                continue;
            }

            var told = GroupsIn(quotes.Words, set);
            if (said.FirstOrDefault(group => group.Value.Count > CountOf(told, group.Key)) is { Value: { } more } && told.Any(group => group.Value.Count > CountOf(said, group.Key)))
            {
                return new("contrary", more[0]);
            }
        }

        return null;
    }

    private static int CountOf(Dictionary<int, List<string>> groups, int group) => groups.GetValueOrDefault(group)?.Count ?? 0;

    /// <summary>The words of each group in order; of overlapping phrases the longest counts.</summary>
    private static Dictionary<int, List<string>> GroupsIn(ImmutableArray<ClaimWord> words, FrozenDictionary<string, int> set)
    {
        var groups = new Dictionary<int, List<string>>();
        for (var at = 0; at < words.Length; at++)
        {
            for (var length = Math.Min(LongestPhrase, words.Length - at); length > 0; length--)
            {
                var phrase = length == 1 ? words[at].Lower : string.Join('_', words.AsSpan().Slice(at, length).ToArray().Select(word => word.Lower));
                if (set.TryGetValue(phrase, out var group))
                {
                    (groups.TryGetValue(group, out var found) ? found : groups[group] = []).Add(phrase.Replace('_', ' '));
                    at += length - 1;
                    break;
                }
            }
        }

        return groups;
    }

    private static FrozenDictionary<string, int> SetOf(string line) => line.Trim().Split(" / ").Index()
        .SelectMany(group => group.Item.Split(' ').Select(word => (word, group.Index))).ToFrozenDictionary(pair => pair.word, pair => pair.Index, StringComparer.Ordinal);
}
