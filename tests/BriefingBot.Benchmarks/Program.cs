using BriefingBot.Benchmarks;

return args switch
{
    ["followups", var answers, var questions] => FollowUpScore.Print(answers, questions, misses: false),
    ["followups", var answers, var questions, "--misses"] => FollowUpScore.Print(answers, questions, misses: true),
    ["conversations", var questions, var articles, var folder] => PronounConversations.Write(questions, articles, folder),
    ["verify", var commandLine, var data, .. var answers] when answers.Length > 0 => await QuoteAudit.RunAsync(commandLine, data, answers),
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
        """);
    return 2;
}
