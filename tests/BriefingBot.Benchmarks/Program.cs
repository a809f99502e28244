using BriefingBot.Benchmarks;

return args switch
{
    ["followups", var answers, var questions] => FollowUpScore.Print(answers, questions, misses: false),
    ["followups", var answers, var questions, "--misses"] => FollowUpScore.Print(answers, questions, misses: true),
    ["conversations", var questions, var articles, var folder] => PronounConversations.Write(questions, articles, folder),
    ["verify", var commandLine, var data, .. var answers] when answers.Length > 0 => await QuoteAudit.RunAsync(commandLine, data, answers),
    ["quotes", var articles, var count] when int.TryParse(count, out var each) && each > 0 => QuoteCheckScore.Make(articles, each),
    ["statements", var articles, var count] when int.TryParse(count, out var each) && each > 0 => StatementFile.Make(articles, each),
    ["paraphrases", var articles, var count] when int.TryParse(count, out var each) && each > 0 => ParaphraseFile.Make(articles, each),
    ["claims", var statements] => StatementScore.Print(statements, misses: false),
    ["claims", var statements, "--misses"] => StatementScore.Print(statements, misses: true),
    ["closeness", var questions] => await ClosenessScore.PrintAsync(questions),
    ["checks", var checks, var quotes] => QuoteCheckScore.Print(checks, quotes),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        followups ANSWERS QUESTIONS [--misses]
                                              how near follow-ups in 'briefing ask --json' lines, as they were understood, come to people's rewrites
        conversations QUESTIONS ARTICLES FOLDER
                                              write conversations of two questions, the second with a pronoun for its article's title
        verify BRIEFING.DLL DATA ANSWERS…     re-read by 'briefing show' every quote of such lines or of predictions.jsonl, and compare
        quotes ARTICLES COUNT                 as many true quotations as altered ones, for 'briefing check-quote --quotes … --json'
        statements ARTICLES COUNT             as many true statements as false ones, made by rule from the articles' sentences
        paraphrases ARTICLES COUNT            the same by other rules, nearer to how a language model rewords what it read
        claims STATEMENTS [--misses]          what the checks of statements say of them
        closeness CLAPNQ                      how words and vectors tell people's answers from others, in ClapNQ's own clapnq_dev_answerable.jsonl
        checks CHECKS QUOTES                  what those lines confirm, and whether place or nearest passage is right
        """);
    return 2;
}
