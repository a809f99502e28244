namespace BriefingBot.Ingestion;

/// <summary>Reads every file of a ZIP archive by the reader for its format, archives among them.</summary>
internal static class ZipReader
{
    /// <summary>A part for each file, in the archive's order, under its path; within an archive in it the path goes on after <c>!</c>. One that cannot be read is a part with its problem.</summary>
    public static IEnumerable<ReadPart> Read(ReadOnlyMemory<byte> archive, ReadingBudget outer)
    {
        var budget = outer.Within();
        var files = new ZippedFiles(archive, budget);
        var entries = files.Entries.Where(entry => !entry.IsFolder && !entry.IsLink && !ZipEntryName.IsHidden(entry.Name)).ToList();
        if (entries.Count == 0)
        {
            throw new UnreadableInputException("there is no file in the archive. Check that it is the right one");
        }

        budget.TakeEntries(entries.Count);
        return entries.SelectMany(entry => budget.IsSpent ? [] : PartsOf(files, entry, budget));
    }

    private static IEnumerable<ReadPart> PartsOf(ZippedFiles files, ZipEntry entry, ReadingBudget budget)
    {
        var name = ZipEntryName.Shown(entry.Name);
        if ((ZipEntryName.ProblemOf(entry.Name) ?? ProblemOfKind(entry.Name)) is { } wrong)
        {
            yield return new(name, null, wrong);
            yield break;
        }

        using var parts = InputsOf(files, entry, budget).GetEnumerator();
        while (true)
        {
            ReadPart part;
            try
            {
                if (!parts.MoveNext())
                {
                    yield break;
                }

                part = parts.Current;
            }
            catch (UnreadableInputException fault)
            {
                part = new("", null, fault.Message);
            }

            yield return part with { Name = part.Name.Length == 0 ? name : $"{name}!{part.Name}" };
        }
    }

    // Lazy, so that a file is unpacked when it is asked for, and what is wrong with it is met where what is wrong with a part of it is.
    private static IEnumerable<ReadPart> InputsOf(ZippedFiles files, ZipEntry entry, ReadingBudget budget)
    {
        foreach (var part in InputReaders.Read(entry.Name, files.Bytes(entry), budget))
        {
            yield return part;
        }
    }

    private static string? ProblemOfKind(string name) => Path.GetExtension(name).ToUpperInvariant() is ".JSONL" or ".NDJSON"
        ? "a file with one article a line is not read within an archive. Unpack it and load it by itself"
        : null;
}
