using System.Collections.Frozen;

namespace BriefingBot.Answering;

/// <summary>The verbs whose pasts no ending tells: took and taken are of take. Those that never change ("cut", "hit") need no line.</summary>
internal static class IrregularVerbs
{
    // A verb: plain form, past, and the participle where it is another. A stroke parts forms that both are said. What is a noun or an adjective more often ("wound", "born", "ground") is left out.
    private static readonly (string Plain, string[] Pasts, string[] Participles)[] Verbs =
    [
        .. """
            arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; befall befell befallen; begin began begun; bend bent; bind bound; bite bit bitten; bleed bled;
            blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came come; creep crept; deal dealt;
            dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled;
            fling flung; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got got/gotten; give gave given;
            go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left;
            lend lent; light lit; lose lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken; misunderstand misunderstood; outgrow outgrew outgrown;
            overcome overcame overcome; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; partake partook partaken; pay paid; plead pled; prove proved proven;
            rebuild rebuilt; repay repaid; resell resold; retake retook retaken; rethink rethought; rewrite rewrote rewritten; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said; see saw seen;
            seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show showed shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept;
            slide slid; sling slung; sow sowed sown; speak spoke spoken; speed sped; spend spent; spill spilt; spin spun; spit spat; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen;
            stick stuck; sting stung; stink stank stunk; stride strode; strike struck stricken; string strung; strive strove striven; swear swore sworn; sweep swept; swell swelled swollen;
            swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; tread trod trodden; undergo underwent undergone;
            understand understood; undertake undertook undertaken; undo undid undone; uphold upheld; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; withdraw withdrew withdrawn;
            withhold withheld; withstand withstood; wring wrung; write wrote written
            """.Split(';').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(forms => (forms[0], forms[1].Split('/'), forms[^1].Split('/'))),
    ];

    private static readonly FrozenDictionary<string, string> Plains = Verbs
        .SelectMany(verb => verb.Pasts.Concat(verb.Participles).Where(form => form != verb.Plain).Select(form => (form, verb.Plain))).DistinctBy(pair => pair.form).ToFrozenDictionary(pair => pair.form, pair => pair.Plain);

    private static readonly FrozenSet<string> Pasts = Verbs.SelectMany(verb => verb.Pasts.Where(form => form != verb.Plain)).ToFrozenSet();

    private static readonly FrozenSet<string> Participles = Verbs.SelectMany(verb => verb.Participles).ToFrozenSet();

    /// <summary>The plain form of a past or a participle; null where the word is neither.</summary>
    public static string? PlainOf(string lower) => Plains.GetValueOrDefault(lower);

    /// <summary>Whether the word alone tells of what was: took, built, and not taken.</summary>
    public static bool IsPast(string lower) => Pasts.Contains(lower);

    public static bool IsParticiple(string lower) => Participles.Contains(lower);
}
