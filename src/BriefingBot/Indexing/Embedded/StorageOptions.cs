using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefingBot.Indexing;

/// <summary>Section <c>Storage</c>: where the embedded store keeps its file.</summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>A folder, made where it is absent. Default: BriefingBot in the user's local application data.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Storage:DataDirectory is empty. Name a folder, or leave the key out.")]
    [RegularExpression("[^\\0]+", ErrorMessage = "Storage:DataDirectory holds the character U+0000, which no folder's name can.")]
    public string DataDirectory { get; set; } = UserFolder;

    /// <summary>BriefingBot in the user's local application data.</summary>
    internal static string UserFolder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "BriefingBot");
}

/// <summary>Checks <see cref="StorageOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
