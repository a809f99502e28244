using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>People, places, peoples, offices and letters put for others, and two names that change places.</summary>
internal static partial class FalseNames
{
    private const string Name = @"(?:[Tt]he )?[A-Z][\w'’-]*(?: (?:of (?:the )?)?[A-Z][\w'’-]*){0,4}(?<!['’]s)";
    private const string Deeds = "defeated|beat|accused|criticised|criticized|told|succeeded|replaced|arrested|killed|attacked|thanked|praised|invaded|sued|asked|endorsed|blamed|overtook|nominated|urged|bought|acquired|warned|supported|backed|condemned|contacted|interviewed|visited|appointed|informed|faced|followed|won against|lost to|scored against|apologised to|responded to|agreed with|reported to|provided|owns|owned|gave|offered";

    public static IEnumerable<Rule> All { get; } =
    [
        new("name of the same article", (wording, random) => Renamed(wording, random, wording.Article.People)),
        new("name of another article", (wording, random) => Renamed(wording, random, [.. wording.Article.Vocabulary.People.Except(wording.Article.People)])),
        Rule.At("first name", Names.Person, (match, random) => OtherFirst(match.Groups["first"].Value, random) + match.Value[match.Groups["first"].Length..]),
        new("speaker", OtherSpeaker),
        new("place", (wording, random) => Change.One(wording.Text, Names.Place, random, match => OtherPlace(match.Value, wording, random)) is { } text ? wording with { Text = text } : null),
        Rule.At("nationality", Nationality(), (match, random) => random.Other(Names.Peoples.Keys, match.Value)),
        Rule.At("office", Office(), (match, random) => random.Other(match.Value.Contains("Minister", StringComparison.Ordinal) ? Names.Offices.Where(office => office.EndsWith("Minister", StringComparison.Ordinal)) : ["President", "Senator", "Governor", "Mayor", "Chancellor"], match.Value)),
        new("organisation", OtherLetters),
        new("subject and object", (wording, _) => Exchange(wording.Text, wording.Article.Vocabulary) is { } text ? wording with { Text = text } : null),
    ];

    /// <summary>A name with another letter, and none that is short for another with other letters: Mike is no other than Michael, nor Bill than William.</summary>
    private static string? OtherFirst(string first, Random random) =>
        random.Other((Names.Men.Contains(first) ? Names.Men : Names.Women).Where(name => name[0] != first[0]), "Bob", "Robert", "Bill", "William");

    private static Wording? Renamed(Wording wording, Random random, IReadOnlyList<string> people)
    {
        foreach (var person in random.GetItemsOnce(wording.Article.People))
        {
            var last = Names.LastOf(person);
            var named = wording.Text.Contains(person, StringComparison.Ordinal) ? person : last;
            var others = people.Where(other => Names.LastOf(other) is var name && name != last && !wording.Text.Contains(name, StringComparison.Ordinal) && name.Length > 0).ToArray();
            if (others.Length > 0 && Regex.Match(wording.Text, $@"(?<![\w-]|[A-Z][\w'’.-]+ (?={Regex.Escape(last)}))(?<!['’] ){Regex.Escape(named)}(?![\w-]| [A-Z])") is { Success: true } place)
            {
                var other = random.Pick(others);
                return wording with { Text = Change.At(wording.Text, place.Index, place.Length, named == person ? other : Names.LastOf(other)) };
            }
        }

        return null;
    }

    private static Wording? OtherSpeaker(Wording wording, Random random)
    {
        var text = Change.One(wording.Text, Speaker(), random, match =>
        {
            var speaker = match.Groups["who"].Value;
            var isFull = speaker.Contains(' ', StringComparison.Ordinal);
            var others = wording.Article.People.Where(person => !wording.Text.Contains(Names.LastOf(person), StringComparison.Ordinal)).ToArray();
            return others.Length == 0 || !wording.Article.People.Any(person => person == speaker || Names.LastOf(person) == speaker)
                ? null
                : match.Groups["before"].Value + (random.Pick(others) is var other && isFull ? other : Names.LastOf(other)) + match.Groups["after"].Value;
        });
        return text is null ? null : wording with { Text = text };
    }

    private static string? OtherPlace(string place, Wording wording, Random random)
    {
        var ofItsSort = new[] { Names.Countries, Names.Cities, Names.States }.First(places => places.Contains(place));
        var near = ofItsSort.Where(other => wording.Article.Sentences.Any(sentence => sentence.Quote.Contains(other, StringComparison.Ordinal))).Where(other => !wording.Text.Contains(other, StringComparison.Ordinal)).ToArray();
        return near.Length > 0 ? random.Pick(near) : random.Other(ofItsSort, place);
    }

