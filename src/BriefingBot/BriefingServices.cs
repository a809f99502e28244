using BriefingBot.Answering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot;

/// <summary>Adds the library to a host.</summary>
public static class BriefingServices
{
    /// <summary>Registers everything that reads, indexes and answers, with its options validated at start.</summary>
    public static IServiceCollection AddBriefing(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<QuestionAnswerer>();
}
