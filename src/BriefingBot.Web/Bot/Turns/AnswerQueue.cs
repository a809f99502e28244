using System.Diagnostics.CodeAnalysis;

namespace BriefingBot.Web.Bot;

/// <summary>
/// Whose question is answered next: of one person one at a time and in their order, of all people so many at once, each in turn, so that who asks much does not keep others
/// waiting. Of this instance: several share people's questions out between them by chance, and answer so many more. Safe for concurrent use.
/// </summary>
internal sealed class AnswerQueue(int atOnce)
{
    /// <summary>How many questions of one person may wait.</summary>
    public const int MostWaiting = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Queue<Person> _inTurn = [];
    private int _running;

    /// <summary>How many questions wait or are being answered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _running + _people.Values.Sum(person => person.Waiting.Count);
            }
        }
    }

    /// <summary>Takes a place behind the person's other questions; it is given up when disposed.</summary>
    /// <returns>False where too many wait.</returns>
    public bool TryJoin(string person, [NotNullWhen(true)] out Place? place)
    {
        lock (_gate)
        {
            if (!_people.TryGetValue(person, out var known))
            {
                _people[person] = known = new(person);
            }

            if (known.Waiting.Count >= MostWaiting)
            {
                place = null;
                return false;
            }

            place = new(this, known);
            known.Waiting.AddLast(place);
            // Where one was given up, they may stand in the line already; the second time finds them busy, or with nothing waiting.
            if (known is { Running: null, Waiting.Count: 1 })
            {
                _inTurn.Enqueue(known);
            }

            BeginNext();
            return true;
        }
    }

    private void BeginNext()
    {
        while (_running < atOnce && _inTurn.TryDequeue(out var person))
        {
            // Somebody may have given up while it was their turn.
            if (person is { Running: null, Waiting.First: { } first })
            {
                person.Waiting.RemoveFirst();
                person.Running = first.Value;
                person.IsTold &= person.Waiting.Count > 0;
                _running++;
                first.Value.Begin();
            }
        }
    }

    private void Leave(Place place, Person person)
    {
        lock (_gate)
        {
            if (person.Running == place)
            {
                person.Running = null;
                _running--;
                if (person.Waiting.Count > 0)
                {
                    _inTurn.Enqueue(person);
                }
            }
            else
            {
                person.Waiting.Remove(place);
            }

            if (person is { Running: null, Waiting.Count: 0 })
            {
                _people.Remove(person.Id);
            }

            BeginNext();
        }
    }

    /// <summary>A question's place.</summary>
    internal sealed class Place(AnswerQueue queue, Person person) : IDisposable
    {
        private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends when it is the question's turn.</summary>
        public Task Turn => _turn.Task;

        /// <summary>How many of the person's questions wait, this one among them, behind one that is being answered; null where others' questions are what is waited for.</summary>
        /// <returns>False where the person was told since they last had nothing waiting.</returns>
        public bool ShouldTell(out int? waiting)
        {
            lock (queue._gate)
            {
                waiting = person.Running is null ? null : person.Waiting.Count;
                var isFirst = !person.IsTold;
                person.IsTold = true;
                return isFirst && !Turn.IsCompleted;
            }
        }

        public void Dispose() => queue.Leave(this, person);

        internal void Begin() => _turn.SetResult();
    }

    /// <summary>Somebody whose questions wait or are being answered.</summary>
    internal sealed class Person(string id)
    {
        public string Id => id;

        public LinkedList<Place> Waiting { get; } = [];

        public Place? Running { get; set; }

        public bool IsTold { get; set; }
    }
}
