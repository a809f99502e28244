using System.Globalization;
using BriefingBot.Diagnosis;
using BriefingBot.Sqlite;
using Microsoft.Data.Sqlite;

namespace BriefingBot.State;

/// <summary>Looks at the state file past the store, which would make it.</summary>
internal static class SqliteStateExamination
{
    public static (Condition Condition, string What) Examine(SqliteFile file)
    {
        if (!File.Exists(file.Path))
        {
            return (Condition.Ok, $"There is no {file.Path} yet: nothing is remembered. The bot makes it when it starts.");
        }

        long entries;
        using (var connection = file.Look(SqliteOpenMode.ReadOnly))
        {
            if (StateTables.StateOf(connection) is { } other)
            {
                return other;
            }

            entries = connection.QueryLong(null, "SELECT count(*) FROM entries");
        }

        return file.WhyNotWritable() is { } reason
            ? (Condition.Warning, $"{file.Path} can be read, and nothing new would be remembered: {reason}")
            : (Condition.Ok, string.Create(CultureInfo.InvariantCulture, $"{file.Path} can be read and written; it has {entries:N0} {(entries == 1 ? "entry" : "entries")}."));
    }
}
