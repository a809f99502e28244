namespace BriefingBot.Embedding;

/// <summary>The embedding model cannot be used as it is: missing, damaged or configured wrongly. The message names it and the remedy, and never a key.</summary>
public class EmbeddingModelException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static EmbeddingModelException Missing(string package, string file, Exception inner) => new(
        $"The embedding model cannot be loaded: {file} of the package {package} is not beside the program, or is damaged. "
        + "Restore and build again (dotnet restore --force, dotnet build --no-incremental), or copy the whole output folder.",
        inner);
}

/// <summary>The embedding model's provider is away or busy for now: nothing needs to be changed for it to work again.</summary>
public sealed class UnreachableEmbeddingModelException(string message) : EmbeddingModelException(message);
