using BriefingBot.Texts;

namespace BriefingBot.Tests.Texts;

public sealed class WrittenGermanTests
{
    [Theory]
    [InlineData("Wie viele Menschen mussten fliehen?")]
    [InlineData("wer hat die wahl gewonnen")]
    [InlineData("Was sagte der Bürgermeister?")]
    [InlineData("Was war die Ursache?")]
    [InlineData("Warum brach der Damm?")]
    [InlineData("Gab es Verletzte?")]
    [InlineData("die Flut in Orlen")]
    [InlineData("Streik im Hafen")]
    [InlineData("Wahlen in Frankreich und Italien")]
    [InlineData("Gibt es Neues zu New York?")]
    public void Text_with_small_words_of_German_is_German(string text) => Assert.True(WrittenGerman.Is(text));

    [Theory]
    [InlineData("How many people had to flee?")]
    [InlineData("Who is Ursula von der Leyen?")]
    [InlineData("Ursula von der Leyen")]
    [InlineData("Alexander Van der Bellen election")]
    [InlineData("Der Spiegel")]
    [InlineData("Why did they die?")]
    [InlineData("MIT study")]
    [InlineData("What does die Wende mean?")]
    [InlineData("Who said „wir schaffen das“?")]
    [InlineData("Wer ist who?")]
    [InlineData("Überschwemmung")]
    [InlineData("Müller")]
    [InlineData("war in Ukraine")]
    [InlineData("qué es el Brexit")]
    [InlineData("Wie is de minister?")]
    [InlineData("???")]
    [InlineData("")]
    public void Other_text_is_not_nor_are_names_alone(string text) => Assert.False(WrittenGerman.Is(text));
}
