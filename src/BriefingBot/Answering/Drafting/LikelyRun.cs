namespace BriefingBot.Answering;

/// <summary>Widens a sentence by the neighbours that may well hold the answer in its place.</summary>
internal static class LikelyRun
{
    // Measured in RESULTS.md: at this a quote grows by a sixth and three more of a hundred hold the answer.
    private const double Likely = 0.03;

    public static SentenceRun Around(SentenceCandidate candidate, IReadOnlyList<SentenceCandidate> all)
    {
        var probabilities = all.Where(other => ReferenceEquals(other.Passage, candidate.Passage)).ToDictionary(other => other.Index, other => other.Probability);
        var run = new SentenceRun(candidate.Passage.Article.Text, candidate.Passage.Passage.Sentences, candidate.Index, candidate.Index);
        while (true)
        {
            var (before, behind) = (run.WithBefore, run.WithBehind);
            var (beforeChance, behindChance) = (before is null ? 0 : probabilities.GetValueOrDefault(run.First - 1), behind is null ? 0 : probabilities.GetValueOrDefault(run.Last + 1));
            if (Math.Max(beforeChance, behindChance) < Likely)
            {
                return run;
            }

            run = beforeChance >= behindChance ? before!.Value : behind!.Value;
        }
    }
}
