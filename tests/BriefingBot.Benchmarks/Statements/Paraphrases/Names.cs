using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks;

/// <summary>Names that rules know: some first names, countries, cities, peoples and offices. A small list makes few mistakes.</summary>
internal static class Names
{
    public static readonly string[] Men = Words("James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Scott Frank Benjamin Gregory Samuel Raymond Patrick Alexander Jack Dennis Jerry Peter Tony Gordon Nick Ben Tom Bill Bob Jim Joe Mike Chris Dan Tim Steve Greg Alan Simon Martin Graham Stuart Neil Ian Colin Vladimir Dmitry Sergei Ivan Boris Nicolas François Jean Pierre Jacques Hans Helmut Carlos Juan José Luis Pedro Miguel Antonio Mario Marco Giovanni Silvio Ahmed Mohammed Muhammad Mahmoud Ali Hassan Hussein Ibrahim Omar Abdullah Bashar Benjamin Ehud Ariel Barack Mitt Ron Newt Rick Hugo Evo Fidel Julian Edwin Harry Henry Philip Roger Ralph Kofi Nelson Jacob Robin Adam Aaron Craig Keith Phil Ken Jeff Matt Josh Justin Kyle Sean");
    public static readonly string[] Women = Words("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Rachel Catherine Julia Maria Heather Diane Ruth Julie Joyce Victoria Kelly Christina Joan Evelyn Judith Megan Hillary Condoleezza Angela Theresa Nicola Jacinda Sarah Nancy Kate Jane Anne Alice Claire Fiona Cristina Dilma Veronika Olga Natalia Svetlana Elena Yulia Leila Fatima Benazir Sonia Indira Hannah Sophie Charlotte Lucy Chelsea Rebekah Cherie");
    public static readonly string[] Countries = Words("France Germany Italy Spain Portugal Greece Turkey Russia Ukraine Poland Hungary Romania Bulgaria Serbia Croatia Sweden Norway Denmark Finland Iceland Ireland Belgium Austria Switzerland Canada Mexico Brazil Argentina Chile Peru Colombia Venezuela Bolivia Ecuador Cuba Haiti China Japan India Pakistan Bangladesh Afghanistan Iraq Iran Syria Lebanon Israel Egypt Libya Tunisia Algeria Morocco Sudan Ethiopia Kenya Somalia Nigeria Ghana Uganda Zimbabwe Indonesia Malaysia Thailand Vietnam Myanmar Nepal Australia");
    public static readonly string[] Cities = Words("London Paris Berlin Madrid Rome Moscow Athens Istanbul Vienna Brussels Dublin Edinburgh Glasgow Manchester Liverpool Birmingham Toronto Montreal Vancouver Ottawa Chicago Boston Houston Dallas Seattle Philadelphia Miami Atlanta Denver Detroit Beijing Shanghai Tokyo Seoul Delhi Mumbai Karachi Islamabad Lahore Kabul Baghdad Tehran Damascus Beirut Cairo Tripoli Nairobi Lagos Johannesburg Sydney Melbourne Brisbane Perth Adelaide Auckland Wellington Christchurch Jakarta Bangkok Manila");
    public static readonly string[] States = Words("Texas California Florida Ohio Michigan Illinois Pennsylvania Virginia Massachusetts Arizona Colorado Nevada Oregon Iowa Kansas Missouri Tennessee Alabama Louisiana Mississippi Kentucky Indiana Wisconsin Minnesota Maryland Utah Oklahoma Nebraska Queensland Victoria Tasmania Ontario Quebec Alberta");

    /// <summary>Peoples and their countries.</summary>
    public static readonly Dictionary<string, string> Peoples = Words("French=France German=Germany Italian=Italy Spanish=Spain Portuguese=Portugal Greek=Greece Turkish=Turkey Russian=Russia Ukrainian=Ukraine Polish=Poland Hungarian=Hungary Romanian=Romania Bulgarian=Bulgaria Serbian=Serbia Croatian=Croatia Swedish=Sweden Norwegian=Norway Danish=Denmark Finnish=Finland Icelandic=Iceland Irish=Ireland Belgian=Belgium Austrian=Austria Swiss=Switzerland Canadian=Canada Mexican=Mexico Brazilian=Brazil Chilean=Chile Peruvian=Peru Colombian=Colombia Venezuelan=Venezuela Cuban=Cuba Haitian=Haiti Chinese=China Japanese=Japan Indian=India Pakistani=Pakistan Afghan=Afghanistan Iraqi=Iraq Iranian=Iran Syrian=Syria Lebanese=Lebanon Israeli=Israel Egyptian=Egypt Libyan=Libya Tunisian=Tunisia Sudanese=Sudan Ethiopian=Ethiopia Kenyan=Kenya Somali=Somalia Nigerian=Nigeria Indonesian=Indonesia Malaysian=Malaysia Thai=Thailand Vietnamese=Vietnam Australian=Australia")
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    public static readonly string[] Offices = ["President", "Prime Minister", "Foreign Minister", "Defence Minister", "Defense Minister", "Finance Minister", "Health Minister", "Interior Minister", "Education Minister", "Secretary of State", "Vice President", "Chancellor", "Senator", "Governor", "Mayor", "Foreign Secretary", "Home Secretary", "Justice Minister", "Transport Minister"];

    private const string Surname = @"(?:(?:van|de|von|der|la|bin|al|[A-Z]\.) ){0,2}(?!(?:University|Street|Avenue|Road|Hotel|Airport|Islands?|Prize|Award|Cup|College|Hospital|School|Foundation|Institute|Cent(?:er|re)|Stadium|Park|Bridge|Church|Cathedral|City|County|Trust|Party|Act|Day|Hall|House|Airlines?|Bank|Inc|Times|Post|Show|River|Lake|Law|Square|Palace|Town|Beach|Bay|Springs|Football|Arena|Theatre|Museum|Union|Foreign|Prime|State|Minister)\b)(?:Mc|Mac|O['’]|De|Di|Fitz)?[A-Z]\p{Ll}+(?:-\p{Lu}\p{Ll}+)*(?!\p{L})";

    /// <summary>A person's first name and surname.</summary>
    public static readonly Regex Person = new($@"(?<![\w-]|\bborn |[A-Z]\p{{L}}+ (?:of |& )?)(?<first>{Change.Any(Men.Concat(Women))}) (?<middle>[A-Z]\. |[A-Z][a-z]+ )?(?<last>{Surname})(?! (?:[A-Z]|and [A-Z])|-)");

    /// <summary>An office, with the country or people it is of, and who holds it.</summary>
    public static readonly Regex Holder = new($@"(?<![\w.'’-]|\b(?:[Tt]he|[Aa]n?|[Tt]hen|ex|late|[A-Z][\w.'’]*) )(?<office>(?:(?:{Change.Any(Peoples.Keys)}|US|U\.S\.|UK|British|American) )?{Change.Any(Offices)}) (?<name>[A-Z]\p{{L}}+ (?:[A-Z]\. )?[A-Z][\p{{L}}-]+)(?! [A-Z(]|['’-]| and\b| or\b)");

    public static readonly Regex Place = new($@"(?<![\w.'’-]|[A-Z][\w.'’]* (?:of |and |in |for )?){Change.Any([.. Countries, .. Cities, .. States])}(?! [A-Z]|-|['’]s [A-Z])(?!\w)");

    public static string LastOf(string person) => Person.Match(person).Groups["last"].Value;

    private static string[] Words(string words) => words.Split(' ');
}
