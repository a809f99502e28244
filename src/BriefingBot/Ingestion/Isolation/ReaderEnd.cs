using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>What it means to whoever gave a file that the process which read it did not come to its end.</summary>
internal static class ReaderEnd
{
    private const string Remedy = "Save it anew, in another format if it has several, or save its text as .txt";

    public static UnreadableInputException Nonsense => new($"reading it confused the reader. {Remedy}");

    public static UnreadableInputException TooLong(ReadingLimits limits, int parts) =>
        new(string.Create(CultureInfo.InvariantCulture, $"reading it took longer than {limits.Part.TotalSeconds:0.#} s{After(parts)}. {Remedy}"));

    public static UnreadableInputException TooLarge(ReadingLimits limits, int parts) =>
        new(string.Create(CultureInfo.InvariantCulture, $"reading it took more than {limits.Megabytes} MB of memory{After(parts)}. {Remedy}"));

    public static UnreadableInputException TooMany(ReadingLimits limits) =>
        new(string.Create(CultureInfo.InvariantCulture, $"it holds more than {limits.MostParts:N0} articles. Cut it into several files"));

    public static UnreadableInputException Ended(int parts) => new($"reading it ended the reader{After(parts)}. {Remedy}");

    public static UnreadableInputException Failed(string fault, int parts) => new($"the reader failed on it{After(parts)} ({fault}). {Remedy}");

    private static string After(int parts) => parts == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" after {parts:N0} of its articles");
}
