using System.Globalization;
using Grpc.Core;
using Qdrant.Client.Grpc;

namespace BriefingBot.Tests.Support;

/// <summary>Whether a point fits a filter. A field with a list fits when one of its values does.</summary>
internal static class QdrantFilter
{
    public static bool Admits(Filter? filter, QdrantPoint point) => filter is null
        || (filter.Must.All(condition => Holds(condition, point))
            && (filter.Should.Count == 0 || filter.Should.Any(condition => Holds(condition, point)))
            && !filter.MustNot.Any(condition => Holds(condition, point))
            && (filter.MinShould is null ? true : throw Unknown("min_should")));

    private static bool Holds(Condition condition, QdrantPoint point) => condition.ConditionOneOfCase switch
    {
        Condition.ConditionOneOfOneofCase.Field => Values(point, condition.Field.Key).Any(value => Fits(condition.Field, value)),
        Condition.ConditionOneOfOneofCase.IsEmpty => !Values(point, condition.IsEmpty.Key).Any(),
        Condition.ConditionOneOfOneofCase.HasId => condition.HasId.HasId.Any(id => QdrantPoint.KeyOf(id) == point.Key),
        Condition.ConditionOneOfOneofCase.Filter => Admits(condition.Filter, point),
        _ => throw Unknown($"{condition.ConditionOneOfCase}"),
    };

    public static IEnumerable<Value> Values(QdrantPoint point, string field) =>
        !point.Payload.TryGetValue(field, out var value) || value.KindCase == Value.KindOneofCase.NullValue ? []
        : value.KindCase == Value.KindOneofCase.ListValue ? value.ListValue.Values
        : [value];

    private static bool Fits(FieldCondition field, Value value) =>
        field.Match is { } match ? Matches(match, value)
        : field.DatetimeRange is { } range ? value.KindCase == Value.KindOneofCase.StringValue && IsWithin(range, value.StringValue)
        : throw Unknown($"the condition on {field.Key}");

    private static bool Matches(Match match, Value value) => match.MatchValueCase switch
    {
        Match.MatchValueOneofCase.Keyword => value.KindCase == Value.KindOneofCase.StringValue && value.StringValue == match.Keyword,
        Match.MatchValueOneofCase.Keywords => value.KindCase == Value.KindOneofCase.StringValue && match.Keywords.Strings.Contains(value.StringValue),
        Match.MatchValueOneofCase.Integer => value.KindCase == Value.KindOneofCase.IntegerValue && value.IntegerValue == match.Integer,
        _ => throw Unknown($"a match of {match.MatchValueCase}"),
    };

    private static bool IsWithin(DatetimeRange range, string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && (range.Gte is null || moment >= range.Gte.ToDateTimeOffset()) && (range.Gt is null || moment > range.Gt.ToDateTimeOffset())
        && (range.Lte is null || moment <= range.Lte.ToDateTimeOffset()) && (range.Lt is null || moment < range.Lt.ToDateTimeOffset());

    private static RpcException Unknown(string what) => new(new(StatusCode.Unimplemented, $"{what} is not understood here"));
}
