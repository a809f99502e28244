using System.Collections.Frozen;

namespace BriefingBot.Ingestion;

/// <summary>Capitalised words that commonly begin a sentence and rarely a name, so that even an abbreviation before them may end one.</summary>
internal static class SentenceStarters
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "A", "According", "Additionally", "After", "Afterwards", "Alongside", "Also", "Although", "Among", "An", "And", "Another", "Any", "Are", "As",
        "At", "Because", "Before", "Besides", "Between", "Both", "But", "By", "Can", "Consequently", "Currently", "Despite", "Did", "Do", "Does", "Due",
        "During", "Each", "Earlier", "Either", "Even", "Eventually", "Every", "Few", "Finally", "Following", "For", "From", "Furthermore",
        "Had", "Has", "Have", "He", "Hence", "Her", "Here", "His", "How", "However", "I", "If", "In", "Indeed", "Instead", "Is", "It", "Its",
        "Last", "Later", "Like", "Many", "Meanwhile", "More", "Moreover", "Most", "Much", "My", "Neither", "Nevertheless", "Nobody", "Nor", "Not", "Nothing",
        "Now", "Of", "On", "Once", "One", "Only", "Or", "Originally", "Other", "Others", "Our", "Over", "Overall", "Perhaps", "Please", "Prior",
        "Recently", "Several", "She", "Should", "Similarly", "Since", "So", "Some", "Sometimes", "Soon", "Still", "Subsequently", "Such",
        "That", "The", "Their", "Then", "There", "Thereafter", "Therefore", "These", "They", "This", "Those", "Though", "Through", "Throughout", "Thus",
        "To", "Today", "Together", "Typically", "Under", "Unfortunately", "Unlike", "Until", "Upon", "Usually", "Was", "We", "Were", "What", "When",
        "Whenever", "Where", "Whereas", "Whether", "Which", "While", "Who", "Whose", "Why", "With", "Within", "Without",
        "Yes", "Yesterday", "Yet", "You", "Your");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word, as written, is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
