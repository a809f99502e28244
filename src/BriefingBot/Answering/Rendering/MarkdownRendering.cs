namespace BriefingBot.Answering;

/// <summary>Renders an answer as CommonMark: quotes as block quotes with <c>[n]</c>, then numbered sources with links.</summary>
public static class MarkdownRendering
{
    /// <summary>The whole answer.</summary>
    public static string Render(VerifiedAnswer answer) => throw new NotImplementedException();

    /// <summary>Article text or a title, escaped so that a reader sees exactly it.</summary>
    public static string Escape(string text) => throw new NotImplementedException();
}
