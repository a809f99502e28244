using System.Collections.Immutable;
using BriefingBot.Answering;

namespace BriefingBot.Tests.Answering;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("What is throat cancer?", "Is it treatable?", "Is throat cancer treatable?")]
    [InlineData("Tell me about lung cancer.", "What are its symptoms?", "What are lung cancer's symptoms?")]
    [InlineData("Who won the election in Iceland?", "What about Germany?", "Who won the election in Germany?")]
    [InlineData("How many visitors came to Great Hesk in 2014?", "And in 2015?", "How many visitors came to Great Hesk in 2015?")]
    [InlineData("Why did the train drivers call off their strike?", "and when?", "When did the train drivers call off their strike?")]
    [InlineData("Was the ferry late?", "Why?", "Why was the ferry late?")]
    [InlineData("Who won the election in Iceland?", "When was it held?", "When was the election in Iceland held?")]
    [InlineData("Who won the election in Iceland?", "And who said that?", "And who said that? (election in Iceland)")]
    [InlineData("Who won the election in Iceland?", "how many voted?", "how many voted? (election in Iceland)")]
    [InlineData("What is a 529 plan?", "What are the main advantages?", "What are the main advantages of a 529 plan?")]
    [InlineData("What happened in the Stanford Experiment?", "Who led the experiment?", "Who led the Stanford Experiment?")]
    [InlineData("Who is the harbour master?", "What did he say?", "What did the harbour master say?")]
    [InlineData("What do Irish Wolfhounds eat?", "How much do they cost?", "How much do Irish Wolfhounds cost?")]
    public void Question_that_leans_on_the_last_one_is_made_to_stand_alone(string last, string question, string understood) =>
        Assert.Equal(understood, Rewrite(question, last));

    [Theory]
    [InlineData("Why did the train drivers call off their strike?")]
    [InlineData("Who is the mayor of Karrowby?")]
    [InlineData("What is taurine?")]
    [InlineData("What is CBT and how does it work?")]
    [InlineData("How long does it take to sail to Outer Hesk?")]
    [InlineData("Is it true that the harbour office lost its books?")]
    [InlineData("How is cassoulet made?")]
    [InlineData("Is there a strike at the harbour of Karrowby?")]
    [InlineData("What happened this week?")]
    [InlineData("What is the definition of allegory?")]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("水水水")]
    public void Question_that_stands_alone_comes_through(string question) => Assert.Null(Rewrite(question, "Who won the election in Iceland?"));

    [Theory]
    [InlineData("How many people had to leave their homes?", "And when?", "When did people have to leave their homes?")]
    [InlineData("How many people were killed in the bombing in Baghdad?", "When?", "When were people killed in the bombing in Baghdad?")]
    [InlineData("How many people died in the fire?", "And where exactly?", "Where was it that people died in the fire?")]
    [InlineData("How many people died? (Ebola)", "Where?", "Where was it that people died? (Ebola)")]
    [InlineData("How many homes did the flood damage?", "When?", "When did the flood damage homes?")]
    [InlineData("How many people who were evacuated came back?", "When?", "When was it that people who were evacuated came back?")]
    [InlineData("How much does the ferry to Skarrin cost?", "And why?", "Why does the ferry to Skarrin cost?")]
    [InlineData("How long did the talks last?", "Why?", "Why did the talks last so long?")]
    [InlineData("Which law did the parliament pass?", "When?", "When did the parliament pass the law?")]
    [InlineData("Which day did the dike break?", "Why?", "Why did the dike break?")]
    [InlineData("What did the mayor promise?", "When?", "When did the mayor promise that?")]
    [InlineData("Who was arrested in Italy?", "Why?", "Why? (was arrested in Italy)")]
    [InlineData("Who won the election in Iceland?", "When?", "When? (won the election in Iceland)")]
    public void Bare_question_word_takes_the_place_of_the_last_one(string last, string question, string understood) => Assert.Equal(understood, Rewrite(question, last));

    [Theory]
    [InlineData("Who won the world cup?", null)]
    [InlineData("Who won the men's final?", null)]
    [InlineData("How many won the world cup?", null)]
    [InlineData("Who is the prime minister of France?", null)]
    [InlineData("How old is the prime minister?", null)]
    [InlineData("Who won the election?", "Who won the election? (elections in Germany)")]
    [InlineData("When does the new law begin?", "When does the new law begin? (elections in Germany)")]
    public void Two_nouns_with_an_article_name_a_subject_of_their_own(string question, string? understood) => Assert.Equal(understood, Rewrite(question, "elections in Germany"));

    [Theory]
    [InlineData("ok ta")]
    [InlineData("yes dear")]
    public void Small_words_that_only_answer_take_no_topic(string words) => Assert.Null(Rewrite(words, "Who won the election in Iceland?"));

    [Theory]
    [InlineData("cheers", true)]
    [InlineData("Thanks (cheers)", true)]
    [InlineData("and when?", true)]
    [InlineData("what did he say?", true)]
    [InlineData("elections in Germany", false)]
    [InlineData("Who resigned?", false)]
    public void Scrap_that_found_nothing_is_no_turn_to_lean_on(string question, bool isScrap)
    {
        Assert.Equal(isScrap, new Turn(question, []).IsScrap);
        Assert.False(new Turn(question, [new("dam", "The dam broke.")]).IsScrap);
    }

    [Theory]
    [InlineData("it", "the dike at Vessing")]
    [InlineData("its repair", "the dike at Vessing's repair")]
    [InlineData("that", "the dike at Vessing")]
    [InlineData("ferry fares", null)]
    [InlineData("in Germany", null)]
    public void Subject_of_a_briefing_leans_on_the_last_question(string subject, string? understood) =>
        Assert.Equal(understood, FollowUp.RewriteSubject(subject, ["When did the dike at Vessing break?"], ImmutableDictionary<string, double>.Empty));

    [Theory]
    [InlineData("When?", "When was “The dam will hold” said?")]
    [InlineData("Who said that?", "Who said that? (“The dam will hold”)")]
    [InlineData("What else did he say?", "What else did he say? (“The dam will hold”)")]
    [InlineData("Is that true?", "Is that true? (“The dam will hold”)")]
    [InlineData("Who won the world cup?", null)]
    public void Quotation_that_was_checked_is_what_is_meant(string question, string? understood) => Assert.Equal(understood, Rewrite(question, "“The dam will hold”"));

    [Theory]
    [InlineData("How many people lost their lives in the explosion in Magnitogorsk?")]
    [InlineData("Does everyone get their money back?")]
    [InlineData("Did Boris Johnson say that he would resign?")]
    [InlineData("Did the prime minister keep her promise?")]
    [InlineData("What did the pope say on his visit to Iraq?")]
    [InlineData("Do scientists think that they can stop Ebola?")]
    [InlineData("Do scientists think they can stop Ebola?")]
    [InlineData("When he resigned, did Johnson say why?")]
    public void Pronoun_that_the_question_explains_is_left(string question) => Assert.Null(Rewrite(question, "What is Brexit?"));

    [Theory]
    [InlineData("Who said “Does it leak?”")]
    [InlineData("Who wrote \"They have conceded nothing in fact\"?")]
    public void Words_in_quotation_marks_stay(string question) => Assert.Null(Rewrite(question, "What is Brexit?"));

    [Theory]
    [InlineData("How does one become a citizen?")]
    [InlineData("What should I do when one is ill?")]
    [InlineData("What do those in Germany think?")]
    [InlineData("What do those who voted think?")]
    [InlineData("How does the economy of Germany compare to that of France?")]
    [InlineData("Is it raining?")]
    [InlineData("Is it going to snow on Friday?")]
    [InlineData("What time is it?")]
    [InlineData("Is it cold in Norway?")]
    [InlineData("How far is it from Oslo to Bergen?")]
    [InlineData("Is it legal for companies to fire people?")]
    [InlineData("Is it a good idea to invest in gold?")]
    [InlineData("Is it worth visiting Iceland?")]
    [InlineData("Was it Johnson who resigned?")]
    [InlineData("Does it matter who wins?")]
    [InlineData("What do they speak in Brazil?")]
    public void Small_word_that_points_nowhere_is_left(string question) => Assert.Null(Rewrite(question, "What is Brexit?"));

    [Theory]
    [InlineData("Brexit", null)]
    [InlineData("Was the Africa Cup postponed?", null)]
    [InlineData("Tell me about the harbour of Great Hesk.", null)]
    [InlineData("Tell me about Boris Johnson.", "How old is Boris Johnson?")]
    [InlineData("What did Obama say?", "How old is Obama?")]
    [InlineData("Who is Obama?", "How old is Obama?")]
    [InlineData("What did Boris Johnson say about Brexit?", "How old is Boris Johnson?")]
    public void Only_a_person_is_he(string last, string? understood) => Assert.Equal(understood, Rewrite("How old is he?", last));

    [Fact]
    public void Person_of_an_earlier_turn_is_not_meant_once_another_name_fell() => Assert.Null(Rewrite("How old is he?", "What is Brexit?", "Who is Boris Johnson?"));

    [Theory]
    [InlineData("Did Trump meet Kim?", "Where did they meet?", "Where did Trump and Kim meet?")]
    [InlineData("Did Trump and Kim meet?", "Where did they meet?", "Where did Trump and Kim meet?")]
    [InlineData("Did Trump meet Kim?", "What did they say?", null)]
    [InlineData("What is lung cancer?", "How do they treat it?", "How do they treat lung cancer?")]
    public void Several_are_never_one_of_them(string last, string question, string? understood) => Assert.Equal(understood, Rewrite(question, last));

    [Theory]
    [InlineData("About wildfires in Australia")]
    [InlineData("What about wildfires in Australia?")]
    public void Fragment_with_nouns_of_its_own_is_a_topic(string question) => Assert.Null(Rewrite(question, "Who won the Africa Cup?"));

    [Theory]
    [InlineData("When did the strike start?", "the strike")]
    [InlineData("How much does the ferry cost?", "the ferry")]
    [InlineData("Where is the bank?", "the bank")]
    [InlineData("What are the symptoms?", null)]
    [InlineData("Who leads the union?", null)]
    [InlineData("Is there a vaccine?", null)]
    public void Definite_noun_that_is_new_is_a_subject_of_its_own(string question, string? subject) =>
        Assert.Equal(subject, ImpliedTopic.OwnSubject(question, ["When did the unions meet?"]));

    [Theory]
    [InlineData("When?")]
    [InlineData("What about Germany?")]
    [InlineData("Is it treatable?")]
    public void First_question_is_taken_as_it_is(string question) => Assert.Null(Rewrite(question));

    [Fact]
    public void Subject_is_kept_over_three_turns() =>
        Assert.Equal("Is throat cancer treatable?", Rewrite("Is it treatable?", "What are throat cancer's causes?", "What is throat cancer?"));

    [Fact]
    public void Rarer_name_is_the_topic()
    {
        var weights = new Dictionary<string, double> { ["karrowbi"] = 0.5, ["tidemark"] = 6 }.ToImmutableDictionary();

        Assert.Equal("And how many? (Tidemark)", FollowUp.Rewrite("And how many?", ["Does Karrowby pay Tidemark?"], weights));
    }

    [Fact]
    public void Long_turn_is_not_repeated()
    {
        var understood = Rewrite("When?", $"Why did {string.Join(' ', Enumerable.Repeat("the people of Karrowby protest and", 60))} leave?");

        Assert.True(understood is null || understood.Length < 200, understood);
    }

    [Fact]
    public void Long_question_explains_itself() => Assert.Null(Rewrite(string.Join(' ', Enumerable.Repeat("and it was said", 100)), "Who won the election in Iceland?"));

    [Fact]
    public void Words_in_any_order_are_understood_or_let_through()
    {
        var vocabulary = ("what who when where why how many is are was did does can has the a of in to for and about it its they their he his this that there one what's the drivers' union's "
            + "Iceland Great Hesk Karrowby 2015 strike cost causes amount types tin lead call run best largest people dikes broken resign quickly ? , . : ( ) \" ’s 水 é").Split(' ');
        var random = new Random(20261126);
        for (var tries = 0; tries < 20_000; tries++)
        {
            var (last, before, question) = (Line(), Line(), Line());

            var understood = Rewrite(question, last, before);

            Assert.True(understood is null || understood.Length <= question.Length + 800, $"{last} ⏎ {question} → {understood}");
        }

        string Line() => string.Join(' ', random.GetItems(vocabulary, random.Next(1, 12)));
    }

    [Fact]
    public void Amount_of_something_is_a_topic() => Assert.Equal("Is tin heavy?", Rewrite("Is it heavy?", "What does the amount of tin in the pipe define?"));

    private static string? Rewrite(string question, params string[] earlier) => FollowUp.Rewrite(question, earlier, ImmutableDictionary<string, double>.Empty);
}
