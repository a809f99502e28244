using BriefingBot.Articles;
using BriefingBot.Evaluation;

namespace BriefingBot.Tests.Evaluation;

public sealed class QuestionFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task A_line_is_read_with_its_labels()
    {
        var question = Assert.Single(await ReadAsync("""{"id":7,"question":"Who?","asked":"2026-03-01","answerable":true,"articles":["a","b"],"answers":["Ann"],"quotes":["Ann did."],"spans":[["a",1,4]],"more":{}}"""));
        Assert.Equal(("7", "Who?", new DateOnly(2026, 3, 1), true), (question.Id, question.Text, question.Asked, question.Answerable));
        Assert.Equal(["a", "b"], question.Articles);
        Assert.Equal(["Ann", "Ann did."], question.Words);
        Assert.Equal([new("a", new TextSpan(1, 4))], question.Spans);
    }

    [Fact]
    public async Task What_a_line_does_not_tell_is_left_out()
    {
        var question = Assert.Single(await ReadAsync("\n{\"question\":\"Who?\",\"answerable\":null,\"spans\":null}"));
        Assert.Equal(("2", null, null), (question.Id, question.Asked, question.Answerable));
        Assert.Empty(question.Articles);
        Assert.Empty(question.Words);
        Assert.False(question.HasGoldWords);
    }

    [Fact]
    public async Task Only_the_first_questions_are_read() =>
        Assert.Equal(["1", "2"], (await ReadAsync("{\"question\":\"a?\"}\n{\"question\":\"b?\"}\nnot JSON", limit: 2)).Select(question => question.Id));

    [Theory]
    [InlineData("", "has no question. Write")]
    [InlineData("not JSON", "Line 1 of", "is not JSON")]
    [InlineData("{\"question\":\"a?\"}\n[1]", "Line 2 of", "is not a JSON object")]
    [InlineData("{\"id\":\"a\"}", "has no field question")]
    [InlineData("{\"question\":5}", "the field question, which is not a text")]
    [InlineData("{\"question\":\" \"}", "Line 1 of", "The question is empty")]
    [InlineData("{\"question\":\"\\ud800\"}", "half of a surrogate pair")]
    [InlineData("{\"question\":\"a?\",\"asked\":\"soon\"}", "write it as 2026-03-01")]
    [InlineData("{\"question\":\"a?\",\"answerable\":\"yes\"}", "neither true nor false")]
    [InlineData("{\"question\":\"a?\",\"articles\":\"a\"}", "the field articles, which is not a list")]
    [InlineData("{\"question\":\"a?\",\"answers\":[1]}", "not a list of texts")]
    [InlineData("{\"question\":\"a?\",\"spans\":[[\"a\",5,2]]}", "write it as [\"article id\", start, end]")]
    [InlineData("{\"question\":\"a?\",\"spans\":[[\"a\",-1,2]]}", "a span that cannot be read")]
    [InlineData("{\"question\":\"a?\",\"spans\":[\"a\"]}", "a span that cannot be read")]
    public async Task What_is_wrong_is_told_with_its_line_and_the_remedy(string lines, params string[] said)
    {
        var fault = await Assert.ThrowsAsync<QuestionFileException>(() => ReadAsync(lines));
        Assert.Contains(_file, fault.Message);
        Assert.All(said, part => Assert.Contains(part, fault.Message));
    }

    public void Dispose() => File.Delete(_file);

    private async Task<IEnumerable<LabelledQuestion>> ReadAsync(string lines, int? limit = null)
    {
        await File.WriteAllTextAsync(_file, lines, TestContext.Current.CancellationToken);
        return await QuestionFile.ReadAsync(_file, limit, TestContext.Current.CancellationToken);
    }
}
