using System.Globalization;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// Tells names that were meant to be <c>groups</c>: by its letters and digits alone, whatever their case and width, so that neither a blank,
/// a mark nor a character that nobody sees hides one.
/// </summary>
internal static class GroupsName
{
    public static bool IsMeantBy(string name)
    {
        // Longer than any way to write it; canonical text first, since half a pair cannot be normalised.
        if (name.Length > 100)
        {
            return false;
        }

        var letters = Articles.CanonicalText.From(name).Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit);
        return string.Concat(letters).ToLower(CultureInfo.InvariantCulture) is "groups" or "group";
    }
}
