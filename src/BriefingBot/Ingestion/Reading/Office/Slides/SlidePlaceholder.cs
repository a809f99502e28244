using System.Xml;

namespace BriefingBot.Ingestion;

/// <summary>The name by which a shape fills a place that the slide's layout keeps.</summary>
/// <param name="Type">What the place is for; <c>obj</c> where nothing is said.</param>
/// <param name="Index">Which of the layout's places.</param>
internal sealed record SlidePlaceholder(string Type, string Index)
{
    public bool IsTitle => Type is "title" or "ctrTitle";

    /// <summary>Whether it holds the slide's points, which have bullets unless somebody took them away.</summary>
    public bool IsBody => Type is "body" or "obj";

    /// <summary>What stands on every slide.</summary>
    public bool IsAtTheRim => Type is "dt" or "ftr" or "sldNum" or "hdr";

    /// <summary>From the element that the reader is on.</summary>
    public static SlidePlaceholder Read(XmlReader xml) => new(xml.Attribute("type") ?? "obj", xml.Attribute("idx") ?? "0");
}
