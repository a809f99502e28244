namespace BriefingBot.Web.Samples;

internal static class SampleServices
{
    public static IServiceCollection AddSamples(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<SamplesOptions>().Bind(configuration.GetSection(SamplesOptions.Section));
        return services.AddSingleton<SampleArticles>().AddSingleton<OfferedQuestions>();
    }
}
