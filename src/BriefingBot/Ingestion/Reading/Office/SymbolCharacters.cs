namespace BriefingBot.Ingestion;

/// <summary>
/// What the characters of symbol fonts stand for, which are numbered from U+F000 on by their place in the font:
/// https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt for Symbol, and of Wingdings the marks that texts are written with.
/// </summary>
internal static class SymbolCharacters
{
    private const string GreekFrom65 = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string GreekFrom97 = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    /// <summary>The character's text; empty for a drawing that says nothing.</summary>
    public static string Of(string? font, int code) => (font, code & 0xFF) switch
    {
        (_, _) when code is > 0xFF and not (>= 0xF000 and <= 0xF0FF) => code <= char.MaxValue && !char.IsSurrogate((char)code) && !char.IsControl((char)code) ? ((char)code).ToString() : "",
        ("Symbol", >= 'A' and <= 'Z' and var letter) => GreekFrom65[letter - 'A'].ToString(),
        ("Symbol", >= 'a' and <= 'z' and var letter) => GreekFrom97[letter - 'a'].ToString(),
        ("Symbol", >= '0' and <= '9' and var digit) => ((char)digit).ToString(),
        ("Symbol", var symbol) => Symbol(symbol),
        ("Wingdings", var picture) => Wingding(picture),
        _ => "",
    };

    private static string Symbol(int code) => code switch
    {
        0x25 or 0x28 or 0x29 or 0x2B or 0x2C or 0x2E or 0x2F or 0x3A or 0x3B or 0x3C or 0x3D or 0x3E or 0x5B or 0x5D or 0x7B or 0x7C or 0x7D => ((char)code).ToString(),
        0x2D => "−",
        0xA3 => "≤",
        0xA5 => "∞",
        0xAB => "↔",
        0xAC => "←",
        0xAE => "→",
        0xB0 => "°",
        0xB1 => "±",
        0xB3 => "≥",
        0xB4 => "×",
        0xB6 => "∂",
        0xB7 => "•",
        0xB8 => "÷",
        0xB9 => "≠",
        0xBB => "≈",
        0xBC => "…",
        0xCE => "∈",
        0xD2 => "®",
        0xD3 => "©",
        0xD4 => "™",
        0xD6 => "√",
        0xE5 => "∑",
        0xF2 => "∫",
        _ => "",
    };

    private static string Wingding(int code) => code switch
    {
        0xA8 or 0x6F or 0x71 => "☐",
        0xE0 or 0xE8 or 0xF0 => "→",
        0xFB => "✗",
        0xFC => "✓",
        0xFD or 0x78 => "☒",
        0xFE => "☑",
        _ => "",
    };
}
