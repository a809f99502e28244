using BriefingBot.Training;

if (args is not [var data, var output] || !Directory.Exists(data) || !Directory.Exists(output))
{
    Console.Error.WriteLine("Usage: training DATA OUTPUT – DATA is the folder with qa/newwiki, qa/squad2dev and qa/clapnq, OUTPUT an existing folder for reader.onnx and weights.json.");
    return 2;
}

// One thread: sums of several come in another order each time.
TorchSharp.torch.set_num_threads(1);
await new TrainingRun(data, output).RunAsync();
return 0;
