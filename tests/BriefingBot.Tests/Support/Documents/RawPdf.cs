using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Tests.Support;

/// <summary>Writes PDFs object by object, for what no builder makes.</summary>
internal static class RawPdf
{
    private const string Padding = "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A";

    /// <param name="trailer">What stands in the trailer besides size and root.</param>
    /// <param name="objects">The bodies of the objects from 1; the first is the catalog.</param>
    public static byte[] Of(string trailer, params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    public static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    /// <summary>A page with one line of text, encrypted as PDF 1.1 does, to be opened with a password, which may be empty.</summary>
    public static byte[] Encrypted(string text, string password)
    {
        var padding = Convert.FromHexString(Padding);
        byte[] padded = [.. Encoding.Latin1.GetBytes(password), .. padding.Take(32 - password.Length)];
        var owner = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        byte[] id = [.. padding.Take(16)];
        var key = Hash([.. padded, .. owner, .. BitConverter.GetBytes(-4), .. id])[..5];
        var content = Encoding.Latin1.GetBytes($"BT /F 12 Tf 72 700 Td ({text}) Tj ET");
        var encrypted = Encoding.Latin1.GetString(Rc4(Hash([.. key, 4, 0, 0, 0, 0])[..10], content));
        return Of(
            $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(Rc4(key, padding))}> >> /ID [<{Convert.ToHexString(id)}> <{Convert.ToHexString(id)}>]",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            Stream(encrypted));
    }

#pragma warning disable CA5351 // It is the format that asks for MD5.
    private static byte[] Hash(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, byte[] bytes)
    {
        var state = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var (a, b) = (0, 0);
        return [.. bytes.Select(value =>
        {
            a = (a + 1) & 255;
            b = (b + state[a]) & 255;
            (state[a], state[b]) = (state[b], state[a]);
            return (byte)(value ^ state[(state[a] + state[b]) & 255]);
        })];
    }
}
