using BriefingBot;
using BriefingBot.Ingestion;
using BriefingBot.Web;
using BriefingBot.Web.Access;
using BriefingBot.Web.Admin;
using BriefingBot.Web.Articles;
using BriefingBot.Web.Asking;
using BriefingBot.Web.Bot;
using BriefingBot.Web.Health;
using BriefingBot.Web.Pages;

if (ReadingChild.IsAskedFor(args))
{
    return await ReadingChild.RunAsync();
}

if (StartUp.TryCreateBuilder(args) is not { } builder)
{
    return StartUp.WrongConfiguration;
}

builder.AddReadableConsole();
builder.AddDefaultAddress();
builder.Services.AddProblemDetails();
builder.Services.AddBriefing(builder.Configuration);
builder.Services.AddAccess(builder.Configuration);
builder.Services.AddPreparation(builder.Configuration);
builder.Services.AddArticleLinks(builder.Configuration);
builder.Services.AddBot(builder.Configuration);
builder.Services.AddAdmin(builder.Configuration);
builder.Services.AddHealth();
builder.AllowLongAddresses();

var app = builder.Build();
app.UsePageLanguage();
app.UseExceptionHandler();
app.UseStatusPages();
app.UseAccess();
app.MapBot();
app.MapPageFiles();
app.MapAskPage();
app.MapArticlePage();
app.MapAdmin();
app.MapHealth();
return await app.RunOrExplainAsync();
