using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>What a model is shown, each piece with the number by which it points at it. Numbers begin at 1.</summary>
internal interface INumberedWords
{
    /// <summary>What the model reads first.</summary>
    string Text { get; }

    /// <summary>Some of it, under the same numbers; numbers that nothing has are left out.</summary>
    string TextOf(IEnumerable<int> numbers);

    /// <summary>What is shown to a person for some numbers, in their order.</summary>
    ImmutableArray<VerifiedQuote> Quotes(IEnumerable<int> numbers);
}
