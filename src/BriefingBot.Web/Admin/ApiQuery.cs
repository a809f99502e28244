using System.Globalization;

namespace BriefingBot.Web.Admin;

/// <summary>An address' parameters, taken strictly: a misspelt one would be passed over, and its request mean more than was meant.</summary>
internal sealed class ApiQuery
{
    private readonly IQueryCollection _query;

    /// <exception cref="BadRequestException">A parameter is not known.</exception>
    public ApiQuery(HttpRequest request, params string[] known)
    {
        _query = request.Query;
        if (_query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new BadRequestException(unknown, known.Length == 0 ? $"There is no parameter '{unknown}' here. Leave it out." : $"There is no parameter '{unknown}'. There are {string.Join(", ", known)}.");
        }
    }

    /// <summary>A parameter that is given once at most, and not without a value.</summary>
    public string? Text(string name) => _query[name] switch
    {
        [] => null,
        [{ Length: > 0 } value] => value,
        _ => throw new BadRequestException(name, $"The parameter '{name}' needs one value. Give it once, or leave it out."),
    };

    public string[] Texts(string name) => _query[name].All(value => !string.IsNullOrEmpty(value))
        ? [.. _query[name].OfType<string>()]
        : throw new BadRequestException(name, $"The parameter '{name}' is empty. Give it a value, or leave it out.");

    public int Number(string name, int least, int most, int otherwise) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new BadRequestException(name, $"The parameter '{name}' is '{text}'. Give a whole number from {least} to {most}.");

    public bool Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new BadRequestException(name, $"The parameter '{name}' is '{other}'. Give true or false."),
    };
}
