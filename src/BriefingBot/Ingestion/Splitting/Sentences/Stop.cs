namespace BriefingBot.Ingestion;

/// <summary>A terminator with what belongs to it: its repetitions, closing marks and footnote references.</summary>
/// <param name="Start">The first terminator.</param>
/// <param name="MarksEnd">After the last terminator of the first run.</param>
/// <param name="End">After the closing marks and references.</param>
/// <param name="Dots">How many full stops the run has; an ellipsis has three.</param>
/// <param name="ClosesQuotation">Whether a closing quotation mark belongs to it.</param>
/// <param name="ClosesBracket">Whether a closing bracket belongs to it.</param>
internal readonly record struct Stop(int Start, int MarksEnd, int End, int Dots, bool ClosesQuotation, bool ClosesBracket)
{
    /// <summary>Whether it is an ellipsis.</summary>
    public bool IsEllipsis => Dots >= 3;
}
