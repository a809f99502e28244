using System.Runtime.InteropServices;

namespace BriefingBot.Embedding;

/// <summary>
/// ONNX Runtime sends events about the machine and its sessions to its makers, and keeps a device id in the user's home. Nothing of this
/// product leaves the machine unasked, so that is turned off before the library is first used.
/// </summary>
internal static class RuntimeTelemetry
{
    // It is read when the library starts. By DisableTelemetryEvents it would have sent its first events.
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows())
        {
            // What .NET sets is not seen by native code there.
            _ = SetEnvironment(Variable, "1", overwrite: 1);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetEnvironment(string name, string value, int overwrite);
}
