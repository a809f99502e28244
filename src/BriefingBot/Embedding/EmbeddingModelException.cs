namespace BriefingBot.Embedding;

/// <summary>The embedding model or its runtime is missing or damaged. The message names the package and the remedy.</summary>
public sealed class EmbeddingModelException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static EmbeddingModelException Missing(string package, string file, Exception inner) => new(
        $"The embedding model cannot be loaded: {file} of the package {package} is not beside the program, or is damaged. "
        + "Restore and build again (dotnet restore --force, dotnet build --no-incremental), or copy the whole output folder.",
        inner);
}
