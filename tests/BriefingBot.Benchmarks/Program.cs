using BriefingBot.Benchmarks;

return args switch
{
    ["score", var answers, var questions] => AnswerScore.Print(answers, questions, every: 1),
    ["score", var answers, var questions, "--every", var every] when int.TryParse(every, out var step) && step > 0 => AnswerScore.Print(answers, questions, step),
    ["hits", var searches, var questions] => SearchScore.Print(searches, questions),
    ["verify", var commandLine, var data, .. var answers] when answers.Length > 0 => await QuoteAudit.RunAsync(commandLine, data, answers),
    ["quotes", var articles, var count] when int.TryParse(count, out var each) && each > 0 => QuoteCheckScore.Make(articles, each),
    ["checks", var checks, var quotes] => QuoteCheckScore.Print(checks, quotes),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        score ANSWERS QUESTIONS [--every N]   quote@1, quote@3, length and refusals of 'briefing ask --questions … --json' lines
        hits SEARCHES QUESTIONS               hit@1, hit@10 and MRR@10 of 'briefing search --questions … --limit 50 --json' lines
        quotes ARTICLES COUNT                 as many true quotations as altered ones, for 'briefing check-quote --quotes … --json'
        checks CHECKS QUOTES                  what those lines confirm, and whether place or nearest passage is right
        verify BRIEFING.DLL DATA ANSWERS…     re-read every quote of such lines by 'briefing show' and compare
        """);
    return 2;
}
