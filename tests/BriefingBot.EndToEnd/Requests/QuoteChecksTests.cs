using BriefingBot.EndToEnd.Clients;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Requests;

/// <summary>Runs every row of Specs/QuoteChecks.md.</summary>
public sealed class QuoteChecksTests(SampleBot samples)
{
    private const int FewestRows = 15;

    public static TheoryData<string, string, string> Rows() => RequestTable.Rows("QuoteChecks.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_of_the_table_holds(string where, string typed, string said) =>
        RequestTable.AssertSaid(said, await RequestTable.SayAsync(samples, where, "check-quote", typed));

    [Fact]
    public void Table_has_its_rows() => Assert.True(Rows().Count >= FewestRows);

    [Fact]
    public async Task Line_of_the_command_has_the_fields_of_the_contract_and_words_cut_from_the_article()
    {
        var line = (await samples.JsonAsync("check-quote", "The inquiry could settle how many people were driven from their homes.")).Ended(0).Line;

        line.HasFields("quote", "outcome", "text", "places", "morePlaces", "parts", "moreParts", "nearest", "elapsedMs");
        Assert.Equal("not_found", line.Text("outcome"));
        Assert.Empty(line.Objects("places"));
        var nearest = line["nearest"]!.AsObject();
        nearest.HasFields("quote", "likeness", "failure", "compared", "takenBackBy");
        var text = (await samples.ShowAsync(nearest["quote"]!.Text("articleId"))).Text("text");
        Assert.Equal(nearest["quote"]!.Text("text"), text[nearest["quote"]!.Whole("start")..nearest["quote"]!.Whole("end")]);
        Assert.Equal(["The inquiry could", "not", "settle how many people were driven from their homes."], nearest.Objects("compared").Select(words => words.Text("text")));
        Assert.Equal(["both", "article", "both"], nearest.Objects("compared").Select(words => words.Text("by")));
    }

    [Fact]
    public async Task Found_quotation_has_every_place_with_its_article()
    {
        var line = (await samples.JsonAsync("check-quote", "“Wages were left out of the agreement.”")).Ended(0).Line;

        Assert.Equal("found", line.Text("outcome"));
        var places = line.Objects("places").Select(place => Assert.Single(place.Objects("quotes"))).ToArray();
        Assert.Equal(["sample/rail-strike-courier", "sample/rail-strike-post"], places.Select(quote => quote.Text("articleId")).Order(StringComparer.Ordinal));
        Assert.Equal(0, line.Whole("morePlaces"));
        line.IsNull("nearest");
    }

    [Fact]
    public async Task Correction_of_the_same_source_stands_beside_the_place_that_it_takes_back()
    {
        var line = (await samples.JsonAsync("check-quote", "the repair of the dike will cost 14 million tallars", "--author", "Ilse Marrant")).Ended(0).Line;

        var place = Assert.Single(line.Objects("places"));
        place.HasFields("quotes", "takenBackBy");
        var takenBackBy = place["takenBackBy"]!.AsObject();
        takenBackBy.HasFields("words", "quote");
        Assert.True(takenBackBy["words"]!.GetValue<bool>());
        Assert.Equal(("sample/vessing-dike-correction", 2), (takenBackBy["quote"]!.Text("articleId"), takenBackBy["quote"]!.Whole("number")));
        var text = (await samples.ShowAsync("sample/vessing-dike-correction")).Text("text");
        Assert.Equal(text[takenBackBy["quote"]!.Whole("start")..takenBackBy["quote"]!.Whole("end")], takenBackBy["quote"]!.Text("text"));

        Assert.Single((await samples.JsonAsync("check-quote", "Wages were left out of the agreement.", "--source", "Karrowby Evening Post")).Ended(0).Line.Objects("places")).IsNull("takenBackBy");
    }

    [Fact]
    public async Task Filter_leaves_out_the_places_that_it_does_not_admit()
    {
        var line = (await samples.JsonAsync("check-quote", "Wages were left out of the agreement.", "--source", "Karrowby Evening Post")).Ended(0).Line;

        Assert.Equal("sample/rail-strike-post", Assert.Single(Assert.Single(line.Objects("places")).Objects("quotes")).Text("articleId"));
    }

    [Fact]
    public async Task File_of_quotations_gives_a_line_each()
    {
        var file = samples.Write("quotes.jsonl", """
            {"id":1,"quote":"Nobody is reported dead or missing."}
            {"id":"empty","quote":" "}
            {"quote":"taller wall"}
            """);

        var run = (await samples.JsonAsync("check-quote", "--quotes", file)).Ended(1);

        Assert.Equal(["found", "failed", "too_short"], run.Lines.Select(line => line.Text("outcome")));
        Assert.Contains("empty", run.Lines[1].Text("error"));
    }
}
