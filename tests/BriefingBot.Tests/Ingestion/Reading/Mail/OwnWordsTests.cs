namespace BriefingBot.Tests.Ingestion;

public sealed class OwnWordsTests
{
    private const string Own = "The dam broke at night.\n\nTwo villages were flooded.";
    private const string Quoted = "> It holds.\n>\n> > Does it hold?\n";

    [Theory]
    [InlineData("\n\nOn Sat, 28 Feb 2026 at 10:00, Bob Hale <bob@valley.example> wrote:\n" + Quoted)]
    [InlineData("\n\nOn Sat, 28 Feb 2026 at 10:00, Bob Hale of the board\n<bob@valley.example> wrote:\n\n" + Quoted)]
    [InlineData("\n\nAm 28.02.2026 um 10:00 schrieb Bob Hale:\n" + Quoted)]
    [InlineData("\n\nLe sam. 28 févr. 2026 à 10:00, Bob Hale a écrit :\n" + Quoted)]
    [InlineData("\n\n" + Quoted)]
    [InlineData("\n-- \nAnn Reed\nThe Valley Post\n")]
    [InlineData("\n\n--\nAnn Reed\n")]
    [InlineData("\n-- \nAnn Reed\n\nOn Sat, 28 Feb 2026, Bob Hale wrote:\n" + Quoted)]
    [InlineData("\n\nOn Sat, 28 Feb 2026, Bob Hale wrote:\n" + Quoted + "\n-- \nAnn Reed\n")]
    [InlineData("\n\n-----Original Message-----\nFrom: Bob Hale\nSent: Saturday\n\nIt holds.\n")]
    [InlineData("\n\n________________________________\nFrom: Bob Hale <bob@valley.example>\nSent: Saturday, 28 February 2026 10:00\nTo: Ann Reed\nSubject: The dam\n\nIt holds.\n")]
    [InlineData("\n\nVon: Bob Hale\nGesendet: Samstag, 28. Februar 2026 10:00\nAn: Ann Reed\nBetreff: Der Damm\n\nEr hält.\n")]
    public void What_is_replied_to_and_the_signature_are_left_out(string rest) => Assert.Equal(Own, SomeMail.Plain(Own + rest).TrimEnd());

    [Theory]
    [InlineData("> Does it hold?\n\nNo.\n\n> Since when?\n\nLast night.")]
    [InlineData("The chair wrote:\n\n\"It holds.\"\n\nIt did not.")]
    [InlineData("From: the hill the dam was seen to break.\n\nIt was night.")]
    [InlineData("List:\n\n-- \n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15")]
    public void What_is_written_between_or_under_a_quotation_stays(string body) => Assert.Equal(body, SomeMail.Plain(body).TrimEnd());

    [Fact]
    public void A_reply_is_by_its_sender() => Assert.Equal("Ann Reed", SomeMail.Only($"{SomeMail.Headers}\n{Own}\n\n{Quoted}").Author);

    [Theory]
    [InlineData("---------- Forwarded message ---------\nFrom: Bob Hale\nDate: Sat, 28 Feb 2026\nSubject: The dam\n\nIt holds.")]
    [InlineData("For you to know.\n\nBegin forwarded message:\n\n> From: Bob Hale\n> It holds.")]
    [InlineData("> It holds.")]
    public void What_is_passed_on_stays_and_is_not_said_to_be_the_senders(string body)
    {
        var article = SomeMail.Only($"{SomeMail.Headers}\n{body}\n");

        Assert.Equal((body, null), (article.Text.TrimEnd(), article.Author));
    }

    [Theory]
    [InlineData("<div>On 28 Feb 2026, Bob wrote:</div><blockquote type=\"cite\"><p>It holds.</p></blockquote>")]
    [InlineData("<div class=gmail_quote><div class=gmail_attr>On 28 Feb 2026, Bob wrote:</div><blockquote>It holds.</blockquote></div>")]
    [InlineData("<div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>From:</b> Bob</div><div>It holds.</div>")]
    [InlineData("<div><p><b>From:</b> Bob Hale<br><b>Sent:</b> Saturday, 28 February 2026<br><b>To:</b> Ann Reed<br><b>Subject:</b> The dam</p></div><p>It holds.</p>")]
    [InlineData("<div class=moz-cite-prefix>On 28/02/2026 10:00, Bob wrote:<br></div><blockquote type=cite>It holds.</blockquote><pre class=moz-signature>-- \nAnn</pre>")]
    public void So_it_is_in_HTML(string rest)
    {
        var article = SomeMail.Html($"<html><body><p>The dam broke at night.</p><p>Two villages were flooded.</p>{rest}</body></html>");

        Assert.Equal((Own, "Ann Reed"), (article.Text.TrimEnd(), article.Author));
    }

    [Fact]
    public void An_honest_quotation_in_HTML_stays() =>
        Assert.Equal("The chair said:\n\nIt holds.\n\nIt did not.", SomeMail.Html("<p>The chair said:</p><blockquote>It holds.</blockquote><p>It did not.</p>").Text);

    [Theory]
    [InlineData("Fwd: The dam")]
    [InlineData("WG: The dam")]
    public void HTML_that_is_passed_on_stays(string subject)
    {
        var article = SomeMail.Html("<p>See below.</p><div class=gmail_quote>---------- Forwarded message ---------<br>From: Bob<br>Date: Sat<br>Subject: The dam<br><br>It holds.</div>", subject);

        Assert.Contains("It holds.", article.Text, StringComparison.Ordinal);
        Assert.Null(article.Author);
    }
}
