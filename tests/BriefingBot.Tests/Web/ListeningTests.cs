using BriefingBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace BriefingBot.Tests.Web;

public sealed class ListeningTests
{
    [Fact]
    public void Default_address_is_loopback_at_Bot_Frameworks_port() =>
        Assert.Equal("http://127.0.0.1:3978", UrlsWith("--Other=1"));

    [Theory]
    [InlineData("--urls=http://127.0.0.1:4000", "http://127.0.0.1:4000")]
    [InlineData("--http_ports=8080", null)]
    [InlineData("--https_ports=8443", null)]
    [InlineData("--Kestrel:Endpoints:Main:Url=http://127.0.0.1:4000", null)]
    public void Address_that_is_configured_is_kept(string argument, string? urls) =>
        Assert.Equal(urls, UrlsWith(argument));

    [Theory]
    [InlineData("http://0.0.0.0:3978", "http://localhost:3978")]
    [InlineData("http://[::]:3978", "http://localhost:3978")]
    [InlineData("http://*:80", "http://localhost:80")]
    [InlineData("http://127.0.0.1:3978", "http://127.0.0.1:3978")]
    [InlineData("https://bot.example.org:443/briefing", "https://bot.example.org:443/briefing")]
    public void Address_told_to_clients_is_one_they_can_use(string bound, string told) =>
        Assert.Equal(told, Listening.ForClients(bound));

    private static string? UrlsWith(string argument)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [argument] });
        builder.WebHost.UseKestrelCore();
        builder.AddDefaultAddress();
        return builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey);
    }
}
