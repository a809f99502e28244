namespace BriefingBot.Configuration;

/// <summary>What stands at a key.</summary>
internal enum GivenForm
{
    Value,
    List,
    Section,
}

/// <summary>A key that somebody wrote.</summary>
/// <param name="Key">With <c>:</c> between its parts.</param>
/// <param name="Written">As it was written.</param>
/// <param name="Where">The place, for people.</param>
/// <param name="Form">What stands there.</param>
internal sealed record GivenKey(string Key, string Written, string Where, GivenForm Form);
