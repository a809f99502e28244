using BriefingBot.Web.Asking;

namespace BriefingBot.Tests.Web.Asking;

public sealed class BriefingSubjectTests
{
    [Theory]
    [InlineData("brief me on the flood", "the flood", 7)]
    [InlineData("Briefing on: the flood", "the flood", 7)]
    [InlineData("briefing on the flood.", "the flood", 7)]
    [InlineData("Please give me a digest of the flood, in 10 quotes!", "the flood", 10)]
    [InlineData("brief me on the flood in 99 quotes", "the flood", 12)]
    [InlineData("summarize what happened with the flood in 2015", "the flood in 2015", 7)]
    [InlineData("What happened with the flood?", null, 0)]
    [InlineData("Who gave a briefing on the flood?", null, 0)]
    [InlineData("brief me", null, 0)]
    [InlineData("brief me on whether the strike is over", "whether the strike is over", 7)]
    [InlineData("Give me a briefing on the flood", "the flood", 7)]
    [InlineData("I'd like a short briefing about the flood, please", "the flood", 7)]
    [InlineData("Brief me on the election please", "the election", 7)]
    [InlineData("brief me on please and thank you", "please and thank you", 7)]
    [InlineData("briefing: the flood", "the flood", 7)]
    [InlineData("digest on the flood in 5 quotes", "the flood", 5)]
    [InlineData("briefing on what the council has decided", "what the council has decided", 7)]
    [InlineData("The briefing on the new vaccine was cancelled, why?", null, 0)]
    [InlineData("Briefing on the new vaccine was cancelled, why?", null, 0)]
    [InlineData("Briefing of the White House press secretary", null, 0)]
    [InlineData("digest of proteins in the stomach", null, 0)]
    [InlineData("The digest of the week", null, 0)]
    public void Wish_for_a_briefing_is_recognised(string text, string? subject, int quotes)
    {
        var wanted = BriefingSubject.In(text);

        Assert.Equal((subject, quotes), (wanted?.Subject, wanted?.Quotes ?? 0));
    }
}
