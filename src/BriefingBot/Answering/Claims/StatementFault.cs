namespace BriefingBot.Answering;

/// <summary>Why a statement is not supported by its quotes.</summary>
/// <param name="Check">Which check found it: <c>number</c>, <c>date</c>, <c>name</c>, <c>negation</c>, <c>hedge</c>, <c>contrary</c>, <c>weight</c>, <c>order</c>, <c>role</c>, <c>speech</c> or <c>closeness</c>.</param>
/// <param name="Detail">What it is about, for a repair and for logs: words of the statement.</param>
internal sealed record StatementFault(string Check, string Detail);
