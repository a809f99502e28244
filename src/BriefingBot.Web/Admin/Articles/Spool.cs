using System.Text;
using BriefingBot.Ingestion;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BriefingBot.Web.Admin;

/// <summary>What an upload brought.</summary>
/// <param name="Files">The names of the files, in its order.</param>
/// <param name="Labels">For each article.</param>
/// <param name="Groups">For articles that name none.</param>
/// <param name="Replace">Whether they may take over ids.</param>
internal sealed record Spooled(IReadOnlyList<string> Files, IReadOnlyList<string> Labels, IReadOnlyList<string> Groups, bool Replace);

/// <summary>Writes uploaded files into a job's folder as they come, so that none is ever in memory, and refuses what is too much.</summary>
internal sealed class Spool(JobUploads uploads, IOptions<AdminOptions> options)
{
    private const int MostFiles = 10_000;
    private const int MostFields = 2_000;
    private const int LongestField = 4_096;

    // Names and boundaries, beside the files themselves.
    private const long Frame = 16L * 1024 * 1024;

    private long Most => options.Value.UploadMegabytes * 1024L * 1024;

    /// <exception cref="BadRequestException">It is too much, or not as a form is.</exception>
    public async Task<Spooled> ReceiveAsync(HttpContext context, MediaTypeHeaderValue type, string job)
    {
        BodyLimit.Set(context, Most + Frame);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrWhiteSpace(boundary))
        {
            throw new BadRequestException(null, "The Content-Type has no boundary, so the files cannot be told apart. Leave it to the client's own form upload.");
        }

        if (context.Request.ContentLength > Most + Frame)
        {
            throw TooMuch();
        }

        try
        {
            return await ReceiveAsync(new MultipartReader(boundary, context.Request.Body), uploads.Make(job).FullName, context.RequestAborted);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooMuch();
        }
        catch (InvalidDataException fault)
        {
            throw new BadRequestException(null, $"The form cannot be read: {fault.Message.TrimEnd('.')}. Send it as multipart/form-data.");
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException) && fault.Message.StartsWith("Unexpected end of Stream", StringComparison.Ordinal))
        {
            throw new BadRequestException(null, "The form ends before its last part does. Send it whole.");
        }
    }

    private async Task<Spooled> ReceiveAsync(MultipartReader reader, string folder, CancellationToken cancellation)
    {
        var files = new List<string>();
        var (labels, groups, replace, fields, received) = (new List<string>(), new List<string>(), false, 0, 0L);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
            {
                throw new BadRequestException(null, "A part of the form has no name. Send it as multipart/form-data.");
            }

            if (part.FileName.HasValue || part.FileNameStar.HasValue)
            {
                var name = NewName(part, files);
                received += await SaveAsync(section.Body, Path.Combine(folder, name), name, received, cancellation);
                files.Add(name);
                continue;
            }

            if (++fields > MostFields)
            {
                throw new BadRequestException(null, $"The form has more than {MostFields} fields beside its files. Leave some out.");
            }

            var (field, value) = (HeaderUtilities.RemoveQuotes(part.Name).Value ?? "", await TextAsync(section.Body, cancellation));
            switch (field)
            {
                case "labels":
                    labels.Add(value);
                    break;
                case "groups":
                    groups.Add(value);
                    break;
                case "replace" when value.ToLowerInvariant() is "true" or "false":
                    replace = value.Equals("true", StringComparison.OrdinalIgnoreCase);
                    break;
                default:
                    throw new BadRequestException(
                        field, field == "replace" ? $"'replace' is '{value}'. Give true or false." : $"The form has no field '{field}'. Beside files there are labels, groups (each as often as needed) and replace.");
            }
        }

        return files.Count > 0 ? new(files, labels, groups, replace) : throw new BadRequestException("files", "The form has no file. Add one with a file name.");
    }

    private static string NewName(ContentDispositionHeaderValue part, List<string> files)
    {
        var sent = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value ?? "";
        return UploadName.Of(sent) is not { } name ? throw new BadRequestException("files", $"A file has the name '{sent}', of which nothing is left that can be stored. Give it a name with letters or digits.")
            : files.Contains(name, StringComparer.OrdinalIgnoreCase) ? throw new BadRequestException("files", $"Two files have the name '{name}', and the name is an article's id. Send them one after the other under other names.")
            : files.Count == MostFiles ? throw new BadRequestException("files", $"There are more than {MostFiles} files. Send them in several requests.", StatusCodes.Status413PayloadTooLarge)
            : name;
    }

    private async Task<long> SaveAsync(Stream body, string path, string name, long before, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[81_920];
        long size = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            size += read;
            if (size > JobUploads.LargestFile)
            {
                throw new BadRequestException(name, $"The file '{name}' is larger than {JobUploads.LargestFile >> 20} MB, the most that one may have. Cut it into several.", StatusCodes.Status413PayloadTooLarge);
            }

            if (before + size > Most)
            {
                throw TooMuch();
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return size;
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= LongestField
            ? Encoding.UTF8.GetString(buffer, 0, length)
            : throw new BadRequestException(null, $"A field of the form has more than {LongestField} bytes. Shorten it, or send it as a file with a file name.");
    }

    private BadRequestException TooMuch() => new(
        "files", $"The files have more than {options.Value.UploadMegabytes} MB together (Admin:UploadMegabytes). Send them in several requests.", StatusCodes.Status413PayloadTooLarge);
}
