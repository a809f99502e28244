namespace BriefingBot.Answering;

/// <summary>What a language model's part in one answer came to.</summary>
/// <param name="Model">The model, or on Azure the deployment.</param>
/// <param name="Prompts">The hash of the prompts: the first twelve hexadecimal digits of the SHA-256 of their files.</param>
/// <param name="Drafted">How many statements it drafted.</param>
/// <param name="Supported">How many of them passed the checks as they were drafted, before any repair.</param>
/// <param name="Calls">How many replies were read, those given again among them.</param>
/// <param name="TokensSent">Tokens sent, as the endpoint counts them; 0 where it does not.</param>
/// <param name="TokensReceived">Tokens received.</param>
/// <param name="Cost">What they cost, by the configured prices.</param>
public sealed record ModelDrafting(string Model, string Prompts, int Drafted, int Supported, int Calls, long TokensSent, long TokensReceived, double Cost);
