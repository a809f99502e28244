using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BriefingBot.Web.Admin;

/// <summary>Problem details that name what is wrong and the remedy.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult Of(int status, string title, string detail, string? field = null)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (field is not null)
        {
            problem.Extensions["field"] = field;
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>What was sent cannot be taken.</summary>
    public static ProblemHttpResult Of(BadRequestException fault) => Of(fault.Status, "The request cannot be taken", fault.Message, fault.Field);
}

/// <summary>What was sent cannot be taken; the message says why and what to do.</summary>
/// <param name="about">The field, parameter or file that it is about; null where it is about the whole.</param>
/// <param name="message">What is wrong and the remedy.</param>
/// <param name="status">The response's status.</param>
internal sealed class BadRequestException(string? about, string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public string? Field => about;

    public int Status => status;
}
