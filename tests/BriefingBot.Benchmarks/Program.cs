using BriefingBot.Benchmarks;

return args switch
{
    ["score", var answers, var questions] => AnswerScore.Print(answers, questions, every: 1),
    ["score", var answers, var questions, "--every", var every] when int.TryParse(every, out var step) && step > 0 => AnswerScore.Print(answers, questions, step),
    ["hits", var searches, var questions] => SearchScore.Print(searches, questions),
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
        score ANSWERS QUESTIONS [--every N]   quote@1, quote@3, length and refusals of 'briefing ask --questions … --json' lines
        hits SEARCHES QUESTIONS               hit@1, hit@10 and MRR@10 of 'briefing search --questions … --limit 50 --json' lines
        followups ANSWERS QUESTIONS [--misses]
                                              how near follow-ups in such lines, as they were understood, come to people's rewrites
        conversations QUESTIONS ARTICLES FOLDER
                                              write conversations of two questions, the second with a pronoun for its article's title
        verify BRIEFING.DLL DATA ANSWERS…     re-read every quote of such lines by 'briefing show' and compare
        """);
    return 2;
}
