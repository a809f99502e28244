using Microsoft.OpenApi;

namespace BriefingBot.Web.Admin;

/// <summary>The API in the words of OpenAPI, for whoever writes a client.</summary>
internal static class ApiDescription
{
    private const string Document = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<AdminOnly>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "BriefingBot: articles and loads",
                Version = Document,
                Description = "Bring a key of Admin:ApiKeys as X-Api-Key or as a bearer token, or a token of Entra ID. Without either configured, ask from the bot's own computer.",
            };
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key" },
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi().WithMetadata(new AdminOnly());
}
