using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Admin;

/// <summary>The keys that are let in, of which only hashes are known.</summary>
internal sealed class AdminKeys(IOptions<AdminOptions> options)
{
    private readonly (string Name, byte[] Hash)[] _keys = [.. options.Value.ApiKeys.Select(key => (key.Key, Convert.FromHexString(key.Value)))];

    public bool AreGiven => _keys.Length > 0;

    /// <summary>Whose key it is; null where it is nobody's. It takes as long whichever it is.</summary>
    public string? OwnerOf(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        string? owner = null;
        foreach (var (name, known) in _keys)
        {
            owner = CryptographicOperations.FixedTimeEquals(hash, known) ? name : owner;
        }

        return owner;
    }
}
