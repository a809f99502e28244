using System.Text.RegularExpressions;

namespace BriefingBot.Web.Asking;

/// <summary>What people type that is no question, in chat and on the page alike. It is that and nothing else: a greeting before a question is asked with it.</summary>
internal static partial class SmallTalk
{
    private const string Greeting = "(?:hi|hiya|hey|hello|hallo|howdy|greetings|good (?:morning|afternoon|evening|day)|how are you(?: doing)?|guten (?:morgen|tag|abend)|grüß gott|moin|servus)";

    private const string Thanks = "(?:(?:many |no )?thanks|thank(?: |)(?:you|u)|thx|cheers|(?:much|very much) appreciated|danke(?: schön| sehr| ihnen)?|(?:vielen|herzlichen|besten) dank|i appreciate (?:it|that|this)) ?(?:a (?:lot|million|bunch|ton)|(?:so |very )?much|again|indeed|anyway"
        + "|for (?:that|this|it|everything|asking|(?:the|your|all(?: the)?|all your) (?:help|answers?|info|information|time)))?";

    private const string Assent = "(?:yes|yeah|yep|yup|no|nope|nah|ok|okay|k|sure(?: thing)?|alright|all right|fine|right|of course|certainly|absolutely|exactly|agreed|please|go ahead|got it|i see|i understand|understood|makes sense"
        + "|will do|never ?mind|no (?:problem|worries|need)|not (?:now|yet|really)|that(?:'s| is|s) (?:all|it|fine|enough|right|true|correct)|stop|stop it|cancel|quit|enough)";

    private const string Farewell = "(?:bye(?: bye)?|goodbye|good (?:bye|night)|farewell|tschüss?|auf wiedersehen|see (?:you|ya|u)|(?:talk|speak) to you|catch you|take care|until|till|have a (?:nice|good|great|lovely) (?:day|evening|weekend|night|time|one))"
        + " ?(?:soon|later|tomorrow|then|around|again|next (?:time|week)|on (?:mon|tues|wednes|thurs|fri)day)?";

    private const string Approval = "(?:(?:that(?:'s| is|s| was)|this is|it(?:'s| is|s)|you(?:'re| are)|sounds|looks) )?(?:(?:very|so|really|pretty|quite|just|too|how) )?"
        + "(?:good|great|nice|cool|perfect|excellent|awesome|amazing|brilliant|wonderful|fantastic|lovely|super|helpful|interesting|impressive|useful|well done|wow|haha|lol)(?: (?:one|job|work|answer|stuff|bot|to know|to hear|idea))?";

    private const string Addressed = "(?: (?:there|you|again|all|everyone|everybody|team|folks|bot|friend|my friend|mate|today|then|now|please))*";

    // Nobody says more than that to be kind, and a pasted text need not be looked through.
    private const int MostCharacters = 80;

    private static readonly string[] HelpWords = ["help", "/help", "?", "hilfe", "/hilfe"];

    public static bool AsksForHelp(string text) => HelpWords.Contains(text.TrimEnd('!', '.', ' '), StringComparer.OrdinalIgnoreCase);

    public static bool Greets(string text) => Greetings().IsMatch(Plain(text));

    /// <summary>Thanks, assent, farewell and approval, in any order.</summary>
    public static bool IsCourtesy(string text) => Courtesies().IsMatch(Plain(text));

    /// <summary>Its words alone: signs and emoji say nothing more.</summary>
    private static string Plain(string text) => text.Length > MostCharacters ? "" : Signs().Replace(text.Replace('’', '\''), " ").Trim();

    [GeneratedRegex($"^{Greeting}{Addressed}(?: (?:{Greeting}|{Approval}){Addressed})*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greetings();

    [GeneratedRegex($"^(?:(?:{Greeting}|and|but|so|oh|ah) )*(?:{Thanks}|{Assent}|{Farewell}|{Approval}){Addressed}(?: (?:and |but )?(?:{Thanks}|{Assent}|{Farewell}|{Approval}){Addressed})*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Courtesies();

    [GeneratedRegex(@"[^\p{L}\p{N}']+")]
    private static partial Regex Signs();
}
