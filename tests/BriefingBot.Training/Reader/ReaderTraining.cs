using System.Diagnostics;
using BriefingBot.Answering;
using static TorchSharp.torch;

namespace BriefingBot.Training;

/// <summary>Trains the reader: over the passages of a question together, the pieces at which an answer starts and ends; of each passage, whether it answers.</summary>
internal static class ReaderTraining
{
    private const int GroupsAStep = 8;
    private const double WarmUp = 0.06;

    public static void Run(IReadOnlyList<LabelledQuestion> questions, ReaderNetwork network, int passes, double highestRate, int seed)
    {
        manual_seed(seed);
        var random = new Random(seed);
        var trained = network.Weights.Values.Where(weight => weight.requires_grad).ToArray();
        var optimizer = optim.AdamW(trained, highestRate, weight_decay: 0.01);
        var groups = Enumerable.Range(0, passes).SelectMany(_ => ReaderExamples.Pass(questions, random)).ToArray();
        var steps = Together(groups, random);
        var watch = Stopwatch.StartNew();
        var (lossSum, counted) = (0.0, 0);
        network.IsTraining = true;
        for (var step = 0; step < steps.Length; step++)
        {
            using var scope = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = highestRate * Math.Min((step + 1) / (WarmUp * steps.Length), (steps.Length - step) / ((1 - WarmUp) * steps.Length));
            }

            optimizer.zero_grad();
            var loss = Loss(network, steps[step]);
            loss.backward();
            nn.utils.clip_grad_norm_(trained, 1.0);
            optimizer.step();
            lossSum += loss.item<float>();
            counted++;
            if ((step + 1) % 50 == 0 || step + 1 == steps.Length)
            {
                Console.WriteLine($"step {step + 1:N0} of {steps.Length:N0}, loss {lossSum / counted:F3}, {watch.Elapsed.TotalSeconds:F0} s");
                (lossSum, counted) = (0, 0);
            }
        }

        network.IsTraining = false;
    }

    /// <summary>Groups of like length share a step, so that little of it is padding; the steps are in random order.</summary>
    private static ReaderExample[][][] Together(ReaderExample[][] groups, Random random)
    {
        return [.. groups.Chunk(GroupsAStep * 32)
            .SelectMany(some => some.OrderBy(group => group.Max(example => example.Input.Tokens.Length)).Chunk(GroupsAStep).OrderBy(_ => random.Next()))];
    }

    /// <summary>Sequences × pieces, padded to the longest.</summary>
    private static Tensor Forward(ReaderNetwork network, IReadOnlyList<ReaderInput> inputs)
    {
        var (count, length) = (inputs.Count, inputs.Max(input => input.Tokens.Length));
        var (tokens, types, mask) = (new long[count * length], new long[count * length], new float[count * length]);
        for (var i = 0; i < count; i++)
        {
            var input = inputs[i];
            input.Tokens.CopyTo(tokens, i * length);
            types.AsSpan((i * length) + input.QuestionLength, input.Tokens.Length - input.QuestionLength).Fill(1);
            mask.AsSpan(i * length, input.Tokens.Length).Fill(1);
        }

        return network.Forward(tensor(tokens).reshape(count, length), tensor(types).reshape(count, length), tensor(mask).reshape(count, length));
    }

    private static Tensor Loss(ReaderNetwork network, ReaderExample[][] groups)
    {
        var examples = groups.SelectMany(group => group).ToArray();
        var output = Forward(network, [.. examples.Select(example => example.Input)]);
        var length = (int)output.shape[1];
        var (quotable, starts, ends) = (new bool[examples.Length * length], new bool[examples.Length * length], new bool[examples.Length * length]);
        for (var i = 0; i < examples.Length; i++)
        {
            foreach (var sentence in examples[i].Input.Sentences)
            {
                quotable.AsSpan(i * length, length)[sentence].Fill(true);
            }

            foreach (var start in examples[i].Starts)
            {
                starts[(i * length) + start] = true;
            }

            foreach (var end in examples[i].Ends)
            {
                ends[(i * length) + end] = true;
            }
        }

        long[] together = [groups.Length, ReaderExamples.GroupSize * length];
        var hidden = tensor(quotable).reshape(together).logical_not();
        var has = tensor(groups.Select(group => group.Any(example => example.Answers) ? 1f : 0f).ToArray());
        var place = PlaceLoss(output.select(2, 0), starts) + PlaceLoss(output.select(2, 1), ends);
        var answers = tensor(examples.Select(example => example.Answers ? 1f : 0f).ToArray());
        return place + nn.functional.binary_cross_entropy_with_logits(output.select(2, 2).select(1, 0), answers);

        Tensor PlaceLoss(Tensor scores, bool[] gold)
        {
            var all = scores.reshape(together).masked_fill(hidden, -10_000f);
            var right = all.masked_fill(tensor(gold).reshape(together).logical_not(), -10_000f);
            return ((all.logsumexp(1) - right.logsumexp(1)) * has).sum() / has.sum().clamp_min(1f);
        }
    }
}
