using System.Net.Sockets;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>Files and folders that cannot be read.</summary>
internal static class BadFiles
{
    public static readonly IReadOnlyDictionary<string, Action<BadArticle>> Inputs = new Dictionary<string, Action<BadArticle>>
    {
        ["a path where nothing is"] = given => given.Give("absent.txt"),
        ["an empty path"] = given => given.GiveArgument(""),
        ["a glob that matches nothing"] = given => given.Give("*.md"),
        ["a glob in a folder that is not there"] = given => given.GiveArgument(given.Below("absent/*.md")),
        ["a file without permission to read"] = given => given.Forbid(given.Give("closed.txt", "Nobody may read this.")),
        ["a .jsonl file without permission to read"] = given => given.Forbid(given.Give("closed.jsonl", """{"title":"T","text":"Nobody may read this."}""")),
        ["a folder without permission, beside a file that can be read"] = given =>
        {
            given.Write("folder/closed/notes.txt", "Nobody may read this.");
            given.Write("folder/harbour.txt", "The harbour was dredged in 1987.");
            given.Forbid(given.Below("folder/closed"));
            given.Give("folder");
            given.Name("dir", given.Below("folder/closed"));
        },
        ["a file in a folder without permission"] = given =>
        {
            given.Give("closed/notes.txt", "Nobody may read this.");
            given.Forbid(given.Below("closed"));
        },
        ["a glob beside a folder without permission, in which it matches nothing"] = given =>
        {
            given.Write("folder/closed/notes.txt", "Nobody may read this.");
            given.Write("folder/open/harbour.txt", "The harbour was dredged in 1987.");
            given.Forbid(given.Below("folder/closed"));
            given.Give("folder/o*/*.txt");
        },
        ["a link to nothing"] = given =>
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right on Windows that tests do not have.");
            File.CreateSymbolicLink(given.Give("link.txt"), given.Below("absent.txt"));
        },
        ["a pipe that nobody writes to"] = given =>
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
            using var made = System.Diagnostics.Process.Start("mkfifo", [given.Give("pipe.txt")]);
            made.WaitForExit();
        },
        ["a pipe behind a link, named .jsonl"] = given =>
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
            using var made = System.Diagnostics.Process.Start("mkfifo", [given.Below("pipe")]);
            made.WaitForExit();
            File.CreateSymbolicLink(given.Give("pipe.jsonl"), given.Below("pipe"));
        },
        ["a socket"] = given =>
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows shows no sockets among its files.");
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            given.Keep(socket);
            socket.Bind(new UnixDomainSocketEndPoint(given.Give("socket.md")));
        },
        ["an endless device behind a link"] = given =>
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such devices.");
            File.CreateSymbolicLink(given.Give("zero.txt"), "/dev/zero");
        },
        ["a file of another kind"] = given => given.Give("picture.xyz", "Whatever it is."),
        ["a file of 65 MB"] = given => given.GiveLarge("large.txt"),
        ["a page of 65 MB"] = given => given.GiveLarge("large.html"),
        ["a Markdown file of 65 MB"] = given => given.GiveLarge("large.md"),
        ["a .jsonl file of one line of 65 MB"] = given => given.GiveLarge("large.jsonl"),
    };
}
