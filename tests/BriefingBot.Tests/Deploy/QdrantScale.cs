using System.Globalization;

namespace BriefingBot.Tests.Deploy;

/// <summary>
/// Memory and disk of a Qdrant cluster by the formulas of its documentation (Capacity Planning,
/// https://qdrant.tech/documentation/capacity-planning/, read on 2026-11-26), from the sizes of our points.
/// </summary>
/// <param name="Passages">How many passages there are.</param>
/// <param name="Replication">How many copies of each.</param>
internal sealed record QdrantScale(long Passages, int Replication)
{
    // Of one passage; a test measures them on the sample articles.
    public const int Dimensions = 384;
    public const int Terms = 52;
    public const int PayloadBytes = 6_500;
    public const int IndexedBytes = 170;
    public const int TextBytes = 500;

    private const int Links = 16;
    private const double Headroom = 1.2;
    private const double NodeMemory = 64e9;

    private double Base => (double)Passages * Replication;

    private double Dense => Base * Dimensions * 4;

    private double Quantized => Base * Dimensions;

    private double Graph => Base * Links * 2 * 4 * 1.2;

    private double Sparse => Base * Terms * 4;

    private double SparseIndex => Sparse * 1.5;

    private double PayloadIndex => Base * IndexedBytes * 2;

    private double Ids => Base * 52;

    private double Payload => Base * (PayloadBytes + TextBytes) * 1.5;

    public double Memory => (Dense + Quantized + Graph + SparseIndex + PayloadIndex + Ids) * Headroom;

    /// <summary>With <c>Qdrant:OnDisk</c>.</summary>
    public double MemoryOnDisk => (Quantized + Graph + PayloadIndex + Ids) * Headroom;

    public double Disk => (Dense + Quantized + Graph + Sparse + SparseIndex + PayloadIndex + Ids + Payload) * Headroom;

    public int Nodes(double memory) => Math.Max(Replication > 1 ? 3 : 1, (int)Math.Ceiling(memory / (NodeMemory * 0.8)));

    /// <summary>A line of the table in deploy/README.md, with two shards a node.</summary>
    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Passages / 1_000_000} million | {Replication} | {Cluster(Memory)} | {Cluster(MemoryOnDisk)} | {Gigabytes(Disk)} |");

    private string Cluster(double memory) => string.Create(CultureInfo.InvariantCulture, $"{Gigabytes(memory)} | {Nodes(memory)} | {2 * Nodes(memory)}");

    private static string Gigabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N0} GB");
}
