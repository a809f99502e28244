using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Articles;
using BriefingBot.Embedding;
using BriefingBot.Indexing;

namespace BriefingBot.Tests.Support;

/// <summary>Passages without the model.</summary>
internal static class SomePassage
{
    /// <summary>The whole text as one passage of one sentence.</summary>
    public static IndexedPassage Of(Article article) => Of(article, new(0, article.Text.Length));

    public static IndexedPassage Of(Article article, TextSpan span)
    {
        var vector = VectorOf(article.Cut(span));
        return new(new(span, [span]), vector, [vector], EnglishTerms.Of(article.Title + "\n" + article.Cut(span)));
    }

    /// <summary>A vector of the model's size and of length one, the same for the same text and for no other.</summary>
    public static ReadOnlyMemory<float> VectorOf(string text)
    {
        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var vector = new float[ArcticXsEmbedder.Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (random.NextSingle() * 2) - 1;
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
