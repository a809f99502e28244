namespace BriefingBot.EndToEnd.Support;

/// <summary>Commands that run the one behind them in another way.</summary>
internal static class Wrapping
{
    /// <summary>
    /// Heeds an interrupt although whoever started the tests in the background has it ignored, which processes pass on and the runtime respects.
    /// </summary>
    public static string[] Interruptible => OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];

    /// <summary>Root keeps its name and its files, and loses what makes permissions nothing to it. Others have nothing to lose.</summary>
    public static string[] WithoutRightsOfRoot => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
        : [];

    /// <summary>
    /// No file can grow beyond this size: a full disk without a disk. A write fails then instead of ending the process, and the runtime
    /// does without its file in memory for code, which is larger.
    /// </summary>
    public static string[] FilesUpTo(int kilobytes) =>
        ["bash", "-c", $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", "bash"];
}
