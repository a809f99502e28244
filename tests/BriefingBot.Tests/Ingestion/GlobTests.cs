using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Ingestion;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.md", "a.md", true)]
    [InlineData("*.md", "below/a.md", false)]
    [InlineData("*.md", "a.txt", false)]
    [InlineData("?.md", "a.md", true)]
    [InlineData("?.md", "ab.md", false)]
    [InlineData("**/*.md", "a.md", true)]
    [InlineData("**/*.md", "below/further/a.md", true)]
    [InlineData("**", "below/a.md", true)]
    [InlineData("2019/**/a.md", "2019/a.md", true)]
    [InlineData("2019/**/a.md", "2020/a.md", false)]
    [InlineData("2*/*/a.md", "2019/01/a.md", true)]
    [InlineData("2*/*/a.md", "2019/a.md", false)]
    [InlineData("**/drafts/*.md", "x/drafts/y/drafts/a.md", true)]
    public void Files_match_by_their_names_from_the_folder_down(string pattern, string path, bool matches) =>
        Assert.Equal(matches, new Glob(pattern).Matches(path.Split('/')));

    [Theory]
    [InlineData("*.md", "below", false)]
    [InlineData("2019/*.md", "2019", true)]
    [InlineData("2019/*.md", "2020", false)]
    [InlineData("2019/*.md", "2019/01", false)]
    [InlineData("2*/*.md", "2020", true)]
    [InlineData("**/*.md", "any/where", true)]
    [InlineData("2019/**/a.md", "2019/01/02", true)]
    [InlineData("2019/**/a.md", "2020/01", false)]
    public void Folders_that_nothing_can_match_in_are_told(string pattern, string folder, bool may) =>
        Assert.Equal(may, new Glob(pattern).MayMatchBelow(folder.Split('/')));
}
