namespace BriefingBot.Ingestion;

/// <summary>The parts of a file within another: an attachment, a file in an archive.</summary>
internal static class NestedParts
{
    /// <summary>Mail with an archive of documents is two deep; what packs itself into itself never ends.</summary>
    private const int Deepest = 5;

    /// <summary>Whatever is wrong with the file is the problem of a part, so that those beside it are read.</summary>
    /// <param name="name">The file's, within the other.</param>
    /// <param name="content">Its bytes, had only when they are wanted.</param>
    /// <param name="budget">What may still be unpacked of the input that it is in.</param>
    /// <param name="depth">How many files it is in.</param>
    public static IEnumerable<ReadPart> Read(string name, Func<ReadOnlyMemory<byte>> content, ReadingBudget budget, int depth) =>
        Guarded(name, () => InputReaders.Read(name, content(), budget, depth), depth);

    /// <summary>The parts that <paramref name="read"/> gives, their names below this one.</summary>
    public static IEnumerable<ReadPart> Guarded(string name, Func<IEnumerable<ReadPart>> read, int depth)
    {
        if (depth > Deepest)
        {
            yield return new(name, null, $"it lies more than {Deepest} files deep in others. Take it out and load it by itself");
            yield break;
        }

        IEnumerator<ReadPart>? parts = null;
        try
        {
            var failed = false;
            while (!failed)
            {
                ReadPart part;
                try
                {
                    parts ??= read().GetEnumerator();
                    if (!parts.MoveNext())
                    {
                        yield break;
                    }

                    part = parts.Current with { Name = parts.Current.Name.Length == 0 ? name : $"{name}!{parts.Current.Name}" };
                }
                catch (UnreadableInputException fault)
                {
                    part = new(name, null, fault.Message);
                    failed = true;
                }

                yield return part;
            }
        }
        finally
        {
            parts?.Dispose();
        }
    }
}
