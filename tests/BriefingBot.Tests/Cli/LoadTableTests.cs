using BriefingBot.Cli.Output;
using BriefingBot.Ingestion;

namespace BriefingBot.Tests.Cli;

public sealed class LoadTableTests
{
    [Fact]
    public void Outcomes_are_counted_by_kind_of_file()
    {
        var table = new LoadTable();
        foreach (var (input, kind) in new[]
        {
            ("/news/a.md", IngestOutcomeKind.Added), ("/news/B.MD", IngestOutcomeKind.Added), ("/news/c.md", IngestOutcomeKind.Failed), ("/news/d.pdf", IngestOutcomeKind.Failed),
            ("https://news.example/e.html", IngestOutcomeKind.Updated), ("/news/no-extension", IngestOutcomeKind.Added), ("/news/f.\u001b[31m", IngestOutcomeKind.Added),
        })
        {
            table.Add(new(input, null, kind));
        }

        string[] lines = table.ToString().Split('\n');
        Assert.Equal("                    added    updated     failed", lines[0]);
        Assert.Contains(".md                     2          0          1", lines);
        Assert.Contains(".pdf                    0          0          1", lines);
        Assert.Contains("web                     0          1          0", lines);
        Assert.Contains("others                  1          0          0", lines);
        Assert.DoesNotContain('\u001b', table.ToString());
    }

    [Fact]
    public void One_kind_alone_needs_no_table_and_many_are_put_together()
    {
        var table = new LoadTable();
        table.Add(new("/news/a.md", null, IngestOutcomeKind.Added));
        Assert.Equal("", table.ToString());

        for (var i = 0; i < 100; i++)
        {
            table.Add(new($"/news/a.x{i}", null, IngestOutcomeKind.Added));
        }

        string[] lines = table.ToString().Split('\n');
        Assert.Equal(23, lines.Length);
        Assert.Contains("others                 81", lines);
    }
}