    /// <summary>Another organisation the article knows by its letters.</summary>
    private static Wording? OtherLetters(Wording wording, Random random)
    {
        var others = wording.Article.Sentences.SelectMany(sentence => Letters().Matches(sentence.Quote)).Select(match => match.Value).Where(letters => !wording.Text.Contains(letters, StringComparison.Ordinal)).Distinct().ToArray();
        return others.Length > 0 && Change.One(wording.Text, Letters(), random, _ => random.Pick(others)) is { } text ? wording with { Text = text } : null;
    }

    private static string? Exchange(string text, Vocabulary vocabulary)
    {
        var pair = Exchanged().Match(text);
        var (a, b) = (pair.Groups["a"].Value, pair.Groups["b"].Value);
        return pair.Success && IsName(a) && IsName(b) && !a.Contains(b, StringComparison.Ordinal) && !b.Contains(a, StringComparison.Ordinal)
            ? text[..pair.Groups["a"].Index] + Cased(b, pair.Groups["a"].Index == 0) + pair.Groups["deed"].Value + Cased(a, false) + text[(pair.Index + pair.Length)..]
            : null;

        bool IsName(string words) => !Weak().IsMatch(words) && (words.StartsWith("The ", StringComparison.Ordinal) || vocabulary.Inside(words + " did") == words + " did");
    }

    private static string Cased(string name, bool isFirst) => isFirst ? Change.Capital(name) : name.StartsWith("The ", StringComparison.Ordinal) ? "t" + name[1..] : name;

    [GeneratedRegex($@"(?<=^|, |\bthat )(?<a>{Name})(?<deed>(?: (?:also|later|has|had|then|reportedly|narrowly|recently))? (?:(?:was|were|is|are) (?:[a-z]+ed|shot|beaten|struck|hit|led|held|bought|sold|taken|given|chosen|owned|told) by|{Deeds}) )(?<b>{Name})(?=[,.](?!\d)| (?:for(?! the [A-Z])|in|on|at|to|with|over|after|during|as|from|that|about|by|last|yesterday|is|was|had|has|would|who)\b)")]
    private static partial Regex Exchanged();

    [GeneratedRegex(@"^(?:The|He|She|It|They|We|His|Her|Their|Its|In|On|At|This|These|That|Both|Some|Many|Police|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+(?:ish|ese|ean|ian|can))$|^(?:Afterwards|Later|Then|Earlier|Yesterday|Also|Instead|Here|Before|During|For|From|With|By|When|While|As|Former|On|In|At|His|Her|Their|This|One|Two|Three|Some|However|Meanwhile|After|Police) ")]
    private static partial Regex Weak();

    [GeneratedRegex(@"(?<before>)(?<who>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){0,2})(?<after> (?:said|stated|told|added|explained|announced|claimed|argued|suggested|noted)\b)|(?<before>\b[Aa]ccording to )(?<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?<after>)(?=[,.])")]
    private static partial Regex Speaker();

    [GeneratedRegex(@"(?<![\w'’.-]|[A-Z][\w'’.-]* )(?:French|German|Italian|Spanish|Greek|Turkish|Russian|Ukrainian|Polish|Hungarian|Swedish|Norwegian|Danish|Irish|Belgian|Austrian|Swiss|Canadian|Mexican|Brazilian|Colombian|Cuban|Chinese|Japanese|Indian|Pakistani|Afghan|Iraqi|Iranian|Syrian|Israeli|Egyptian|Libyan|Nigerian|Australian)(?= (?!Ocean|Open|Grand|Revolution|Premier|Cup|League|Football|Idol|Shepherd|language)[A-Za-z]|[,.])")]
    private static partial Regex Nationality();

    [GeneratedRegex(@"(?<![\w-]|Vice |Deputy )(?:President|Prime Minister|Foreign Minister|Defen[cs]e Minister|Finance Minister|Health Minister|Interior Minister|Senator|Governor|Mayor|Chancellor)(?= [A-Z])")]
    private static partial Regex Office();

    [GeneratedRegex(@"(?<=\b[Tt]he )(?!(?:US|UK|EU|UN|UTC|GMT|BST|EST|EDT|PDT|AM|PM|TV|URL|API|IRC|VCR|DVD|DRM|DMCA|GPS|GDP|HIV|CPU|DNA|CEO|MP|MPs)\b)[A-Z]{3,6}(?![\w&-]| [A-Z\d])")]
    private static partial Regex Letters();
}
